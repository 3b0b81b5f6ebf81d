import path from 'node:path';
import { freePort } from './ports.mjs';
import { PROJECT } from './places.mjs';
import { readOrCreateSecrets } from './secrets.mjs';

/**
 * @typedef {'demo' | 'production' | 'test'} Mode
 * @typedef {Record<string, string | undefined>} Environment
 */

const DEFAULT_PORT = 3000;

/**
 * What an installation is for: a demo, unless told otherwise or given a database of its own.
 *
 * @param {Environment} env
 * @returns {string} checked by the server, which knows the modes
 */
export function modeOf(env) {
  return env.PREAU_MODE ?? (env.DATABASE_URL === undefined ? 'demo' : 'production');
}

/**
 * Where the server listens.
 *
 * @param {Environment} env
 */
export function addressOf(env) {
  const port = Number(env.PORT ?? DEFAULT_PORT);
  const host = env.HOST ?? '127.0.0.1';
  const local = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return { host, port, url: `http://${local}:${port}` };
}

/**
 * The environment of the server, the worker and the operator's commands: what was given, completed.
 * Secrets are made only for a machine on its own; several machines must be given the same ones.
 *
 * @param {Environment} env
 * @param {string} state the folder of this machine's data
 * @param {import('./database-at-hand.mjs').DatabaseAtHand} database
 * @returns {Promise<Environment>}
 */
export async function siteEnvironment(env, state, database) {
  const mode = modeOf(env);
  const { host, port, url } = addressOf(env);
  const alone = mode !== 'production' || database.embedded;
  const secrets = alone
    ? readOrCreateSecrets(state, 'secrets.json', ['PREAU_SESSION_SECRET', 'PREAU_ENCRYPTION_KEY'])
    : {};
  return {
    ...secrets,
    FAMILY_DIST: path.join(PROJECT, 'apps/family/dist'),
    STAFF_DIST: path.join(PROJECT, 'apps/staff/dist'),
    PUBLIC_URL: url,
    ...env,
    PREAU_MODE: mode,
    DEMO_FILE: demoFile(state),
    HOST: host,
    PORT: String(port),
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_JOBS_URL: database.jobsUrl,
    ...(mode === 'production' ? {} : await mailboxEnvironment()),
  };
}

/**
 * Where the demo data says how to sign in to it.
 *
 * @param {string} state the folder of this machine's data
 */
export function demoFile(state) {
  return path.join(state, 'demo.json');
}

/** Outside production every e-mail goes to the mailbox inside the server, whatever is configured. */
async function mailboxEnvironment() {
  const port = await freePort();
  return { DEV_MAIL_PORT: String(port), SMTP_URL: `smtp://127.0.0.1:${port}` };
}
