import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runToEnd, startChild, lastWords } from './children.mjs';
import { openDatabase } from './database-at-hand.mjs';
import { PASSABLE, PRIVATE, createFolder } from './folders.mjs';
import { OperatorError } from './operator-error.mjs';
import { PROJECT } from './places.mjs';
import { isFree } from './ports.mjs';
import { addressOf, modeOf, siteEnvironment } from './site-environment.mjs';

/**
 * A running Préau: database, server, worker. Each step registers how it is undone, and `close` undoes
 * them in reverse, so it is right at whatever step the start was interrupted.
 *
 * @typedef {import('./children.mjs').Child} Child
 *
 * @typedef {object} Site
 * @property {string} url where the server listens
 * @property {Child[]} children
 * @property {() => Promise<void>} close
 *
 * @typedef {object} SiteOptions
 * @property {Record<string, string | undefined>} env what the operator gave
 * @property {string} state the folder of this machine's data
 * @property {AbortSignal} signal aborted when a stop is asked for
 * @property {string[]} [nodeOptions] of the server and the worker, e.g. `--watch`
 * @property {(signal: AbortSignal, env: Record<string, string | undefined>) => Promise<void>} [whileMigrating] work that
 *   needs no database
 */

/** How long the server may take to answer, in milliseconds: a first start on a slow machine. */
const READY_DEADLINE_MS = 60_000;
const READY_POLL_MS = 50;

/**
 * @param {SiteOptions} options
 * @returns {{ site: Site, started: Promise<void> }} the site, closable at once, and its readiness
 */
export function openSite(options) {
  /** @type {(() => Promise<void>)[]} */
  const undo = [];
  /** @type {Site} */
  const site = {
    url: addressOf(options.env).url,
    children: [],
    async close() {
      for (const step of undo.splice(0).toReversed()) await step();
    },
  };
  return { site, started: startSite(site, undo, options) };
}

/**
 * @param {Site} site
 * @param {(() => Promise<void>)[]} undo
 * @param {SiteOptions} options
 */
async function startSite(site, undo, options) {
  const { env, state, signal } = options;
  ensureWritable(state);
  await ensurePort(env);
  const database = await openDatabase(env, state);
  undo.push(() => database.close());
  signal.throwIfAborted();
  const environment = await siteEnvironment(env, state, database);
  const meanwhile = options.whileMigrating?.(signal, env) ?? Promise.resolve();
  // Awaited below; a failure before that must not count as unhandled.
  meanwhile.catch(() => undefined);
  await runScript('migrate', 'The migration of the database', environment, signal);
  if (modeOf(env) === 'demo') await runScript('demo', 'The demo data', environment, signal);
  await meanwhile;
  signal.throwIfAborted();
  undo.push(async () => {
    await Promise.all(site.children.map((child) => child.stop()));
  });
  const logs = modeOf(env) === 'demo' ? path.join(state, 'log') : undefined;
  if (logs) createFolder(logs, PRIVATE);
  /** @param {'server' | 'worker'} name */
  const begin = (name) => {
    const child = startChild({
      name: `The ${name}`,
      args: [...(options.nodeOptions ?? []), path.join(PROJECT, `apps/api/src/${name}.ts`)],
      env: environment,
      ...(logs ? { logFile: path.join(logs, `${name}.log`) } : {}),
    });
    site.children.push(child);
  };
  begin('server');
  await Promise.race([untilReady(site.url, signal), untilOneEnds(site)]);
  // After the server: its first e-mails go to the mailbox that the server holds.
  begin('worker');
}

/**
 * Settles, by an error, when a child ends that should have gone on.
 *
 * @param {Site} site
 * @returns {Promise<never>}
 */
export async function untilOneEnds(site) {
  const { child, words } = await Promise.race(
    site.children.map(async (child) => ({ child, words: (await child.ended).words })),
  );
  const alreadySaid = child.onTerminal && words.trim() !== '';
  throw new OperatorError(alreadySaid ? '' : `${child.name} stopped: ${lastWords(words)}`);
}

/**
 * @param {'migrate' | 'demo'} script
 * @param {string} name
 * @param {Record<string, string | undefined>} env
 * @param {AbortSignal} signal
 */
async function runScript(script, name, env, signal) {
  signal.throwIfAborted();
  // Ten thousand families at once: fewer collections of the youngest memory.
  const options = env.DEMO_SIZE === 'large' ? ['--max-semi-space-size=64'] : [];
  const args = [...options, path.join(PROJECT, `apps/api/src/${script}.ts`)];
  await runToEnd({ name, args, env, signal });
}

/** @param {string} state */
function ensureWritable(state) {
  try {
    createFolder(state, PASSABLE);
    accessSync(state, constants.W_OK);
  } catch {
    throw new OperatorError(`Préau cannot write in the folder ${state}: give it to this account.`);
  }
}

/** @param {Record<string, string | undefined>} env */
async function ensurePort(env) {
  const { host, port } = addressOf(env);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new OperatorError(`PORT must be a number from 1 to 65535, not "${env.PORT}".`);
  }
  if (await isFree(port, host)) return;
  throw new OperatorError(
    `Port ${port} of ${host} is taken: stop what uses it, or choose another with PORT=${port + 1}.`,
  );
}

/**
 * @param {string} url
 * @param {AbortSignal} signal
 */
async function untilReady(url, signal) {
  const deadline = performance.now() + READY_DEADLINE_MS;
  while (performance.now() < deadline) {
    signal.throwIfAborted();
    try {
      const answer = await fetch(`${url}/api/health/ready`, { signal });
      await answer.body?.cancel();
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(READY_POLL_MS);
  }
  throw new OperatorError(`The server does not answer at ${url}: see its log.`);
}
