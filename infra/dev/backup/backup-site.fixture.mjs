import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT } from '../places.mjs';
import { freePort } from '../ports.mjs';

/**
 * A demonstration that really runs, for the tests of backups, and the commands on its folder.
 *
 * @typedef {{ status: number | null, stdout: string, stderr: string }} Ended
 *
 * What is read of the answers of the API:
 * @typedef {{ childId: string, sessionId: string[], state: (string | null)[], constraint: string[] }} Row
 * @typedef {{ rows: Row[] }} Planning
 * @typedef {{ id: string, revision: number, lines: { result: string }[] }} CartAnswer
 */

/** A Monday of the demonstration's school year: what can be booked does not depend on the day. */
const DEMO_NOW = '2026-11-16T08:00:00.000Z';

/** @returns {string} a folder that the account of the database may pass through */
export function makeFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'preau-backup-'));
  chmodSync(folder, 0o711);
  for (const page of ['family', 'staff']) {
    mkdirSync(path.join(folder, page));
    writeFileSync(path.join(folder, page, 'index.html'), `<title>${page}</title>`);
  }
  return folder;
}

/** @param {string} folder */
export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * One command of the project, under the Node and the packages at hand.
 *
 * @param {string} folder
 * @param {string} state name of the folder of the data, in `folder`
 * @param {string[]} args e.g. `backup`, `--to=x`
 * @param {Record<string, string>} [settings]
 */
export function command(folder, state, args, settings = {}) {
  const child = spawn(process.execPath, ['infra/dev/run.mjs', ...args], {
    cwd: PROJECT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      INIT_CWD: folder,
      PREAU_FOLDER: path.join(folder, state),
      FAMILY_DIST: path.join(folder, 'family'),
      STAFF_DIST: path.join(folder, 'staff'),
      DEMO_NOW,
      ...settings,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  /** @type {Promise<Ended>} */
  const ended = new Promise((resolve) => {
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
  return { child, ended, said: () => stdout };
}

/**
 * Starts a demonstration and waits until it answers.
 *
 * @param {string} folder
 * @param {string} state
 */
export async function startDemo(folder, state) {
  const port = await freePort();
  const { child, ended, said } = command(folder, state, ['up'], { PORT: String(port) });
  let over = false;
  void ended.then(() => (over = true));
  while (!said().includes('Ctrl-C stops everything.')) {
    if (over) throw new Error(`It ended before it was ready: ${(await ended).stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/**
 * A parent who books one day and cancels it, over and over, until told to stop.
 *
 * @param {string} url
 * @param {string} email
 */
export async function changeOneDay(url, email) {
  const cookie = await signIn(url, email);
  const cell = await freeCell(url, cookie);
  /** @type {string[]} ids of the confirmations that were answered, in order */
  const confirmed = [];
  const stop = new AbortController();
  const working = (async () => {
    while (!stop.signal.aborted) {
      const action = confirmed.length % 2 === 0 ? 'add' : 'remove';
      const draft = await send(url, cookie, 'PUT', 'cart', { changes: [{ ...cell, action }] });
      const { id, lines } = await send(url, cookie, 'POST', 'cart/confirm', {
        revision: draft.revision,
      });
      if (lines.some(({ result }) => result === 'notDone')) {
        throw new Error(`${email} could not ${action}`);
      }
      confirmed.push(id);
    }
  })();
  working.catch(() => undefined);
  return {
    cell,
    confirmed,
    async stop() {
      stop.abort();
      await working;
    },
  };
}

/**
 * @param {string} url
 * @param {string} email
 */
async function signIn(url, email) {
  const answer = await fetch(`${url}/api/family/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ organisation: 'val-de-lure', email, password: 'bienvenue-en-famille' }),
  });
  if (answer.status !== 204) throw new Error(`${email} cannot sign in (${answer.status})`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/**
 * A meal of next month that nobody of the household booked.
 *
 * @param {string} url
 * @param {string} cookie
 */
async function freeCell(url, cookie) {
  const answer = await fetch(`${url}/api/family/planning?from=2026-11-30&until=2026-12-13`, {
    headers: { cookie },
  });
  const { rows } = /** @type {Planning} */ (await answer.json());
  for (const { childId, sessionId, state, constraint } of rows) {
    const at = state.findIndex((one, index) => one === null && constraint[index] === 'free');
    if (at >= 0) return { childId, sessionId: sessionId[at] };
  }
  throw new Error('Nothing is free');
}

/**
 * @param {string} url
 * @param {string} cookie
 * @param {'PUT' | 'POST'} method
 * @param {string} place
 * @param {unknown} body
 * @returns {Promise<CartAnswer>}
 */
async function send(url, cookie, method, place, body) {
  const answer = await fetch(`${url}/api/family/${place}`, {
    method,
    headers: {
      cookie,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${place} answered ${answer.status}: ${await answer.text()}`);
  return /** @type {CartAnswer} */ (await answer.json());
}
