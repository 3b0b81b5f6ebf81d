import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

/** The copy of the project in which the mutants live, when this file is read there. */
const root = fileURLToPath(new URL('../../..', import.meta.url));
const quickCheck = fileURLToPath(new URL('quick-check.mjs', import.meta.url));

/** A mutant dies by the first test that fails: those that take long come last. */
class ShortestFirst extends BaseSequencer {
  /**
   * @override
   * @type {BaseSequencer['sort']}
   */
  async sort(files) {
    /** @param {import('vitest/node').TestSpecification} file */
    const lengthOf = (file) => this.ctx.cache.getTestSpecificationResult(file)?.duration ?? 0;
    return files.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  }
}

/**
 * The tests that have to notice a mutant: those of the engine, and the cases of the towns. Packages are
 * linked to the project itself: their imports of the engine are led to the copy beside them.
 */
export default defineConfig({
  root,
  resolve: {
    alias: [{ find: /^@preau\/domain\/(.*)$/, replacement: `${root}packages/domain/src/$1.ts` }],
  },
  plugins: [
    {
      name: 'quick-check',
      enforce: 'pre',
      resolveId: (source, importer) =>
        source === 'fast-check' && importer !== quickCheck ? quickCheck : undefined,
    },
  ],
  test: {
    include: ['packages/domain/src/**/*.test.ts', 'packages/reglement/src/cases/*.test.ts'],
    // Thousands of moments each, of which they count what happened: too long for every mutant.
    exclude: ['**/node_modules/**', 'packages/domain/src/bookings/laws*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    sequence: { sequencer: ShortestFirst },
  },
});
