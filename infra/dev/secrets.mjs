import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PASSABLE, createFolder } from './folders.mjs';
import { OperatorError } from './operator-error.mjs';

/** Enough for a session secret and for an AES-256 key alike. */
const SECRET_BYTES = 32;

/**
 * The named secrets of this machine: made at random once, then kept in a file only its owner reads.
 *
 * @template {string} Name
 * @param {string} state the folder of this machine's data
 * @param {string} fileName
 * @param {Name[]} names
 * @returns {Record<Name, string>} 32 random bytes each, in base64
 * @throws {OperatorError} when the file cannot be read or written
 */
export function readOrCreateSecrets(state, fileName, names) {
  const file = path.join(state, fileName);
  const known = readKnown(file);
  const all = Object.fromEntries(
    names.map((name) => [name, known[name] ?? randomBytes(SECRET_BYTES).toString('base64')]),
  );
  if (names.some((name) => known[name] === undefined)) {
    try {
      createFolder(state, PASSABLE);
      writeFileSync(file, JSON.stringify({ ...known, ...all }, null, 2), { mode: 0o600 });
    } catch {
      throw new OperatorError(`Préau cannot write its secrets in ${file}.`);
    }
  }
  return /** @type {Record<Name, string>} */ (all);
}

/**
 * @param {string} file
 * @returns {Record<string, string>}
 */
function readKnown(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    // Making new ones would lock up what the old ones encrypted.
    throw new OperatorError(`Préau cannot read its secrets in ${file}.`);
  }
}
