import path from 'node:path';
import { runInTerminal } from '../children.mjs';
import { findChromium } from '../chromium.mjs';
import { buildPages } from '../page-builds.mjs';
import { PROJECT } from '../places.mjs';

/**
 * Runs the benchmarks, which start what they measure.
 *
 * @param {string[]} args names of benchmarks, and `--json`
 * @returns {Promise<number>} the exit code
 */
export async function run(args) {
  const bench = path.join(PROJECT, 'infra/bench/src/main.ts');
  const names = args.filter((word) => !word.startsWith('--'));
  const inBrowser = names.length === 0 || names.includes('toggle');
  const env = inBrowser ? await browserEnvironment() : process.env;
  return runInTerminal({ name: 'The benchmark', args: [bench, ...args], env });
}

/** The browser, and pages built from the present sources. */
async function browserEnvironment() {
  const CHROME_PATH = findChromium(process.env);
  await buildPages(new AbortController().signal, process.env);
  return { ...process.env, CHROME_PATH };
}
