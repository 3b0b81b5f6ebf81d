import path from 'node:path';
import { announcement } from '../announcement.mjs';
import { startChild } from '../children.mjs';
import { PROJECT, STATE } from '../places.mjs';
import { stopRequested } from '../shutdown.mjs';
import { openSite, untilOneEnds } from '../site.mjs';
import { demoFile } from '../site-environment.mjs';

/** Each surface has its own development server, which passes `/api` and `/dev` on to ours. */
const PAGES = { family: 5173, staff: 5174 };

/**
 * Starts everything with hot reload: the server and the worker restart when their sources change, the
 * pages change in place.
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
    nodeOptions: ['--watch', '--watch-preserve-output'],
  });
  try {
    await started;
    for (const [page, port] of Object.entries(PAGES)) {
      site.children.push(startPages(page, port, site.url));
    }
    const surfaces = {
      family: `http://127.0.0.1:${PAGES.family}`,
      staff: `http://127.0.0.1:${PAGES.staff}`,
    };
    process.stdout.write(announcement(site.url, demoFile(STATE), surfaces));
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
 * @param {string} page
 * @param {number} port
 * @param {string} apiUrl
 */
function startPages(page, port, apiUrl) {
  const folder = path.join(PROJECT, 'apps', page);
  const vite = path.join(folder, 'node_modules/vite/bin/vite.js');
  return startChild({
    name: `The development server of the ${page} pages`,
    args: [vite, '--host', '127.0.0.1', '--port', String(port), '--strictPort'],
    cwd: folder,
    env: { ...process.env, PREAU_API: apiUrl },
  });
}
