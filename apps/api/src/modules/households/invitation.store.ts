import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { sharesAddress } from './guardian-access.ts';

/** A guardian locked to be invited. */
export type InvitedGuardian = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  /** In small letters. */
  readonly email: string;
  readonly accountId: string | null;
  readonly fileComplete: boolean;
  /** Another guardian of the household has this address, and had it first. */
  readonly sharesAddress: boolean;
};

const columns = `g.id, g.first_name as "firstName", g.last_name as "lastName", lower(g.email) as email,
     g.account_id as "accountId", h.file_completed_at is not null as "fileComplete",
     ${sharesAddress} as "sharesAddress"
   from guardian g
   join household h on h.organisation_id = g.organisation_id and h.id = g.household_id`;

const chosen = statement<InvitedGuardian>(
  'invitation.lock-chosen',
  `select ${columns}
   where g.organisation_id = $1 and g.id = any($2::uuid[])
   order by g.id for no key update of g`,
);

const never = `g.organisation_id = $1 and g.account_id is null
     and h.file_completed_at is not null and not ${sharesAddress}`;

const neverInvited = statement<InvitedGuardian>(
  'invitation.lock-never-invited',
  `select ${columns}
   where ${never}
   order by g.id limit $2 for no key update of g`,
);

const countNever = statement<{ count: number }>(
  'invitation.count-never-invited',
  `select count(*) from guardian g
   join household h on h.organisation_id = g.organisation_id and h.id = g.household_id
   where ${never}`,
);

const link = statement<never>(
  'invitation.link-accounts',
  `update guardian g set account_id = linked.account_id
   from unnest($2::uuid[], $3::uuid[]) as linked (id, account_id)
   where g.organisation_id = $1 and g.id = linked.id`,
);

/** These guardians, those of them that exist, in the order of their ids. */
export function lockChosen(tx: Tx, ids: readonly string[]): Promise<InvitedGuardian[]> {
  return tx.ask(chosen, [tx.organisationId, ids]);
}

/** Guardians whose file is complete and who were never invited: so many at most. */
export function lockNeverInvited(tx: Tx, most: number): Promise<InvitedGuardian[]> {
  return tx.ask(neverInvited, [tx.organisationId, most]);
}

/** How many there are of them. */
export async function countNeverInvited(tx: Tx): Promise<number> {
  const [row] = await tx.ask(countNever, [tx.organisationId]);
  return row?.count ?? 0;
}

/** Gives each guardian the account they are to sign in with. */
export function linkAccounts(
  tx: Tx,
  linked: readonly { readonly guardianId: string; readonly accountId: string }[],
): void {
  tx.write(link, [
    tx.organisationId,
    linked.map(({ guardianId }) => guardianId),
    linked.map(({ accountId }) => accountId),
  ]);
}
