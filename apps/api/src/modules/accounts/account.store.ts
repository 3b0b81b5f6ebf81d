import type { Instant } from '@preau/domain/time/instant';
import type { GrantedRole, Surface } from '../../platform/auth/actor.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Ask, Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import type { AccountStatus } from './account-status.ts';
import { staffRole } from './accounts.tables.ts';

/** What signing in needs to know of an active account. */
export type Credentials = {
  readonly accountId: string;
  readonly passwordHash: string;
  /** The household a guardian acts for; `null` for staff. */
  readonly householdId: string | null;
};

const householdOf = `(select g.household_id from guardian g
  where g.organisation_id = a.organisation_id and g.account_id = a.id order by g.household_id limit 1)`;

const credentials = statement<Credentials>(
  'account.credentials',
  `select a.id as "accountId", a.password_hash as "passwordHash", ${householdOf} as "householdId"
   from account a
   where a.organisation_id = $1 and a.surface = $2 and a.email = $3
     and a.status = 'active' and a.password_hash is not null`,
);

const holdPassword = statement<{ held: true }>(
  'account.hold-password',
  `select true as held from account
   where organisation_id = $1 and id = $2 and password_hash = $3 and status = 'active' for share`,
);

const setHash = statement<{ householdId: string | null }>(
  'account.set-password',
  `update account a set password_hash = $3, status = 'active'
   where a.organisation_id = $1 and a.id = $2 and a.status <> 'disabled'
   returning ${householdOf} as "householdId"`,
);

/** The active account behind an address, whose password is still to be verified. */
export async function findCredentials(
  ask: Ask,
  organisationId: string,
  surface: Surface,
  email: string,
): Promise<Credentials | undefined> {
  const [found] = await ask(credentials, [organisationId, surface, email]);
  return found;
}

/** Keeps a verified password from being replaced until the commit; false when it already was. */
export async function holdVerifiedPassword(tx: Tx, verified: Credentials): Promise<boolean> {
  const rows = await tx.ask(holdPassword, [
    tx.organisationId,
    verified.accountId,
    verified.passwordHash,
  ]);
  return rows.length === 1;
}

/** Sets a password and makes the account active. `undefined` when it is disabled or gone. */
export async function setPassword(
  tx: Tx,
  accountId: string,
  passwordHash: string,
): Promise<{ householdId: string | null } | undefined> {
  const [changed] = await tx.ask(setHash, [tx.organisationId, accountId, passwordHash]);
  return changed;
}

export type NewAccount = {
  readonly surface: Surface;
  readonly email: string;
  readonly displayName: string;
};

/** An account as whoever invites needs to know it. */
export type EnsuredAccount = {
  readonly id: string;
  /** In small letters. */
  readonly email: string;
  readonly status: AccountStatus;
};

const openAccounts = statement<never>(
  'account.open-all',
  `insert into account (organisation_id, id, surface, email, display_name, status, created_at)
   select $1, id, $2, email, display_name, 'invited', to_timestamp($6::float8 / 1000)
   from unnest($3::uuid[], $4::text[], $5::text[]) as wanted (id, email, display_name)
   order by email
   on conflict do nothing`,
);

const byEmail = statement<EnsuredAccount>(
  'account.by-email',
  `select id, email, status from account
   where organisation_id = $1 and surface = $2 and email = any($3::text[])`,
);

/** The accounts of these addresses, created as invited where there are none. Set-based. */
export async function ensureAccounts(
  tx: Tx,
  surface: Surface,
  wanted: readonly Pick<NewAccount, 'email' | 'displayName'>[],
  now: Instant,
): Promise<EnsuredAccount[]> {
  const named = new Map(wanted.map((one) => [one.email.toLowerCase(), one.displayName]));
  const emails = [...named.keys()];
  const ids = emails.map(() => newId());
  tx.write(openAccounts, [tx.organisationId, surface, ids, emails, [...named.values()], now]);
  return tx.ask(byEmail, [tx.organisationId, surface, emails]);
}

/** The account of this address, created as invited when there is none. */
export async function ensureAccount(
  tx: Tx,
  { surface, ...wanted }: NewAccount,
  now: Instant,
): Promise<EnsuredAccount> {
  const [found] = await ensureAccounts(tx, surface, [wanted], now);
  if (!found) throw new Error('An account vanished while it was being invited');
  return found;
}

/** Gives a staff account its roles. */
export async function grantRoles(
  tx: Tx,
  accountId: string,
  roles: readonly GrantedRole[],
): Promise<void> {
  if (roles.length === 0) return;
  await tx.orm
    .insert(staffRole)
    .values(roles.map((role) => ({ ...role, organisationId: tx.organisationId, accountId })))
    .onConflictDoNothing();
}
