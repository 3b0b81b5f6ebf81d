import { createHash } from 'node:crypto';
import { OperatorError } from '../operator-error.mjs';
import { damaged, readBackupFile } from './backup-file.mjs';
import {
  ACCESS,
  DATA,
  LABEL,
  MANIFEST,
  SEAL,
  SECRETS,
  differences,
  readLabel,
  sha256,
} from './manifest.mjs';

/**
 * @typedef {import('./archive.mjs').Entry} Entry
 * @typedef {import('./manifest.mjs').Label} Label
 * @typedef {import('./manifest.mjs').Manifest} Manifest
 * @typedef {import('./manifest.mjs').FileFacts} FileFacts
 *
 * @typedef {object} Reading
 * @property {string} file
 * @property {Omit<Label, 'madeAt'>} here what can be read
 * @property {(name: string, content: AsyncIterable<Buffer>) => Promise<void>} [keep] given each file
 *   and folder of the database, by its name in the data folder; without it nothing is kept
 *
 * @typedef {object} BackupRead
 * @property {Label} label
 * @property {Manifest} manifest
 * @property {string | undefined} secrets the file of the installation's keys, when it had one
 * @property {string} access the file of the database's passwords
 */

/** Names of the database's files: nothing that leads out of a folder. */
const FILE_NAME = /^(?!.*(^|\/)\.\.?(\/|$))[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*\/?$/;

/**
 * Reads a backup to its end and checks that it is what was written.
 *
 * @param {Reading} reading
 * @returns {Promise<BackupRead>}
 * @throws {OperatorError} when it is of another version, not whole, or altered
 */
export async function readBackup({ file, here, keep }) {
  /** @type {Map<string, FileFacts>} */
  const read = new Map();
  /** @type {Map<string, string>} */
  const own = new Map();
  /** @type {Label | undefined} */
  let label;
  for await (const { name, size, content } of readBackupFile(file)) {
    if (label === undefined && name !== LABEL) throw damaged(file);
    const hash = createHash('sha256');
    const hashed = passing(content, hash);
    if (!name.startsWith(DATA)) own.set(name, await textOf(hashed));
    else if (!FILE_NAME.test(name)) throw damaged(file);
    else if (keep) await keep(name.slice(DATA.length), hashed);
    else await textless(hashed);
    read.set(name, { size, sha256: hash.digest('hex') });
    if (name === LABEL) label = readLabel(own.get(LABEL) ?? '', here);
  }
  const said = own.get(MANIFEST);
  const access = own.get(ACCESS);
  if (label === undefined || said === undefined || access === undefined) throw damaged(file);
  if (own.get(SEAL) !== sha256(Buffer.from(said))) throw damaged(file);
  /** @type {Manifest} */
  const manifest = JSON.parse(said);
  read.delete(MANIFEST);
  read.delete(SEAL);
  const faults = differences(manifest, read);
  if (faults.length > 0) {
    throw new OperatorError(
      `${file} is not whole (${faults.length} files are missing or altered, the first is ${faults[0]}): nothing was restored from it.`,
    );
  }
  return { label, manifest, access, secrets: own.get(SECRETS) };
}

/**
 * @param {Entry['content']} content
 * @param {import('node:crypto').Hash} hash told everything that passes
 * @returns {AsyncGenerator<Buffer>}
 */
async function* passing(content, hash) {
  for await (const bytes of content) {
    hash.update(bytes);
    yield bytes;
  }
}

/** @param {AsyncIterable<Buffer>} content */
async function textOf(content) {
  const parts = [];
  for await (const bytes of content) parts.push(bytes);
  return Buffer.concat(parts).toString('utf8');
}

/** @param {AsyncIterable<Buffer>} content */
async function textless(content) {
  for await (const bytes of content) void bytes;
}
