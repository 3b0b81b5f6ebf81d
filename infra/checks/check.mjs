import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../dev/chromium.mjs';
import { buildPages } from '../dev/page-builds.mjs';
import { PROJECT } from '../dev/places.mjs';
import { stopRequested } from '../dev/shutdown.mjs';
import { leaseTestCluster } from '../dev/test-database.mjs';
import { staleGeneratedFiles } from './generated-files.mjs';
import { houseFaults } from './house-law.mjs';
import { cruiseImports } from './import-law.mjs';
import { portabilityFaults } from './portable-files.mjs';
import { examineFiles, projectFiles } from './project-files.mjs';
import { atLeast, runSection, single, together } from './section.mjs';
import { runTestProject } from './test-projects.mjs';
import { faultsOf, stopTools } from './tool.mjs';

/**
 * @typedef {import('./section.mjs').Section} Section
 * @typedef {import('./section.mjs').Outcome} Outcome
 */

/** @type {{ files: number, imports: number, tests: Record<string, number> }} */
const FLOORS = JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8'));

/** How long killed tests may take to leave the database, in milliseconds. */
const LEAVING_MS = 5_000;
/** Holds on purpose what these checks look for. */
const PLANTED_FAULTS = 'infra/checks/gates.test.mjs';

/** @type {Section[]} */
const STATIC_SECTIONS = [
  {
    name: 'format',
    run: async () => single('format', await faultsOf('biome', ['format', '.'])),
  },
  {
    name: 'lint',
    run: async () => single('lint', await faultsOf('oxlint', ['--type-aware', '--deny-warnings'])),
  },
  { name: 'types', run: checkTypes },
  { name: 'imports', run: checkImports },
  {
    name: 'dead code',
    run: async () => single('dead code', await faultsOf('knip', ['--no-progress'])),
  },
  { name: 'committed files', run: checkFiles },
  {
    name: 'generated files',
    run: async () => single('generated files', await staleGeneratedFiles()),
  },
];

/** @type {Section} */
const BUNDLE_SECTION = {
  name: 'bundle',
  run: async () => {
    await buildPages(new AbortController().signal, process.env);
    return single('bundle', await faultsOf(process.execPath, ['infra/checks/page-budgets.mjs']));
  },
};

/** @type {Section[]} */
const TEST_SECTIONS = Object.keys(FLOORS.tests).map((project) => ({
  name: project,
  run: async () => {
    const outcome =
      project === 'api'
        ? await withTestCluster(() => runTestProject(project))
        : await runTestProject(project, project === 'e2e' ? await browserEnvironment() : {});
    const counted = outcome.passed + outcome.failures.length;
    return together([outcome, atLeast(`${project} tests`, counted, FLOORS.tests[project])]);
  },
}));

const SECTIONS = [...STATIC_SECTIONS, BUNDLE_SECTION, ...TEST_SECTIONS];

/**
 * Runs every check, or those named. The last line printed is the total, alone.
 *
 * @param {string[]} [names] of sections
 * @returns {Promise<number>} the exit code
 */
export async function check(names = []) {
  let stopped = false;
  void stopRequested().then(() => {
    stopped = true;
    stopTools();
  });
  const unknown = names.filter((name) => !SECTIONS.some((section) => section.name === name));
  if (unknown.length > 0) {
    const known = SECTIONS.map(({ name }) => `"${name}"`).join(', ');
    process.stderr.write(`No section is named ${unknown.join(', ')}: there are ${known}.\n`);
    return 2;
  }
  const outcomes = [];
  for (const section of SECTIONS) {
    if (names.length > 0 && !names.includes(section.name)) continue;
    outcomes.push(await runSection(section));
    if (stopped) return 130;
  }
  const { passed, failures } = together(outcomes);
  process.stdout.write(`${passed} passed, ${failures.length} failed\n`);
  return failures.length === 0 ? 0 : 1;
}

/** @returns {Promise<Outcome>} one check per TypeScript project; a workspace without one fails */
async function checkTypes() {
  const patterns = ['apps/*', 'packages/*', 'infra', 'infra/bench'];
  const workspaces = globSync(patterns, { cwd: PROJECT }).toSorted();
  const outcomes = [];
  for (const workspace of workspaces) {
    const config = path.join(workspace, 'tsconfig.json');
    const faults = existsSync(path.join(PROJECT, config))
      ? await faultsOf('tsc', ['--project', config])
      : `${config} is missing.`;
    outcomes.push(single(`types of ${workspace}`, faults));
  }
  return together(outcomes);
}

/** @returns {Promise<Outcome>} */
async function checkImports() {
  const { modules, violations } = await cruiseImports();
  const lines = violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`);
  return together([
    single('imports', lines.join('\n')),
    atLeast('files whose imports were read', modules, FLOORS.imports),
  ]);
}

/** @returns {Promise<Outcome>} */
async function checkFiles() {
  const files = (await projectFiles()).filter((file) => file !== PLANTED_FAULTS);
  return together([
    single('house law', examineFiles(files, houseFaults)),
    single('portable files', examineFiles(files, portabilityFaults)),
    atLeast('committed files', files.length, FLOORS.files),
  ]);
}

/**
 * Holds the test cluster from outside the tests, so that it stops even when they are killed.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withTestCluster(work) {
  const { release } = await leaseTestCluster();
  try {
    return await work();
  } finally {
    await release(LEAVING_MS);
  }
}

/** The browser, and pages built from the present sources. */
async function browserEnvironment() {
  const CHROME_PATH = findChromium(process.env);
  await buildPages(new AbortController().signal, process.env);
  return { CHROME_PATH };
}
