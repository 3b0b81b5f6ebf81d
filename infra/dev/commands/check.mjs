import { check } from '../../checks/check.mjs';

/**
 * Runs every check and every test.
 *
 * @param {string[]} args names of sections, to run only those
 * @returns {Promise<number>} the exit code
 */
export function run(args) {
  return check(args);
}
