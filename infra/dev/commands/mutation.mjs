import { runInTerminal } from '../children.mjs';
import { mutationArgs } from '../../checks/mutation/run-stryker.mjs';

/**
 * Changes the engine in small ways, one at a time, and says which changes no test notices.
 *
 * @param {string[]} args passed on to Stryker, e.g. `--mutate=packages/domain/src/prices/*.ts`
 * @returns {Promise<number>} the exit code: not 0 below the score that is asked for
 */
export function run(args) {
  return runInTerminal({
    name: 'Mutation testing',
    args: mutationArgs(args),
    env: process.env,
  });
}
