import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT } from '../dev/places.mjs';
import { projectFiles } from './project-files.mjs';
import { faultsOf } from './tool.mjs';

const GENERATED = /^docs\/reference\/|\/generated\/|(^|\/)openapi[^/]*\.json$/;

/**
 * Makes the generated files again and compares. What differs is left in place, ready to be committed.
 *
 * @returns {Promise<string>} the files that were not up to date, one per line
 */
export async function staleGeneratedFiles() {
  const before = await digests();
  const faults = await faultsOf(process.execPath, ['infra/dev/run.mjs', 'generate']);
  if (faults !== '') return faults;
  const after = await digests();
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .map((file) => `${file} was not what its sources say; it is now: commit it`)
    .join('\n');
}

/** @returns {Promise<Map<string, string>>} digest by file */
async function digests() {
  const files = (await projectFiles()).filter((file) => GENERATED.test(file));
  return new Map(files.map((file) => [file, digest(file)]));
}

/** @param {string} file */
function digest(file) {
  try {
    return createHash('sha256')
      .update(readFileSync(path.join(PROJECT, file)))
      .digest('hex');
  } catch {
    return 'removed';
  }
}
