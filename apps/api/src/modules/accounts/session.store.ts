import type { Instant } from '@preau/domain/time/instant';
import type {
  Claims,
  GrantedRole,
  LiveSession,
  SessionGate,
  Surface,
} from '../../platform/auth/actor.ts';
import type { Database } from '../../platform/db/pool.ts';
import { statement } from '../../platform/db/statement.ts';
import { transaction, type Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a session lasts without being used, in milliseconds. */
const idleLifetime: Record<Surface, number> = { family: 30 * day, staff: 30 * minute };

const check = statement<{ roles: GrantedRole[] }>(
  'session.check',
  `select coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'facilityId', r.facility_id))
                    from staff_role r where r.organisation_id = $1 and r.account_id = $3), '[]') as roles
   from sign_in_session s
   where s.organisation_id = $1 and s.id = $2 and s.account_id = $3
     and s.household_id is not distinct from $4
     and s.revoked_at is null and s.expires_at > to_timestamp($5::float8 / 1000)`,
);

const touch = statement<never>(
  'session.touch',
  `update sign_in_session
   set last_used_at = to_timestamp($3::float8 / 1000), expires_at = to_timestamp($4::float8 / 1000)
   where organisation_id = $1 and id = $2 and revoked_at is null`,
);

const insert = statement<never>(
  'session.insert',
  `insert into sign_in_session
     (organisation_id, id, account_id, household_id, user_agent, created_at, last_used_at, expires_at)
   values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000), to_timestamp($6::float8 / 1000), to_timestamp($7::float8 / 1000))`,
);

/** The session row decides, in the caller's own message, whether a token still counts. */
export const sessionGate: SessionGate = {
  check: async (ask, claims, now): Promise<LiveSession | null> => {
    const [row] = await ask(check, [
      claims.organisationId,
      claims.sessionId,
      claims.accountId,
      claims.householdId,
      now,
    ]);
    return row ?? null;
  },
};

/** Extends a session that was used. */
export async function touchSession(
  database: Database,
  claims: Claims,
  now: Instant,
): Promise<void> {
  await transaction(database, claims.organisationId, async (tx) => {
    tx.write(touch, [
      claims.organisationId,
      claims.sessionId,
      now,
      now + idleLifetime[claims.surface],
    ]);
  });
}

/** Opens a session for an account and returns what its token will say. */
export function openSession(
  tx: Tx,
  account: { id: string; surface: Surface; householdId: string | null; userAgent: string },
  now: Instant,
): Claims {
  const claims: Claims = {
    surface: account.surface,
    organisationId: tx.organisationId,
    accountId: account.id,
    sessionId: newId(),
    householdId: account.householdId,
  };
  tx.write(insert, [
    tx.organisationId,
    claims.sessionId,
    account.id,
    account.householdId,
    account.userAgent.slice(0, 300),
    now,
    now + idleLifetime[account.surface],
  ]);
  return claims;
}

const others = statement<never>(
  'session.revoke-others',
  `update sign_in_session set revoked_at = to_timestamp($3::float8 / 1000)
   where organisation_id = $1 and account_id = $2 and revoked_at is null and id is distinct from $4`,
);

const one = statement<{ id: string }>(
  'session.revoke-one',
  `update sign_in_session set revoked_at = to_timestamp($4::float8 / 1000)
   where organisation_id = $1 and account_id = $2 and id = $3 and revoked_at is null
   returning id`,
);

/** Ends every session of an account but one (`null`: all of them). Their next request is refused. */
export function revokeOtherSessions(
  tx: Tx,
  accountId: string,
  kept: string | null,
  now: Instant,
): void {
  tx.write(others, [tx.organisationId, accountId, now, kept]);
}

/** Ends one session of an account; false when it is not one of its live ones. */
export async function revokeSession(
  tx: Tx,
  accountId: string,
  sessionId: string,
  now: Instant,
): Promise<boolean> {
  const rows = await tx.ask(one, [tx.organisationId, accountId, sessionId, now]);
  return rows.length === 1;
}

const ofHousehold = statement<never>(
  'session.revoke-of-household',
  `update sign_in_session set revoked_at = to_timestamp($4::float8 / 1000)
   where organisation_id = $1 and account_id = any($2::uuid[]) and household_id = $3
     and revoked_at is null`,
);

/** Ends the sessions in which these accounts act for a household they have left. */
export function endHouseholdSessions(
  tx: Tx,
  accountIds: readonly string[],
  householdId: string,
  now: Instant,
): void {
  tx.write(ofHousehold, [tx.organisationId, accountIds, householdId, now]);
}
