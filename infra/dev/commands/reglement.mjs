import path from 'node:path';
import { runInTerminal } from '../children.mjs';
import { PROJECT } from '../places.mjs';

/**
 * Checks règlements against their own cases, explains a case, or writes the schema.
 *
 * @param {string[]} args `check FILE…`, `check --sabotage FILE…`, `explain FILE --case ID`, `schema`
 * @returns {Promise<number>} the exit code
 */
export function run(args) {
  const command = path.join(PROJECT, 'packages/reglement/src/command/main.ts');
  // Called without npm, paths are those of the folder we are in.
  const env = { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() };
  return runInTerminal({ name: 'The règlement', args: [command, ...args], env });
}
