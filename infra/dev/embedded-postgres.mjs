import { chownSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureHome, ensureSocketFolder, lastLine, readPasswords } from './cluster-home.mjs';
import { findPrograms, runProgram } from './postgres-binaries.mjs';
import { OperatorError } from './operator-error.mjs';
import { freePort, isFree } from './ports.mjs';
import {
  SUPERUSER,
  databaseUrl,
  databaseUrls,
  ensureDatabase,
  ensureRoles,
  withClient,
} from './postgres-roles.mjs';
import { forgetDeadPostmaster, livePostmaster } from './postmaster.mjs';

/**
 * @typedef {import('./postgres-binaries.mjs').PostgresPrograms} PostgresPrograms
 * @typedef {import('./postgres-roles.mjs').Passwords} Passwords
 *
 * @typedef {object} ClusterOptions
 * @property {string} folder where the cluster lives; created when missing
 * @property {string} [database] the database the URLs name, created when missing (default `preau`)
 * @property {Record<string, string>} [settings] server settings, applied when this call starts it
 * @property {(line: string) => void} [log] told what is being done, in sentences
 * @property {number} [recoveryS] one attempt of that many seconds instead of several: for data that
 *   may not start at all, or must first replay its log
 *
 * @typedef {object} Cluster
 * @property {number} port on 127.0.0.1
 * @property {string} socketDir a folder only the server's account may enter
 * @property {string} superuserUrl the maintenance database, for provisioning only
 * @property {string} ownerUrl for migrations
 * @property {string} appUrl for serving
 * @property {string} jobsUrl for the worker
 * @property {Passwords} passwords
 * @property {() => Promise<void>} stop a fast shutdown: clients are cut, nothing is lost
 */

/** How long a server may take to recover after a crash before we give up, in seconds. */
const START_DEADLINE_S = 60;

/** @type {Record<string, string>} */
const SERVER_SETTINGS = {
  listen_addresses: '127.0.0.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Parameters are personal data: never in a log.
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_min_error_statement: 'panic',
};

/**
 * Starts the PostgreSQL server of a folder, or joins the one already running there. The first call
 * creates the cluster with random passwords, the roles and the database. Several processes may
 * call it at once for the same folder.
 *
 * @param {ClusterOptions} options
 * @returns {Promise<Cluster>}
 * @throws {OperatorError} one sentence for the operator
 */
export async function startCluster({ folder, log = () => {}, ...options }) {
  const programs = findPrograms();
  const home = await ensureHome(path.resolve(folder), programs, log);
  return startHome(home, { ...options, log });
}

/**
 * The same for a cluster that is there already, in the home it lives in.
 *
 * @param {string} home
 * @param {Omit<ClusterOptions, 'folder'>} options
 * @returns {Promise<Cluster>}
 * @throws {OperatorError} one sentence for the operator
 */
export async function startHome(home, options) {
  const { database = 'preau' } = options;
  const programs = findPrograms();
  const dataFolder = path.join(home, 'data');
  const socketDir = ensureSocketFolder(home, programs);
  const port = await ensureRunning(home, socketDir, programs, options);
  const passwords = readPasswords(home);
  const superuserUrl = databaseUrl(SUPERUSER, passwords.superuser, port, 'postgres');
  await withClient(superuserUrl, async (superuser) => {
    await ensureRoles(superuser, passwords);
    const inside = databaseUrl(SUPERUSER, passwords.superuser, port, database);
    await ensureDatabase(superuser, inside, database);
  });
  return {
    port,
    socketDir,
    superuserUrl,
    passwords,
    ...databaseUrls(passwords, port, database),
    stop: () => stopServer(dataFolder, programs),
  };
}

/**
 * @param {string} dataFolder
 * @param {PostgresPrograms} programs
 */
async function stopServer(dataFolder, { pgCtl, identity }) {
  if (livePostmaster(dataFolder) === undefined) return;
  await runProgram(pgCtl, ['stop', '-D', dataFolder, '-m', 'fast', '-w', '-t', '30'], identity);
}

/**
 * @param {string} home
 * @param {string} socketDir
 * @param {PostgresPrograms} programs
 * @param {Omit<ClusterOptions, 'folder'>} options
 * @returns {Promise<number>} the port the server listens on
 */
async function ensureRunning(home, socketDir, { pgCtl, identity }, options) {
  const { settings = {}, log = () => {}, recoveryS } = options;
  const dataFolder = path.join(home, 'data');
  const logFile = path.join(home, 'log', 'postgres.log');
  const patienceS = recoveryS ?? START_DEADLINE_S;
  const deadline = performance.now() + patienceS * 1_000;
  let said = '';
  while (performance.now() < deadline) {
    const live = livePostmaster(dataFolder);
    if (live?.ready) return live.port;
    if (live === undefined) {
      forgetDeadPostmaster(dataFolder);
      log('Starting PostgreSQL.');
      const all = { ...SERVER_SETTINGS, ...settings, unix_socket_directories: `"${socketDir}"` };
      writeSettings(dataFolder, all, identity);
      const port = await choosePort(home);
      const started = await runProgram(
        pgCtl,
        ['start', '-D', dataFolder, '-l', logFile, '-w', '-t', `${patienceS}`, '-o', `-p ${port}`],
        identity,
      );
      said = lastLine(started.output);
      if (recoveryS !== undefined && started.status !== 0) break;
    }
    await sleep(50);
  }
  throw new OperatorError(`PostgreSQL did not start in ${home}: ${said} Its log is ${logFile}.`);
}

/**
 * Rewrites the settings that the cluster's `postgresql.conf` includes.
 *
 * @param {string} dataFolder
 * @param {Record<string, string>} settings
 * @param {import('./postgres-binaries.mjs').Identity | undefined} identity
 */
function writeSettings(dataFolder, settings, identity) {
  const file = path.join(dataFolder, 'preau.conf');
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  if (identity) chownSync(file, identity.uid, identity.gid);
}

/**
 * The port of last time when it is free, so that open tools keep their address; otherwise any.
 *
 * @param {string} home
 * @returns {Promise<number>}
 */
async function choosePort(home) {
  const memory = path.join(home, 'port');
  let remembered = 0;
  try {
    remembered = Number(readFileSync(memory, 'utf8'));
  } catch {
    // A first start: nothing to remember.
  }
  const port = (await isFree(remembered)) ? remembered : await freePort();
  writeFileSync(memory, String(port));
  return port;
}
