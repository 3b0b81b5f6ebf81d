import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeBackup } from '../backup/write-backup.mjs';
import { PRIVATE, createFolder } from '../folders.mjs';
import { OperatorError } from '../operator-error.mjs';
import { STATE } from '../places.mjs';
import { stopRequested } from '../shutdown.mjs';

/**
 * Backs this machine's installation up into one file, while it runs or not.
 *
 * @param {string[]} args `--to=FILE`; by default a file named after the instant, in `backups`
 * @returns {Promise<number>} the exit code
 */
export async function run(args) {
  refuseForeignDatabase(process.env);
  const { to } = readArguments(args);
  const madeAt = new Date().toISOString();
  const target = to === undefined ? defaultTarget(madeAt) : fromCaller(to);
  const stop = new AbortController();
  void stopRequested().then(() => stop.abort());
  try {
    const written = await writeBackup({ state: STATE, target, madeAt, signal: stop.signal });
    process.stdout.write(
      `${target}\n${(written.bytes / 1e6).toFixed(1)} MB, ${written.files} files, read again and found whole.\n` +
        'It holds everything the families gave, unprotected by any password: keep it where only you can read it.\n' +
        (written.secrets && process.env.PREAU_ENCRYPTION_KEY === undefined
          ? 'The keys of the installation are in it.\n'
          : 'The keys given as PREAU_ENCRYPTION_KEY and PREAU_SESSION_SECRET are not in it: keep them too.\n'),
    );
    return 0;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    process.stderr.write('Stopped: no backup was made.\n');
    return 130;
  }
}

/**
 * @param {Record<string, string | undefined>} env
 * @throws {OperatorError} where PostgreSQL is the operator's own
 */
export function refuseForeignDatabase({ DATABASE_URL }) {
  if (DATABASE_URL === undefined) return;
  throw new OperatorError(
    'DATABASE_URL names a PostgreSQL of your own, whose files Préau cannot reach: back it up and restore it with pg_basebackup or pg_dump (docs/runbooks/backup.md).',
  );
}

/** @param {string[]} args */
function readArguments(args) {
  try {
    return parseArgs({ args, options: { to: { type: 'string' } } }).values;
  } catch {
    throw new OperatorError('Usage: npm run backup -- --to=FILE');
  }
}

/** @param {string} madeAt */
function defaultTarget(madeAt) {
  const folder = path.join(STATE, 'backups');
  try {
    createFolder(folder, PRIVATE);
  } catch {
    throw new OperatorError(`Préau cannot write in the folder ${STATE}: give it to this account.`);
  }
  return path.join(folder, `preau-${madeAt.replaceAll(/[^0-9TZ]/g, '').slice(0, 15)}Z.tar.zst`);
}

/**
 * A path as the operator meant it: npm runs scripts in the project's folder, wherever it was called.
 *
 * @param {string} given
 */
export function fromCaller(given) {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
}
