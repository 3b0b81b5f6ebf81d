import { readOrCreateSecrets } from './secrets.mjs';
import { OperatorError } from './operator-error.mjs';
import {
  APP_ROLE,
  JOBS_ROLE,
  OWNER_ROLE,
  ensureRoles,
  prepareInside,
  withClient,
} from './postgres-roles.mjs';

/**
 * @param {string} setting the name of the setting that holds the address
 * @param {string} url
 * @throws {OperatorError} when nobody answers there; the sentence holds no password
 */
export async function checkReachable(setting, url) {
  try {
    await withClient(url, (client) => client.query('select 1'));
  } catch (error) {
    throw new OperatorError(`${setting} leads to no usable database (${reason(url, error)}).`);
  }
}

/**
 * Prepares a server of which only an administrator's address is known: makes the three roles, with
 * passwords kept in the state folder, and gives the database to the owner role.
 *
 * @param {string} adminUrl
 * @param {string} state the folder of this machine's data
 * @returns {Promise<import('./postgres-roles.mjs').DatabaseUrls>}
 * @throws {OperatorError} when the address is not an administrator's
 */
export async function adoptServer(adminUrl, state) {
  return withClient(adminUrl, async (admin) => {
    const asked = await admin.query(
      `select rolsuper, current_database() as database from pg_roles where rolname = current_user`,
    );
    const { rolsuper, database } = asked.rows[0];
    if (!rolsuper) {
      throw new OperatorError(
        'DATABASE_URL is not an administrator: set DATABASE_OWNER_URL and DATABASE_JOBS_URL too.',
      );
    }
    const passwords = readOrCreateSecrets(state, 'database.json', ['owner', 'app', 'jobs']);
    await ensureRoles(admin, passwords);
    const name = admin.escapeIdentifier(database);
    await admin.query(`grant connect, create on database ${name} to ${OWNER_ROLE}, ${JOBS_ROLE}`);
    await admin.query(`grant connect on database ${name} to ${APP_ROLE}`);
    await admin.query(`alter schema public owner to ${OWNER_ROLE}`);
    await prepareInside(admin);
    /** @param {string} role @param {string} password */
    const as = (role, password) => {
      const url = new URL(adminUrl);
      url.username = role;
      url.password = password;
      return url.href;
    };
    const urls = {
      ownerUrl: as(OWNER_ROLE, passwords.owner),
      appUrl: as(APP_ROLE, passwords.app),
      jobsUrl: as(JOBS_ROLE, passwords.jobs),
    };
    // The roles may have been made from elsewhere, with other passwords.
    await checkReachable('DATABASE_URL, as the application role,', urls.appUrl);
    return urls;
  });
}

/**
 * @param {string} url
 * @param {unknown} error
 */
function reason(url, error) {
  let place = 'the address is not readable';
  try {
    place = new URL(url).host;
  } catch {
    return place;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : '';
  return [place, message || code].filter(Boolean).join(': ');
}
