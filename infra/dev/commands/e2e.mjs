import path from 'node:path';
import { runInTerminal } from '../children.mjs';
import { findChromium } from '../chromium.mjs';
import { buildPages } from '../page-builds.mjs';
import { PROJECT } from '../places.mjs';

/**
 * Runs the browser journeys on freshly built pages.
 *
 * @param {string[]} args passed on to vitest, e.g. the name of a file
 * @returns {Promise<number>} the exit code
 */
export async function run(args) {
  const env = { ...process.env, CHROME_PATH: findChromium(process.env) };
  await buildPages(new AbortController().signal, process.env);
  const vitest = path.join(PROJECT, 'node_modules/vitest/vitest.mjs');
  return runInTerminal({
    name: 'The browser journeys',
    args: [vitest, 'run', '--project', 'e2e', ...args],
    env,
  });
}
