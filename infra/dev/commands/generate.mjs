import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../operator-error.mjs';
import { PROJECT } from '../places.mjs';

/** In this order: the clients are made from what the API describes. */
const GENERATORS = ['apps/api', 'packages/api-client', 'packages/reglement'];

/**
 * Writes every generated and committed file again: each workspace that has some has a script
 * `generate`.
 *
 * @returns {number} the exit code
 */
export function run() {
  for (const workspace of GENERATORS) {
    const cwd = path.join(PROJECT, workspace);
    const { scripts } = JSON.parse(readFileSync(path.join(cwd, 'package.json'), 'utf8'));
    if (scripts?.generate === undefined) continue;
    const made = spawnSync(process.execPath, ['--run', 'generate'], { cwd, stdio: 'inherit' });
    if (made.status !== 0) throw new OperatorError(`Generating the files of ${workspace} failed.`);
  }
  return 0;
}
