import path from 'node:path';
import pg from 'pg';
import { startCluster } from './embedded-postgres.mjs';
import { adoptServer, checkReachable } from './external-database.mjs';
import { OperatorError } from './operator-error.mjs';

/**
 * The database a start works with: the one named by the environment, or one of our own.
 *
 * @typedef {import('./postgres-roles.mjs').DatabaseUrls} DatabaseUrls
 * @typedef {DatabaseUrls & { embedded: boolean, close: () => Promise<void> }} DatabaseAtHand
 */

/** Held for as long as a Préau runs on an embedded cluster, which stops with it. */
const RUNNING_LOCK = 7_302_004;

/** Millions of rows written at once stay in memory, and out of the way of checkpoints. */
export const LARGE_SETTINGS = {
  shared_buffers: '1GB',
  wal_buffers: '64MB',
  wal_init_zero: 'off',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
};

/**
 * @param {Record<string, string | undefined>} env
 * @param {string} state the folder of this machine's data
 * @returns {Promise<DatabaseAtHand>}
 * @throws {OperatorError} when it cannot be reached or is not ours to use
 */
export async function openDatabase(env, state) {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_JOBS_URL } = env;
  if (DATABASE_URL === undefined) {
    return openEmbedded(state, env.DEMO_SIZE === 'large' ? LARGE_SETTINGS : {});
  }
  for (const [name, url] of Object.entries({
    DATABASE_URL,
    DATABASE_OWNER_URL,
    DATABASE_JOBS_URL,
  })) {
    if (url !== undefined) await checkReachable(name, url);
  }
  if (DATABASE_OWNER_URL === undefined || DATABASE_JOBS_URL === undefined) {
    const urls = await adoptServer(DATABASE_URL, state);
    return { ...urls, embedded: false, close: async () => undefined };
  }
  return {
    ownerUrl: DATABASE_OWNER_URL,
    appUrl: DATABASE_URL,
    jobsUrl: DATABASE_JOBS_URL,
    embedded: false,
    close: async () => undefined,
  };
}

/**
 * @param {string} state
 * @param {Record<string, string>} settings of the server
 * @returns {Promise<DatabaseAtHand>}
 */
async function openEmbedded(state, settings) {
  const cluster = await startCluster({ folder: path.join(state, 'data'), settings });
  const leave = await enterAlone(cluster.superuserUrl);
  if (leave === undefined) {
    throw new OperatorError(`Préau already runs with the data in ${state}: stop it first.`);
  }
  return {
    ownerUrl: cluster.ownerUrl,
    appUrl: cluster.appUrl,
    jobsUrl: cluster.jobsUrl,
    embedded: true,
    async close() {
      await leave();
      await cluster.stop();
    },
  };
}

/**
 * Takes an embedded cluster for oneself: whoever has it stops it when leaving.
 *
 * @param {string} superuserUrl
 * @returns {Promise<(() => Promise<void>) | undefined>} gives it back; nothing when a Préau has it
 */
export async function enterAlone(superuserUrl) {
  const guard = new pg.Client({ connectionString: superuserUrl });
  guard.on('error', () => undefined);
  await guard.connect();
  const alone = await guard.query('select pg_try_advisory_lock($1) as got', [RUNNING_LOCK]);
  if (alone.rows[0].got) return () => guard.end();
  await guard.end();
  return undefined;
}
