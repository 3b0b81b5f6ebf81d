import path from 'node:path';
import { runInTerminal } from '../children.mjs';
import { PROJECT } from '../places.mjs';

/**
 * Runs the benchmarks, which start what they measure.
 *
 * @param {string[]} args names of benchmarks, and `--json`
 * @returns {Promise<number>} the exit code
 */
export function run(args) {
  const bench = path.join(PROJECT, 'infra/bench/src/main.ts');
  return runInTerminal({ name: 'The benchmark', args: [bench, ...args], env: process.env });
}
