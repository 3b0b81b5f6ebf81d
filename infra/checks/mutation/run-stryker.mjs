import path from 'node:path';
import { PROJECT } from '../../dev/places.mjs';

const FOLDER = path.join(PROJECT, 'infra/checks');

/**
 * How Node runs Stryker, from the root of the project.
 *
 * @param {string[]} [more] options that go before those of the configuration
 * @returns {string[]}
 */
export function mutationArgs(more = []) {
  const stryker = path.join(FOLDER, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  return [stryker, 'run', path.join(FOLDER, 'mutation/stryker.config.mjs'), ...more];
}
