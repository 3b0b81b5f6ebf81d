import pg from 'pg';

/**
 * The three roles of a Préau database, and the databases they use. The superuser is only ever used
 * here; nothing of the application knows its password.
 *
 * @typedef {{ superuser: string, owner: string, app: string, jobs: string }} Passwords
 * @typedef {{ ownerUrl: string, appUrl: string, jobsUrl: string }} DatabaseUrls
 */

export const SUPERUSER = 'postgres';
/** Owns the schema and runs the migrations; row security binds it too, as it is forced. */
export const OWNER_ROLE = 'preau_owner';
/** Serves requests; owns nothing and cannot go around row security. */
export const APP_ROLE = 'preau_app';
/** Relays events and runs jobs; owns the `graphile_worker` schema. */
export const JOBS_ROLE = 'preau_jobs';

/** Serialises the creation of roles and databases between processes. */
const PROVISION_LOCK = 7_302_001;

/** Needed by the exclusion constraints on validity periods; only a superuser may be asked for it. */
const EXTENSIONS = ['btree_gist'];

/**
 * @param {string} role
 * @param {string} password
 * @param {number} port
 * @param {string} database
 */
export function databaseUrl(role, password, port, database) {
  return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * @param {Passwords} passwords
 * @param {number} port
 * @param {string} database
 * @returns {DatabaseUrls}
 */
export function databaseUrls(passwords, port, database) {
  return {
    ownerUrl: databaseUrl(OWNER_ROLE, passwords.owner, port, database),
    appUrl: databaseUrl(APP_ROLE, passwords.app, port, database),
    jobsUrl: databaseUrl(JOBS_ROLE, passwords.jobs, port, database),
  };
}

/**
 * Runs some work on one connection, which is closed whatever happens.
 *
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that stops under an idle connection must not end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Creates the roles where they are missing. Safe to repeat, and to run twice at once.
 *
 * @param {pg.Client} superuser connected to any database of the cluster
 * @param {Pick<Passwords, 'owner' | 'app' | 'jobs'>} passwords
 */
export async function ensureRoles(superuser, passwords) {
  await superuser.query('select pg_advisory_lock($1)', [PROVISION_LOCK]);
  try {
    for (const [role, password] of [
      [OWNER_ROLE, passwords.owner],
      [APP_ROLE, passwords.app],
      [JOBS_ROLE, passwords.jobs],
    ]) {
      const known = await superuser.query('select from pg_roles where rolname = $1', [role]);
      if (known.rowCount === 0) {
        await superuser.query(
          `create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole
             password ${superuser.escapeLiteral(String(password))}`,
        );
      }
    }
  } finally {
    await superuser.query('select pg_advisory_unlock($1)', [PROVISION_LOCK]);
  }
}

/**
 * Creates an empty Préau database when it is missing: owned by the owner role, closed to everybody
 * else, with the extensions and the workers' schema.
 *
 * @param {pg.Client} superuser connected to any database of the cluster
 * @param {string} superuserUrl the same cluster, with the new database's name in its path
 * @param {string} database
 */
export async function ensureDatabase(superuser, superuserUrl, database) {
  await superuser.query('select pg_advisory_lock($1)', [PROVISION_LOCK]);
  try {
    const known = await superuser.query('select from pg_database where datname = $1', [database]);
    if (known.rowCount === 0) {
      await superuser.query(`create database ${database} owner ${OWNER_ROLE} template template0`);
    }
    await grantDatabase(superuser, database);
    await withClient(superuserUrl, prepareInside);
  } finally {
    await superuser.query('select pg_advisory_unlock($1)', [PROVISION_LOCK]);
  }
}

/**
 * Closes a database to everybody but its three roles.
 *
 * @param {pg.Client} superuser
 * @param {string} database
 */
export async function grantDatabase(superuser, database) {
  await superuser.query(`revoke all on database ${database} from public`);
  await superuser.query(`grant connect on database ${database} to ${APP_ROLE}`);
  // Its migrations say "create schema if not exists", which asks for the right even when it exists.
  await superuser.query(`grant connect, create on database ${database} to ${JOBS_ROLE}`);
}

/**
 * What only a superuser may put inside a database: the extensions, and the workers' schema.
 *
 * @param {pg.Client} superuser connected to that database
 */
export async function prepareInside(superuser) {
  for (const name of EXTENSIONS) await superuser.query(`create extension if not exists ${name}`);
  await superuser.query(`create schema if not exists graphile_worker authorization ${JOBS_ROLE}`);
}
