import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { isHome, makeHomeFolders, placeOfHome, stagingOf } from '../cluster-home.mjs';
import { startHome } from '../embedded-postgres.mjs';
import { PASSABLE, PRIVATE, createFolder } from '../folders.mjs';
import { OperatorError } from '../operator-error.mjs';
import { findPrograms } from '../postgres-binaries.mjs';
import { withClient } from '../postgres-roles.mjs';
import { livePostmaster } from '../postmaster.mjs';
import { codeOf } from './backup-file.mjs';
import { checkRestored } from './check-restored.mjs';
import { describeHere } from './here.mjs';
import { ACCESS, SECRETS } from './manifest.mjs';
import { readBackup } from './read-backup.mjs';

/**
 * @typedef {import('./read-backup.mjs').BackupRead} BackupRead
 * @typedef {import('./check-restored.mjs').Restored} Restored
 * @typedef {import('../postgres-binaries.mjs').Identity} Identity
 *
 * @typedef {object} RestoreOptions
 * @property {string} state the folder of this machine's data
 * @property {string} file the backup
 * @property {boolean} replace whether what is there may be put aside
 * @property {string} at ISO instant, in the name of what is put aside
 * @property {AbortSignal} signal aborted when a stop is asked for
 *
 * @typedef {Restored & { madeAt: string, secrets: boolean, aside: string | undefined }} Done
 */

/** How long the log of a backup may take to be replayed, in seconds. */
const RECOVERY_S = 3_600;

/**
 * Puts a backup in the place of an installation. Everything is read, started and checked beside it
 * first: whatever fails, and whenever we are killed, what was there is untouched or put aside whole.
 *
 * @param {RestoreOptions} options
 * @returns {Promise<Done>}
 * @throws {OperatorError}
 */
export async function restoreBackup(options) {
  const { state, file, replace, signal } = options;
  const programs = findPrograms();
  const here = await describeHere();
  const home = placeOfHome(path.join(state, 'data'), programs);
  refuseToOverwrite(state, home, replace);
  const staging = stagingOf(home);
  try {
    const keep = keepIn(makeHomeFolders(staging, programs.identity).dataFolder, programs.identity);
    const read = await readBackup({
      file,
      here,
      async keep(name, content) {
        signal.throwIfAborted();
        await keep(name, content);
      },
    });
    writeFileSync(path.join(staging, ACCESS), read.access, { mode: 0o600 });
    const restored = await startAndCheck(staging, read);
    signal.throwIfAborted();
    refuseToOverwrite(state, home, replace);
    const aside = putAside(state, home, options.at);
    if (read.secrets !== undefined) writeSecrets(state, read.secrets);
    renameSync(staging, home);
    return { ...restored, madeAt: read.label.madeAt, secrets: read.secrets !== undefined, aside };
  } catch (error) {
    throw restoringFault(error, staging);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * @param {string} state
 * @param {string} home
 * @param {boolean} replace
 */
function refuseToOverwrite(state, home, replace) {
  if (livePostmaster(path.join(home, 'data')) !== undefined) {
    throw new OperatorError(`Préau runs with the data in ${state}: stop it first.`);
  }
  if (replace || !(isHome(home) || existsSync(path.join(state, SECRETS)))) return;
  throw new OperatorError(
    `There is data in ${state} already: choose another folder with PREAU_FOLDER, or add --replace to put it aside.`,
  );
}

/**
 * @param {string} dataFolder
 * @param {Identity | undefined} identity the account of the server, when it is not ours
 * @returns {(name: string, content: AsyncIterable<Buffer>) => Promise<void>}
 */
function keepIn(dataFolder, identity) {
  return async (name, content) => {
    const place = path.join(dataFolder, name);
    if (name.endsWith('/')) {
      mkdirSync(place, { mode: PRIVATE });
    } else {
      const file = await open(place, 'wx', 0o600);
      try {
        for await (const bytes of content) await file.appendFile(bytes);
      } finally {
        await file.close();
      }
    }
    if (identity) chownSync(place, identity.uid, identity.gid);
  };
}

/**
 * Lets the server replay the log, and looks at what it then holds.
 *
 * @param {string} home
 * @param {BackupRead} read
 * @returns {Promise<Restored>}
 */
async function startAndCheck(home, read) {
  const cluster = await startHome(home, { recoveryS: RECOVERY_S });
  try {
    const inside = new URL('/preau', cluster.superuserUrl).href;
    return await withClient(inside, (superuser) => checkRestored(superuser, read));
  } finally {
    await cluster.stop();
  }
}

/**
 * @param {string} state
 * @param {string} home
 * @param {string} at
 * @returns {string | undefined} where what was there is now
 */
function putAside(state, home, at) {
  const secrets = path.join(state, SECRETS);
  if (!isHome(home) && !existsSync(secrets)) return undefined;
  const aside = path.join(state, `replaced-${at.replaceAll(/[^0-9TZ]/g, '')}`);
  createFolder(aside, PASSABLE);
  if (existsSync(secrets)) renameSync(secrets, path.join(aside, SECRETS));
  if (!isHome(home)) return aside;
  if (home.startsWith(state)) {
    renameSync(home, path.join(aside, 'cluster'));
  } else {
    // Where the server's account may not enter the installation's folder, its data stays outside.
    const kept = `${home}.${path.basename(aside)}`;
    renameSync(home, kept);
    writeFileSync(path.join(aside, 'location'), `${kept}\n`);
  }
  return aside;
}

/**
 * @param {string} state
 * @param {string} text
 */
function writeSecrets(state, text) {
  const file = path.join(state, SECRETS);
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/**
 * @param {unknown} error
 * @param {string} staging
 */
function restoringFault(error, staging) {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new OperatorError(`There is no room left in ${path.dirname(staging)} for the backup.`);
  }
  const words = lastFatal(path.join(staging, 'log', 'postgres.log'));
  if (words === undefined) return error;
  return new OperatorError(`The database of this backup does not start: ${words}.`);
}

/**
 * @param {string} log
 * @returns {string | undefined} why the server gave up, in its own words
 */
function lastFatal(log) {
  if (!existsSync(log)) return undefined;
  const lines = readFileSync(log, 'utf8').split('\n');
  return lines
    .findLast((line) => /(FATAL|PANIC): {2}/.test(line))
    ?.replace(/^.*(FATAL|PANIC): +/, '');
}
