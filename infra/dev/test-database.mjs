import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startCluster } from './embedded-postgres.mjs';
import { OperatorError } from './operator-error.mjs';
import {
  OWNER_ROLE,
  SUPERUSER,
  databaseUrl,
  databaseUrls,
  ensureDatabase,
  grantDatabase,
  withClient,
} from './postgres-roles.mjs';

/**
 * Real databases for tests. One throw-away cluster is shared by every test process of the machine;
 * a template is migrated once per set of migrations, and cloning it takes some 80 ms.
 *
 * @typedef {import('./embedded-postgres.mjs').Cluster} Cluster
 * @typedef {import('./postgres-roles.mjs').DatabaseUrls} DatabaseUrls
 *
 * @typedef {object} TestDatabaseRequest
 * @property {(ownerUrl: string, urls: DatabaseUrls) => Promise<void>} migrate brings an empty
 *   database to the present schema
 * @property {string} fingerprint changes whenever the migrations do, e.g. a hash of their files
 * @property {string} [folder] where the shared cluster lives (default `.preau/test-<uid>`)
 *
 * @typedef {DatabaseUrls & { drop: () => Promise<void> }} TestDatabase
 */

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const DEFAULT_FOLDER = path.join(PROJECT, '.preau', `test-${process.getuid?.() ?? 'user'}`);

/** Held shared by whoever uses the cluster; who gets it exclusively is alone, and may stop it. */
const LEASE_LOCK = 7_302_002;
/** Serialises the preparation of templates. */
const TEMPLATE_LOCK = 7_302_003;
/** How often to look whether the others have left, in milliseconds. */
const LEAVING_POLL_MS = 100;
/** Templates of other versions of the schema are forgotten after a day. */
const TEMPLATE_AGE = '1 day';

/** Speed over safety: these databases are worth nothing after the test. */
const TEST_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  autovacuum_naptime: '5min',
};

/**
 * Starts or joins the shared test cluster and keeps it alive until released; the last one to leave
 * stops it, and whoever arrives on an empty one sweeps what killed tests left behind.
 *
 * @param {string} [folder]
 * @returns {Promise<{ cluster: Cluster, release: (patienceMs?: number) => Promise<void> }>} `release`
 *   may wait a little for others that are leaving, to be the one that stops the cluster
 */
export async function leaseTestCluster(folder = DEFAULT_FOLDER) {
  // The cluster may be stopped by its last user between our joining and our lease: then once more.
  for (let attempt = 1; ; attempt += 1) {
    try {
      const cluster = await startCluster({ folder, settings: TEST_SETTINGS });
      const lease = new pg.Client({ connectionString: cluster.superuserUrl });
      lease.on('error', () => undefined);
      await lease.connect();
      await takeLease(lease);
      return { cluster, release: (patienceMs = 0) => releaseLease(lease, cluster, patienceMs) };
    } catch (error) {
      if (attempt === 5 || error instanceof OperatorError) throw error;
    }
  }
}

/** @param {pg.Client} lease */
async function takeLease(lease) {
  const alone = await lease.query('select pg_try_advisory_lock($1) as got', [LEASE_LOCK]);
  if (!alone.rows[0].got) {
    await lease.query('select pg_advisory_lock_shared($1)', [LEASE_LOCK]);
    return;
  }
  await sweep(lease);
  await lease.query('select pg_advisory_lock_shared($1)', [LEASE_LOCK]);
  await lease.query('select pg_advisory_unlock($1)', [LEASE_LOCK]);
}

/**
 * @param {pg.Client} lease
 * @param {Cluster} cluster
 * @param {number} patienceMs
 */
async function releaseLease(lease, cluster, patienceMs) {
  await lease.query('select pg_advisory_unlock_shared($1)', [LEASE_LOCK]);
  const deadline = performance.now() + patienceMs;
  const isAlone = async () =>
    (await lease.query('select pg_try_advisory_lock($1) as got', [LEASE_LOCK])).rows[0].got;
  let alone = await isAlone();
  while (!alone && performance.now() < deadline) {
    await sleep(LEAVING_POLL_MS);
    alone = await isAlone();
  }
  if (alone) await cluster.stop();
  await lease.end().catch(() => undefined);
}

/** @param {pg.Client} superuser holding the lease alone */
async function sweep(superuser) {
  const leftovers = await superuser.query(
    `select datname, datistemplate from pg_database
     where datname like 'test\\_%' or (datname like 'template\\_%' and
       coalesce(shobj_description(oid, 'pg_database')::timestamptz, '-infinity')
         < now() - $1::interval)`,
    [TEMPLATE_AGE],
  );
  for (const { datname, datistemplate } of leftovers.rows) {
    if (datistemplate) await superuser.query(`alter database ${datname} is_template false`);
    await superuser.query(`drop database ${datname} with (force)`);
  }
}

/**
 * A migrated database of one's own, cloned from a template that is made on first need. Call it once
 * per test file and `drop()` it at the end.
 *
 * @param {TestDatabaseRequest} request
 * @returns {Promise<TestDatabase>}
 */
export async function acquireTestDatabase({ migrate, fingerprint, folder }) {
  const { cluster, release } = await leaseTestCluster(folder);
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  try {
    await withClient(cluster.superuserUrl, async (superuser) => {
      const template = await ensureTemplate(superuser, cluster, fingerprint, migrate);
      await superuser.query(`create database ${name} owner ${OWNER_ROLE} template ${template}`);
      // A clone takes the content, not the rights on the database itself.
      await grantDatabase(superuser, name);
    });
  } catch (error) {
    await release();
    throw error;
  }
  return {
    ...databaseUrls(cluster.passwords, cluster.port, name),
    async drop() {
      await withClient(cluster.superuserUrl, (superuser) =>
        superuser.query(`drop database if exists ${name} with (force)`),
      );
      await release();
    },
  };
}

/**
 * The name of the migrated template. A template is finished once marked as one: what a killed
 * migration left unmarked is made again.
 *
 * @param {pg.Client} superuser
 * @param {Cluster} cluster
 * @param {string} fingerprint
 * @param {TestDatabaseRequest['migrate']} migrate
 */
async function ensureTemplate(superuser, cluster, fingerprint, migrate) {
  const digest = createHash('sha256').update(fingerprint).digest('hex').slice(0, 16);
  const name = `template_${digest}`;
  await superuser.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const known = await superuser.query(
      'select datistemplate from pg_database where datname = $1',
      [name],
    );
    if (known.rows[0]?.datistemplate) return name;
    await superuser.query(`drop database if exists ${name} with (force)`);
    const { passwords, port } = cluster;
    await ensureDatabase(superuser, databaseUrl(SUPERUSER, passwords.superuser, port, name), name);
    const urls = databaseUrls(passwords, port, name);
    await migrate(urls.ownerUrl, urls);
    const made = await superuser.query('select now()::text as at');
    await superuser.query(`comment on database ${name} is '${made.rows[0].at}'`);
    await superuser.query(`alter database ${name} is_template true allow_connections false`);
    return name;
  } finally {
    await superuser.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}
