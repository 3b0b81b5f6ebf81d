import path from 'node:path';
import { PROJECT, STATE } from '../../dev/places.mjs';

/**
 * What decides when it is too late, what a presence costs and what lateness does to it: each change of
 * it has to fail a test. Bills (`rating/`) are tried by name:
 * `npm run mutation -- --mutate='packages/domain/src/rating/caps.ts'`.
 */
const MUTATED = [
  'packages/domain/src/reglement/limit*.ts',
  'packages/domain/src/reglement/stage-windows.ts',
  'packages/domain/src/reglement/charges.ts',
  'packages/domain/src/bookings/charge-of.ts',
  'packages/domain/src/prices/**/*.ts',
  '!packages/domain/src/**/*.test.ts',
];

const folder = path.join(path.relative(PROJECT, STATE), 'mutation');

export default {
  packageManager: 'pnpm',
  // Found from here: they are installed for this package, not at the root.
  plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
  testRunner: 'vitest',
  vitest: { configFile: 'infra/checks/mutation/vitest.config.mjs', related: false },
  mutate: MUTATED,
  ignorePatterns: [
    '/**',
    '!/packages/domain/**',
    '!/packages/reglement/**',
    '!/infra/checks/mutation/**',
    '!/*.json',
    'node_modules',
  ],
  coverageAnalysis: 'perTest',
  // What is made once, when a file is loaded, would have every test run again: it says words, mostly.
  ignoreStatic: true,
  disableTypeChecks: false,
  allowConsoleColors: false,
  concurrency: 2,
  timeoutMS: 10_000,
  thresholds: { high: 95, low: 90, break: 85 },
  tempDirName: path.join(folder, 'copy'),
  incremental: true,
  incrementalFile: path.join(folder, 'incremental.json'),
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: path.join(folder, 'index.html') },
  jsonReporter: { fileName: path.join(folder, 'report.json') },
};
