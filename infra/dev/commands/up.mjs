import path from 'node:path';
import { parseArgs } from 'node:util';
import { announcement } from '../announcement.mjs';
import { OperatorError } from '../operator-error.mjs';
import { buildPages } from '../page-builds.mjs';
import { STATE } from '../places.mjs';
import { stopRequested } from '../shutdown.mjs';
import { openSite, untilOneEnds } from '../site.mjs';
import { demoFile } from '../site-environment.mjs';

/**
 * Starts everything on one port and stays until told to stop.
 *
 * @param {string[]} args `--demo=large` for a demonstration of the size of a large town
 * @returns {Promise<number>} the exit code
 */
export async function run(args) {
  const { env, state } = readArguments(args);
  const stop = new AbortController();
  const stopping = stopRequested().then(() => stop.abort());
  const { site, started } = openSite({
    env,
    state,
    signal: stop.signal,
    whileMigrating: buildPages,
  });
  try {
    await started;
    process.stdout.write(announcement(site.url, demoFile(state)));
    await Promise.race([stopping, untilOneEnds(site)]);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    stop.abort();
    await site.close();
  }
  return 0;
}

/**
 * @param {string[]} args
 * @returns {{ env: Record<string, string | undefined>, state: string }}
 */
function readArguments(args) {
  const usage = new OperatorError('Usage: npm start [-- --demo=large]');
  let demo;
  try {
    ({ demo } = parseArgs({ args, options: { demo: { type: 'string' } } }).values);
  } catch {
    throw usage;
  }
  if (demo === undefined) return { env: process.env, state: STATE };
  if (demo !== 'large') throw usage;
  if (process.env.DATABASE_URL !== undefined) {
    throw new OperatorError('--demo=large makes a database of its own: unset DATABASE_URL.');
  }
  // A folder of its own: the usual demonstration is as it was left when it is started again.
  const state = path.join(STATE, 'large');
  process.stdout.write(
    `The large demonstration is in ${state}; a first start writes it, in about a minute.\n`,
  );
  return { env: { ...process.env, DEMO_SIZE: demo }, state };
}
