import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isHome, placeOfHome } from '../cluster-home.mjs';
import { enterAlone } from '../database-at-hand.mjs';
import { startHome } from '../embedded-postgres.mjs';
import { OperatorError } from '../operator-error.mjs';
import { findPrograms } from '../postgres-binaries.mjs';
import { livePostmaster } from '../postmaster.mjs';
import { withClient } from '../postgres-roles.mjs';
import { writeBackupFile } from './backup-file.mjs';
import { thisMachine } from './here.mjs';
import { ACCESS, DATA, FORMAT, LABEL, MANIFEST, SEAL, SECRETS, sha256 } from './manifest.mjs';
import { copyOnline } from './online-copy.mjs';
import { readBackup } from './read-backup.mjs';

/**
 * @typedef {import('./archive.mjs').Entry} Entry
 * @typedef {import('./manifest.mjs').Label} Label
 * @typedef {import('./manifest.mjs').Manifest} Manifest
 * @typedef {import('pg').Client} Client
 *
 * @typedef {object} BackupOptions
 * @property {string} state the folder of this machine's data
 * @property {string} target where the backup goes
 * @property {string} madeAt ISO instant
 * @property {AbortSignal} signal aborted when a stop is asked for
 *
 * @typedef {{ bytes: number, files: number, secrets: boolean }} Written
 */

/** Rows of these are never changed or removed: there can only be more of them. */
const INSERT_ONLY = ['audit_event', 'event', 'confirmation', 'booking_change'];

/**
 * Backs an embedded installation up into one file, while it runs or not.
 *
 * @param {BackupOptions} options
 * @returns {Promise<Written>}
 * @throws {OperatorError}
 */
export async function writeBackup(options) {
  const folder = path.join(options.state, 'data');
  const home = existsSync(folder) ? placeOfHome(folder, findPrograms()) : folder;
  if (!isHome(home)) throw new OperatorError(`There is nothing to back up in ${options.state}.`);
  const cluster = await startHome(home, {});
  const leave = await enterAlone(cluster.superuserUrl);
  try {
    const inside = new URL('/preau', cluster.superuserUrl).href;
    return await withClient(inside, (superuser) => writeFrom(superuser, home, options));
  } catch (error) {
    if (livePostmaster(path.join(home, 'data')) !== undefined) throw error;
    throw new OperatorError('The database stopped while it was backed up: no backup was made.');
  } finally {
    // Nobody had it: then nobody needs it any longer.
    await leave?.();
    if (leave !== undefined) await cluster.stop();
  }
}

/**
 * @param {Client} superuser
 * @param {string} home
 * @param {BackupOptions} options
 * @returns {Promise<Written>}
 */
async function writeFrom(superuser, home, { state, target, madeAt, signal }) {
  const label = await describe(superuser, madeAt);
  const secretsFile = path.join(state, SECRETS);
  const secrets = existsSync(secretsFile) ? readFileSync(secretsFile) : undefined;
  /** @type {Manifest} */
  const manifest = { files: {}, atLeast: {} };

  async function* entries() {
    yield fileOf(LABEL, JSON.stringify(label, null, 2));
    if (secrets !== undefined) yield fileOf(SECRETS, secrets);
    yield fileOf(ACCESS, readFileSync(path.join(home, ACCESS)));
    const files = copyOnline(superuser, path.join(home, 'data'), async (client) => {
      for (const table of INSERT_ONLY) manifest.atLeast[table] = await countRows(client, table);
    });
    for await (const { name, size, content } of files) yield { name: DATA + name, size, content };
  }
  async function* sealed() {
    yield* noted(entries(), manifest);
    const said = Buffer.from(JSON.stringify(manifest));
    yield fileOf(MANIFEST, said);
    yield fileOf(SEAL, sha256(said));
  }
  const readAgain = async (/** @type {string} */ partial) => {
    await readBackup({ file: partial, here: label });
  };
  const bytes = await writeBackupFile(target, sealed(), readAgain, signal);
  return { bytes, files: Object.keys(manifest.files).length, secrets: secrets !== undefined };
}

/**
 * @param {Client} superuser
 * @param {string} madeAt
 * @returns {Promise<Label>}
 */
async function describe(superuser, madeAt) {
  const known = await superuser.query(`select to_regclass('public.schema_migration') as found`);
  if (known.rows[0].found === null) {
    throw new OperatorError('There is nothing to back up yet: this installation never started.');
  }
  const { rows } = await superuser.query(
    `select current_setting('server_version_num')::int / 10000 as major,
            array(select name from schema_migration order by id) as migrations`,
  );
  const { major, migrations } = rows[0];
  const postgres = String(major);
  return { format: FORMAT, madeAt, postgres, machine: thisMachine(), migrations };
}

/**
 * Passes entries on and notes what each was.
 *
 * @param {AsyncIterable<Entry>} entries
 * @param {Manifest} manifest
 * @returns {AsyncGenerator<Entry>}
 */
async function* noted(entries, manifest) {
  for await (const { name, size, content } of entries) {
    const hash = createHash('sha256');
    async function* hashed() {
      for await (const bytes of content) {
        hash.update(bytes);
        yield bytes;
      }
    }
    yield { name, size, content: hashed() };
    manifest.files[name] = { size, sha256: hash.digest('hex') };
  }
}

/**
 * @param {Client} client
 * @param {string} table
 */
async function countRows(client, table) {
  const { rows } = await client.query(`select count(*)::float8 as rows from ${table}`);
  return rows[0].rows;
}

/**
 * @param {string} name
 * @param {string | Buffer} text
 * @returns {Entry}
 */
function fileOf(name, text) {
  const content = Buffer.from(text);
  return { name, size: content.length, content: [content] };
}
