import { announcement } from '../announcement.mjs';
import { buildPages } from '../page-builds.mjs';
import { STATE } from '../places.mjs';
import { stopRequested } from '../shutdown.mjs';
import { openSite, untilOneEnds } from '../site.mjs';
import { demoFile } from '../site-environment.mjs';

/**
 * Starts everything on one port and stays until told to stop.
 *
 * @returns {Promise<number>} the exit code
 */
export async function run() {
  const stop = new AbortController();
  const stopping = stopRequested().then(() => stop.abort());
  const { site, started } = openSite({
    env: process.env,
    state: STATE,
    signal: stop.signal,
    whileMigrating: buildPages,
  });
  try {
    await started;
    process.stdout.write(announcement(site.url, demoFile(STATE)));
    await Promise.race([stopping, untilOneEnds(site)]);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    stop.abort();
    await site.close();
  }
  return 0;
}
