import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '../operator-error.mjs';

/**
 * A copy of a running cluster's files. They change while they are read, each at its own moment: the
 * write-ahead log of that time, copied with them, brings them to one consistent point when the copy
 * is started. https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP
 *
 * @typedef {import('./archive.mjs').Entry} Entry
 * @typedef {import('pg').Client} Client
 */

const CHUNK = 256 * 1024;

/** Folders whose content the server makes anew. */
const REMADE =
  /^(pg_dynshmem|pg_notify|pg_replslot|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./;
/** The log is copied apart, and only the part that is needed. */
const LOG_FILE = /^pg_wal\/(archive_status\/|summaries\/)?[^/]+$/;
/** What belongs to the running server alone, and tables that end with their connection. */
const OF_THE_SERVER =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|backup_manifest|.*\.tmp|(.*\/)?pg_internal\.init.*|(.*\/)?pgsql_tmp.*|base\/\d+\/t\d+_\d+.*)$/;
/** What says in which state the cluster is comes after all it speaks of. */
const CONTROL = 'global/pg_control';

/**
 * The files of a cluster, to be read in this order. `beforeEnd` runs just before the copy is
 * complete: whatever is committed by then is in it.
 *
 * @param {Client} superuser a connection of its own, kept until the end
 * @param {string} dataFolder
 * @param {(superuser: Client) => Promise<void>} beforeEnd
 * @returns {AsyncGenerator<Entry>} names relative to the data folder
 */
export async function* copyOnline(superuser, dataFolder, beforeEnd) {
  // A temporary slot keeps the log from being recycled under us, and goes with the connection.
  await superuser.query(
    `select pg_create_physical_replication_slot('preau_backup_' || pg_backend_pid(), true, true)`,
  );
  await superuser.query(`select pg_backup_start('preau', fast => true)`);
  yield* filesBelow(dataFolder, '');
  const control = await openEntry(dataFolder, CONTROL);
  if (control) yield control;
  await beforeEnd(superuser);
  const { label, first, last } = await stopBackup(superuser);
  yield { name: 'backup_label', size: label.length, content: [label] };
  yield* logBetween(dataFolder, first, last);
}

/**
 * @param {Client} superuser
 * @returns {Promise<{ label: Buffer, first: string, last: string }>} the label to be started with,
 *   and the first and last segment of the log that it needs
 */
async function stopBackup(superuser) {
  const { rows } = await superuser.query(
    `select labelfile as label, spcmapfile as tablespaces, pg_walfile_name(lsn) as last
     from pg_backup_stop(wait_for_archive => false)`,
  );
  const { label, tablespaces, last } = rows[0];
  if (tablespaces !== '') {
    throw new OperatorError('This database uses tablespaces, which a backup does not hold.');
  }
  const first = /^START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)$/m.exec(label)?.[1];
  if (first === undefined) throw new Error('PostgreSQL does not say where the log starts');
  return { label: Buffer.from(label), first, last };
}

/**
 * The segments of the log, all of one timeline, from one to another.
 *
 * @param {string} dataFolder
 * @param {string} first
 * @param {string} last
 * @returns {AsyncGenerator<Entry>}
 */
async function* logBetween(dataFolder, first, last) {
  const names = (await readdir(path.join(dataFolder, 'pg_wal'))).toSorted();
  const needed = names.filter(
    (name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last,
  );
  if (needed[0] !== first || needed.at(-1) !== last) {
    throw new Error('A part of the log that the backup needs is gone');
  }
  const histories = names.filter((name) => /^[0-9A-F]{8}\.history$/.test(name));
  for (const name of [...histories, ...needed]) {
    const entry = await openEntry(dataFolder, `pg_wal/${name}`);
    if (entry) yield entry;
  }
}

/**
 * @param {string} dataFolder
 * @param {string} below a folder relative to it, with a final `/`; or nothing
 * @returns {AsyncGenerator<Entry>}
 */
async function* filesBelow(dataFolder, below) {
  for (const found of await listFolder(path.join(dataFolder, below))) {
    const name = below + found.name;
    if (found.isDirectory()) {
      if (REMADE.test(name)) continue;
      yield { name: `${name}/`, size: 0, content: [] };
      yield* filesBelow(dataFolder, `${name}/`);
    } else if (found.isFile()) {
      if (name === CONTROL || LOG_FILE.test(name) || OF_THE_SERVER.test(name)) continue;
      if (REMADE.test(name)) continue;
      const entry = await openEntry(dataFolder, name);
      if (entry) yield entry;
    } else {
      throw new OperatorError(
        `${name} in the database is no file: a backup does not follow links.`,
      );
    }
  }
}

/** @param {string} folder */
async function listFolder(folder) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

/**
 * One file as long as it is now: what it grows by afterwards is in the log, and so is what it loses,
 * which is filled with zeros.
 *
 * @param {string} dataFolder
 * @param {string} name
 * @returns {Promise<Entry | undefined>} nothing when it has just been removed
 */
async function openEntry(dataFolder, name) {
  let file;
  try {
    file = await open(path.join(dataFolder, name), 'r');
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
  const { size } = await file.stat();
  const opened = file;
  async function* content() {
    try {
      for (let position = 0; position < size; ) {
        const buffer = Buffer.alloc(Math.min(CHUNK, size - position));
        const { bytesRead } = await opened.read(buffer, 0, buffer.length, position);
        position += bytesRead === 0 ? buffer.length : bytesRead;
        yield bytesRead === 0 ? buffer : buffer.subarray(0, bytesRead);
      }
    } finally {
      await opened.close();
    }
  }
  return { name, size, content: content() };
}

/** @param {unknown} error */
function isGone(error) {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
