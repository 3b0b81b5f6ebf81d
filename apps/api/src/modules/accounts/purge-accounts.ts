import { statement } from '../../platform/db/statement.ts';
import type { Purge } from '../../platform/jobs/purge.ts';

const day = 24 * 3_600_000;
/** A year: a link of July opened in September must still be recognised, to offer a new one. */
const linksKept = 365 * day;
const sessionsKept = 30 * day;

const forgetLinks = statement<never>(
  'purge.links',
  `delete from account_link
   where organisation_id = $1 and expires_at < to_timestamp($2::float8 / 1000)`,
);

const forgetSessions = statement<never>(
  'purge.sessions',
  `delete from sign_in_session where organisation_id = $1
     and least(expires_at, revoked_at) < to_timestamp($2::float8 / 1000)`,
);

/** Links a year after they expired, sessions thirty days after they ended. */
export const purgeAccounts: Purge = (tx, now) => {
  tx.write(forgetLinks, [tx.organisationId, now - linksKept]);
  tx.write(forgetSessions, [tx.organisationId, now - sessionsKept]);
};
