import { createHash } from 'node:crypto';
import { OperatorError } from '../operator-error.mjs';

/**
 * What a backup says about itself. The label comes first, so that a backup of another version is
 * refused before anything is read; the manifest comes last, so that a backup cut short has none.
 *
 * @typedef {object} Label
 * @property {number} format
 * @property {string} madeAt ISO instant
 * @property {string} postgres major version, e.g. `18`: the files of another one are not readable
 * @property {string} machine platform and processor, e.g. `linux-x64`
 * @property {string[]} migrations applied to the database, in order
 *
 * @typedef {object} Manifest
 * @property {Record<string, FileFacts>} files by name in the archive
 * @property {Record<string, number>} atLeast rows that each insert-only table had just before the end
 *
 * @typedef {{ size: number, sha256: string }} FileFacts
 */

export const FORMAT = 1;
export const LABEL = 'preau-backup.json';
export const MANIFEST = 'manifest.json';
/** Of the manifest, which holds those of all the others. */
export const SEAL = 'manifest.sha256';
/** The two secrets of the installation, and the passwords of its database. */
export const SECRETS = 'secrets.json';
export const ACCESS = 'access.json';
/** Before the names of the files of the database. */
export const DATA = 'data/';

/** @param {Buffer} bytes */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The label, when this machine and this version of the code can read the rest.
 *
 * @param {string} text
 * @param {Omit<Label, 'madeAt'>} here
 * @returns {Label}
 * @throws {OperatorError} what does not fit
 */
export function readLabel(text, here) {
  /** @type {Label} */
  const label = JSON.parse(text);
  if (label.format !== here.format) {
    throw new OperatorError(
      `This backup has format ${label.format}, this version of Préau reads format ${here.format}: use the version that made it.`,
    );
  }
  if (label.postgres !== here.postgres) {
    throw new OperatorError(
      `This backup holds data of PostgreSQL ${label.postgres}, this version of Préau brings PostgreSQL ${here.postgres}: restore it with the version that made it.`,
    );
  }
  if (label.machine !== here.machine) {
    throw new OperatorError(
      `This backup was made on ${label.machine} and this machine is ${here.machine}: the files of PostgreSQL do not travel between the two.`,
    );
  }
  const unknown = label.migrations.filter((name) => !here.migrations.includes(name));
  if (unknown.length > 0) {
    throw new OperatorError(
      `This backup was made by a newer Préau (it has ${unknown.join(', ')}): update this one first.`,
    );
  }
  return label;
}

/**
 * Compares what was read with what the manifest says was written.
 *
 * @param {Manifest} manifest
 * @param {ReadonlyMap<string, FileFacts>} read
 * @returns {string[]} names that are missing, unknown or altered
 */
export function differences({ files }, read) {
  const names = new Set([...Object.keys(files), ...read.keys()]);
  return [...names].filter((name) => {
    const said = files[name];
    const found = read.get(name);
    return said?.size !== found?.size || said?.sha256 !== found?.sha256;
  });
}
