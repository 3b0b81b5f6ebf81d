import { defineConfig } from 'vitest/config';

/** Long enough for a cold PostgreSQL start on a busy two-core machine. */
const DATABASE_HOOK_TIMEOUT_MS = 60_000;

/** Nothing is timed here: a law over thousands of cases, or a form typed in, on a busy machine. */
const BUSY_MACHINE_TIMEOUT_MS = 20_000;

/**
 * The test projects, from the quickest to the slowest. `npm test` runs them all; one alone is
 * `pnpm exec vitest run --project unit` (or `web`, `api`, `dev`, `e2e`).
 */
export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/{domain,api-client,reglement}/**/*.test.ts'],
          environment: 'node',
          testTimeout: BUSY_MACHINE_TIMEOUT_MS,
        },
      },
      {
        test: {
          name: 'web',
          include: ['packages/ui/**/*.test.{ts,tsx}', 'apps/{family,staff}/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          testTimeout: BUSY_MACHINE_TIMEOUT_MS,
        },
      },
      {
        test: {
          name: 'api',
          include: ['apps/api/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['infra/dev/hold-test-cluster.mjs'],
          hookTimeout: DATABASE_HOOK_TIMEOUT_MS,
          testTimeout: BUSY_MACHINE_TIMEOUT_MS,
        },
      },
      {
        test: {
          name: 'dev',
          include: ['infra/**/*.test.{mjs,ts}'],
          environment: 'node',
          hookTimeout: DATABASE_HOOK_TIMEOUT_MS,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['apps/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['apps/e2e/src/site/hold-site.ts'],
          fileParallelism: false,
          hookTimeout: 120_000,
          testTimeout: 180_000,
        },
      },
    ],
  },
});
