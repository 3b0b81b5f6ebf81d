import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  appendFileSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PASSABLE, PRIVATE, createFolder } from './folders.mjs';
import { OperatorError } from './operator-error.mjs';
import { SYSTEM_FOLDER, canEnter, runProgram } from './postgres-binaries.mjs';
import { SUPERUSER } from './postgres-roles.mjs';

/**
 * @typedef {import('./postgres-binaries.mjs').PostgresPrograms} PostgresPrograms
 * @typedef {import('./postgres-binaries.mjs').Identity} Identity
 * @typedef {import('./postgres-roles.mjs').Passwords} Passwords
 */

/** The path of a Unix socket may not be longer than this, leaving room for its file name. */
const SOCKET_FOLDER_LIMIT = 80;

/**
 * The folder of an initialised cluster: `data`, `log`, `access.json`. It is prepared aside and put
 * in place by one rename, so an interrupted first start leaves nothing half made.
 *
 * @param {string} folder
 * @param {PostgresPrograms} programs
 * @param {(line: string) => void} log
 */
export async function ensureHome(folder, programs, log) {
  const home = placeOfHome(folder, programs);
  if (isHome(home)) return home;
  log(`Creating a PostgreSQL cluster in ${home}.`);
  const staging = stagingOf(home);
  try {
    await createHome(staging, programs);
    renameSync(staging, home);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    // Another process may have put its own in place meanwhile: that one serves as well.
    if (!isHome(home)) throw error;
  }
  return home;
}

/**
 * Where the cluster of a folder lives, or would: in it, or where the server's account can go. The
 * folder is made.
 *
 * @param {string} folder
 * @param {PostgresPrograms} programs
 * @throws {OperatorError} when the folder cannot be made
 */
export function placeOfHome(folder, { identity }) {
  makeFolder(folder, { mode: PASSABLE });
  // A temporary folder, for one, comes closed to everybody else.
  if (identity) chmodSync(folder, statSync(folder).mode | PASSABLE);
  if (canEnter(folder, identity)) return path.join(folder, 'cluster');
  makeFolder(SYSTEM_FOLDER, { mode: PASSABLE });
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const home = path.join(SYSTEM_FOLDER, digest);
  // Who looks for the data where it was asked for must be told where it is.
  writeFileSync(path.join(folder, 'location'), `${home}\n`);
  return home;
}

/**
 * Whether a cluster was put in place there.
 *
 * @param {string} home
 */
export function isHome(home) {
  return existsSync(path.join(home, 'access.json'));
}

/**
 * A place beside a home to prepare one in, which one rename puts in place.
 *
 * @param {string} home
 */
export function stagingOf(home) {
  return `${home}.${randomBytes(6).toString('hex')}`;
}

/**
 * @param {string} home
 * @param {PostgresPrograms} programs
 */
async function createHome(home, { initdb, identity }) {
  const { dataFolder } = makeHomeFolders(home, identity);
  const passwords = {
    superuser: randomBytes(24).toString('base64url'),
    owner: randomBytes(24).toString('base64url'),
    app: randomBytes(24).toString('base64url'),
    jobs: randomBytes(24).toString('base64url'),
  };
  const passwordFile = path.join(home, 'superuser');
  writeFileSync(passwordFile, passwords.superuser, { mode: 0o600 });
  if (identity) chownSync(passwordFile, identity.uid, identity.gid);
  const made = await runProgram(
    initdb,
    [
      `--pgdata=${dataFolder}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth-host=scram-sha-256',
      '--auth-local=scram-sha-256',
      // The built-in provider sorts the same on every machine, whatever locales it has.
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      // The first start is followed by a checkpoint anyway, and a torn cluster is never put in place.
      '--no-sync',
    ],
    identity,
  );
  rmSync(passwordFile);
  if (made.status !== 0) {
    throw new OperatorError(
      `PostgreSQL could not create its data in ${home}: ${lastLine(made.output)}`,
    );
  }
  appendFileSync(path.join(dataFolder, 'postgresql.conf'), "include_if_exists = 'preau.conf'\n");
  writeFileSync(path.join(home, 'access.json'), JSON.stringify(passwords), { mode: 0o600 });
}

/**
 * The empty folders of a home.
 *
 * @param {string} home
 * @param {Identity | undefined} identity
 */
export function makeHomeFolders(home, identity) {
  makeFolder(home, { mode: PASSABLE });
  for (const name of ['data', 'log']) makeFolder(path.join(home, name), { identity });
  return { dataFolder: path.join(home, 'data') };
}

/**
 * @param {string} home
 * @returns {Passwords}
 * @throws {OperatorError} when another account owns them
 */
export function readPasswords(home) {
  try {
    return JSON.parse(readFileSync(path.join(home, 'access.json'), 'utf8'));
  } catch {
    throw new OperatorError(
      `The database in ${home} belongs to another account: start Préau as the account that created it.`,
    );
  }
}

/**
 * The folder of the server's Unix socket: in the cluster, or in the temporary folder when that path
 * is too long for a socket.
 *
 * @param {string} home
 * @param {PostgresPrograms} programs
 */
export function ensureSocketFolder(home, { identity }) {
  const near = path.join(home, 'socket');
  const uid = identity?.uid ?? process.getuid?.() ?? 0;
  const digest = createHash('sha256').update(home).digest('hex').slice(0, 16);
  const folder =
    near.length <= SOCKET_FOLDER_LIMIT ? near : path.join(tmpdir(), `preau-${uid}-${digest}`);
  makeFolder(folder, { identity });
  return folder;
}

/**
 * Creates a folder, private unless said otherwise, when it is missing.
 *
 * @param {string} folder
 * @param {{ mode?: number, identity?: Identity | undefined }} options `identity` is its owner, when
 *   that is not the caller
 * @throws {OperatorError} when the caller may not write there
 */
function makeFolder(folder, { mode = PRIVATE, identity }) {
  try {
    createFolder(folder, mode);
    if (identity) chownSync(folder, identity.uid, identity.gid);
    accessSync(folder, identity ? constants.F_OK : constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new OperatorError(`Préau cannot write in the folder ${folder} (${code}).`);
  }
}

/**
 * The last thing a program said, which is where PostgreSQL's programs put the reason.
 *
 * @param {string} output
 */
export function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? '';
}
