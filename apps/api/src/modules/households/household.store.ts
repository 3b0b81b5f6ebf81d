import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';

/** A household locked for a change, with who is in it. */
export type LockedHousehold = {
  readonly revision: number;
  readonly guardians: readonly LockedGuardian[];
  readonly childIds: readonly string[];
};

export type LockedGuardian = {
  readonly id: string;
  /** In small letters. */
  readonly email: string;
  readonly accountId: string | null;
  /** Somebody signs in with this address. */
  readonly inUse: boolean;
};

const lock = statement<{ revision: number }>(
  'household.lock',
  'select revision from household where organisation_id = $1 and id = $2 for no key update',
);

const members = statement<Omit<LockedHousehold, 'revision'>>(
  'household.members',
  `select
     (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'email', lower(g.email),
               'accountId', g.account_id, 'inUse', coalesce(a.status = 'active', false))), '[]')
      from guardian g
      left join account a on a.organisation_id = g.organisation_id and a.id = g.account_id
      where g.organisation_id = $1 and g.household_id = $2) as guardians,
     array(select child_id from household_child
           where organisation_id = $1 and household_id = $2) as "childIds"`,
);

// Two who register the same family at once would each find nobody known.
const register = statement<never>(
  'household.lock-register',
  'select from organisation where organisation_id = $1 for no key update',
);

const rename = statement<never>(
  'household.rename',
  `update household set name = $3, address = nullif($4, ''), revision = revision + 1
   where organisation_id = $1 and id = $2`,
);

const touchShared = statement<{ id: string }>(
  'household.touch-shared',
  `update household set revision = revision + 1
   where organisation_id = $1 and id <> $2 and id in (
     select household_id from household_child
     where organisation_id = $1 and child_id = any($3::uuid[]))
   returning id`,
);

const quotient = statement<never>(
  'household.set-quotient',
  `insert into household_quotient (organisation_id, household_id, valid_from, quotient)
   values ($1, $2, $3, $4)
   on conflict (organisation_id, household_id, valid_from) do update set quotient = excluded.quotient`,
);

const tick = statement<{ id: string }>(
  'household.tick-file',
  `update household set revision = revision + 1,
     file_completed_at = to_timestamp($3::float8 / 1000), file_completed_by = $4
   where organisation_id = $1 and id = $2
   returning id`,
);

/** `undefined` when this organisation has no such household. */
export async function lockHousehold(tx: Tx, id: string): Promise<LockedHousehold | undefined> {
  const [[household], [people]] = await Promise.all([
    tx.ask(lock, [tx.organisationId, id]),
    tx.ask(members, [tx.organisationId, id]),
  ]);
  return household && people && { ...household, ...people };
}

/** Until the commit nobody else of the organisation registers anybody. */
export async function lockRegister(tx: Tx): Promise<void> {
  await tx.ask(register, [tx.organisationId]);
}

/** @param address empty = none. */
export function renameHousehold(tx: Tx, id: string, name: string, address: string): void {
  tx.write(rename, [tx.organisationId, id, name, address]);
}

/** The other households of these children see them changed too; returns their ids. */
export async function touchSharedHouseholds(
  tx: Tx,
  householdId: string,
  childIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.ask(touchShared, [tx.organisationId, householdId, childIds]);
  return rows.map(({ id }) => id);
}

export type DatedQuotient = { readonly validFrom: Day; readonly quotient: number };

/** The quotient in force from a day on; the one said before for the same day is replaced. */
export function setQuotient(tx: Tx, householdId: string, dated: DatedQuotient): void {
  tx.write(quotient, [tx.organisationId, householdId, dated.validFrom, dated.quotient]);
}

/**
 * Says since when and by whom the file is complete, or (`null`) that something is missing.
 * @returns false when there is no such household.
 */
export async function tickFile(
  tx: Tx,
  householdId: string,
  completed: { readonly at: Instant; readonly by: string } | null,
): Promise<boolean> {
  const values = [completed?.at ?? null, completed?.by ?? null];
  const rows = await tx.ask(tick, [tx.organisationId, householdId, ...values]);
  return rows.length === 1;
}
