import { parseArgs } from 'node:util';
import { restoreBackup } from '../backup/restore-backup.mjs';
import { OperatorError } from '../operator-error.mjs';
import { STATE } from '../places.mjs';
import { stopRequested } from '../shutdown.mjs';
import { fromCaller, refuseForeignDatabase } from './backup.mjs';

/**
 * Makes of a backup the installation of this machine, checks it and says what it holds.
 *
 * @param {string[]} args `--from=FILE`, and `--replace` to put aside what is there
 * @returns {Promise<number>} the exit code
 */
export async function run(args) {
  refuseForeignDatabase(process.env);
  const { from, replace } = readArguments(args);
  const stop = new AbortController();
  void stopRequested().then(() => stop.abort());
  try {
    const done = await restoreBackup({
      state: STATE,
      file: fromCaller(from),
      replace,
      at: new Date().toISOString(),
      signal: stop.signal,
    });
    process.stdout.write(summary(done));
    return 0;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    process.stderr.write('Stopped: nothing was restored.\n');
    return 130;
  }
}

/** @param {import('../backup/restore-backup.mjs').Done} done */
function summary({ madeAt, rows, pools, placesHeld, secrets, aside }) {
  const filled = Object.entries(rows).filter(([, count]) => count > 0);
  const width = Math.max(...filled.map(([name]) => name.length));
  const tables = filled.map(
    ([name, count]) => `  ${name.padEnd(width)}  ${count.toLocaleString('en').padStart(12)}\n`,
  );
  return [
    `Restored in ${STATE} what was backed up on ${madeAt}:\n`,
    ...tables,
    `${placesHeld.toLocaleString('en')} places held by bookings, as ${pools.toLocaleString('en')} seat pools say.\n`,
    aside === undefined ? '' : `What was there before is in ${aside}.\n`,
    secrets
      ? ''
      : 'Its keys were given by the environment: set PREAU_ENCRYPTION_KEY and PREAU_SESSION_SECRET again.\n',
    'Start it with npm start.\n',
  ].join('');
}

/** @param {string[]} args */
function readArguments(args) {
  const usage = new OperatorError('Usage: npm run restore -- --from=FILE [--replace]');
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: { from: { type: 'string' }, replace: { type: 'boolean', default: false } },
    }));
  } catch {
    throw usage;
  }
  if (values.from === undefined) throw usage;
  return { from: values.from, replace: values.replace };
}
