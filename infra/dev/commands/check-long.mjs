import { checkLong } from '../../checks/check-long.mjs';

/**
 * Runs the checks too long for every change.
 *
 * @param {string[]} args names of long checks, to run only those
 * @returns {Promise<number>} the exit code
 */
export function run(args) {
  return checkLong(args);
}
