import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The copy of the project in which the mutants live, when this file is read there. */
const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The tests that have to notice a mutant: those of the engine, and the cases of the towns. Packages are
 * linked to the project itself: their imports of the engine are led to the copy beside them.
 */
export default defineConfig({
  root,
  resolve: {
    alias: [{ find: /^@preau\/domain\/(.*)$/, replacement: `${root}packages/domain/src/$1.ts` }],
  },
  test: {
    include: ['packages/{domain,reglement}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
  },
});
