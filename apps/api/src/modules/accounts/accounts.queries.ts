import type { Instant } from '@preau/domain/time/instant';
import type { Claims, GrantedRole } from '../../platform/auth/actor.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

type OwnAccount = {
  readonly account: { readonly id: string; readonly email: string; readonly displayName: string };
  readonly roles: readonly GrantedRole[];
};

const staffMe = statement<OwnAccount>(
  'account.staff-me',
  `select jsonb_build_object('id', a.id, 'email', a.email, 'displayName', a.display_name) as account,
     coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'facilityId', r.facility_id)
                                order by r.role, r.facility_id)
               from staff_role r
               where r.organisation_id = a.organisation_id and r.account_id = a.id), '[]') as roles
   from account a where a.organisation_id = $1 and a.id = $2`,
);

/** The signed-in member of staff with their roles. */
export async function getStaffMe(ask: Ask, claims: Claims): Promise<OwnAccount> {
  const [found] = await ask(staffMe, [claims.organisationId, claims.accountId]);
  if (!found) throw new Error('A signed-in account has no row');
  return found;
}

const ownHash = statement<{ passwordHash: string | null }>(
  'account.own-hash',
  'select password_hash as "passwordHash" from account where organisation_id = $1 and id = $2',
);

/** What is stored for the password of the claims' account. */
export async function findPasswordHash(ask: Ask, claims: Claims): Promise<string | null> {
  const [found] = await ask(ownHash, [claims.organisationId, claims.accountId]);
  return found?.passwordHash ?? null;
}

/** One of the sessions an account has open. */
type OwnSession = {
  readonly id: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant;
  readonly userAgent: string;
};

const liveSessions = statement<OwnSession>(
  'session.list',
  `select id, (extract(epoch from created_at) * 1000)::bigint as "createdAt",
     (extract(epoch from last_used_at) * 1000)::bigint as "lastUsedAt", user_agent as "userAgent"
   from sign_in_session
   where organisation_id = $1 and account_id = $2 and revoked_at is null
     and expires_at > to_timestamp($3::float8 / 1000)
   order by last_used_at desc, id desc limit 100`,
);

/** Live sessions of the claims' account, the last used first. */
export function listSessions(ask: Ask, claims: Claims, now: Instant): Promise<OwnSession[]> {
  return ask(liveSessions, [claims.organisationId, claims.accountId, now]);
}
