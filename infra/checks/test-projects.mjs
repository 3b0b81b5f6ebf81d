import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT } from '../dev/places.mjs';
import { runTool } from './tool.mjs';

/**
 * The part of vitest's JSON report that is used.
 *
 * @typedef {{ status: string, fullName: string, failureMessages?: string[] | null }} TestReport
 * @typedef {{ name: string, status: string, message: string, assertionResults: TestReport[] }} FileReport
 * @typedef {{ testResults: FileReport[] }} Report
 */

/**
 * Runs one of the test projects of `vitest.config.ts`.
 *
 * @param {string} project
 * @param {NodeJS.ProcessEnv} [extra] added to the environment
 * @returns {Promise<import('./section.mjs').Outcome>}
 */
export async function runTestProject(project, extra = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'preau-report-'));
  const file = path.join(folder, 'report.json');
  try {
    const { output } = await runTool(
      process.execPath,
      [
        path.join(PROJECT, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--project',
        project,
        '--reporter=json',
        `--outputFile=${file}`,
      ],
      { env: { ...cleanEnvironment(process.env), ...extra } },
    );
    if (!existsSync(file)) throw new Error(`The tests left no report:\n${output.trim()}`);
    return summarise(JSON.parse(readFileSync(file, 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Counts a report. A test that did not run has failed, and so has a file that could not be loaded.
 *
 * @param {Report} report
 * @returns {import('./section.mjs').Outcome}
 */
export function summarise({ testResults }) {
  const failures = [];
  let passed = 0;
  for (const file of testResults) {
    const place = path.relative(PROJECT, file.name);
    if (
      file.status === 'failed' &&
      !file.assertionResults.some(({ status }) => status === 'failed')
    ) {
      failures.push(`${place}\n${file.message}`);
    }
    for (const { status, fullName, failureMessages } of file.assertionResults) {
      if (status === 'passed') passed += 1;
      else if (status === 'failed') {
        failures.push(`${place}: ${fullName}\n${ownLines(failureMessages ?? [])}`);
      } else failures.push(`${place}: ${fullName}\nThis test did not run (${status}).`);
    }
  }
  if (passed + failures.length === 0) failures.push('No test was found.');
  return { passed, failures };
}

/**
 * Messages without the part of their stacks that lies in packages.
 *
 * @param {string[]} messages
 */
function ownLines(messages) {
  const lines = messages.join('\n').split('\n');
  return lines.filter((line) => !/^\s+at .*(node_modules|new Promise)/.test(line)).join('\n');
}

/**
 * The environment without what would lead the tests to somebody's installation.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(env) {
  const entries = Object.entries(env).filter(
    ([name]) => !/^(PREAU_|DATABASE_|SMTP_URL$|PUBLIC_URL$|PORT$|HOST$|npm_)/.test(name),
  );
  return { ...Object.fromEntries(entries), NODE_ENV: 'test' };
}
