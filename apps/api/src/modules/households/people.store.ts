import type { Day } from '@preau/domain/time/day';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';

/** A guardian as the office writes them. */
export type GuardianRow = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  /** In small letters. */
  readonly email: string;
  /** Empty = none. */
  readonly phone: string;
};

/** A child as the office writes them. */
export type ChildRow = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthOn: Day;
  readonly schoolClass: string;
};

// A new address is nobody's access yet: the guardian is to be invited again.
const changeGuardians = statement<never>(
  'household.change-guardians',
  `update guardian g set first_name = c.first_name, last_name = c.last_name, email = c.email,
     phone = nullif(c.phone, ''), account_id = case when lower(g.email) = c.email then g.account_id end
   from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
     as c (id, first_name, last_name, email, phone)
   where g.organisation_id = $1 and g.household_id = $2 and g.id = c.id`,
);

const addGuardians = statement<never>(
  'household.add-guardians',
  `insert into guardian (organisation_id, household_id, id, first_name, last_name, email, phone)
   select $1, $2, id, first_name, last_name, email, nullif(phone, '')
   from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
     as added (id, first_name, last_name, email, phone)`,
);

const removeGuardians = statement<never>(
  'household.remove-guardians',
  'delete from guardian where organisation_id = $1 and household_id = $2 and id = any($3::uuid[])',
);

const ofNobody = statement<{ id: string }>(
  'household.accounts-of-nobody',
  `select a.id from unnest($2::uuid[]) as a (id)
   where not exists (select from guardian g where g.organisation_id = $1 and g.account_id = a.id)`,
);

const changeChildren = statement<never>(
  'household.change-children',
  `update child set first_name = c.first_name, last_name = c.last_name, birth_on = c.birth_on,
     school_class = c.school_class
   from unnest($2::uuid[], $3::text[], $4::text[], $5::date[], $6::text[])
     as c (id, first_name, last_name, birth_on, school_class)
   where child.organisation_id = $1 and child.id = c.id`,
);

const addChildren = statement<never>(
  'household.add-children',
  `insert into child (organisation_id, id, first_name, last_name, birth_on, school_class)
   select $1, id, first_name, last_name, birth_on, school_class
   from unnest($2::uuid[], $3::text[], $4::text[], $5::date[], $6::text[])
     as added (id, first_name, last_name, birth_on, school_class)`,
);

const joinHousehold = statement<never>(
  'household.join-children',
  `insert into household_child (organisation_id, household_id, child_id)
   select $1, $2, id from unnest($3::uuid[]) as joined (id)
   on conflict do nothing`,
);

const existing = statement<{ id: string }>(
  'household.existing-children',
  'select id from child where organisation_id = $1 and id = any($2::uuid[])',
);

const guardianColumns = (rows: readonly GuardianRow[]) => [
  rows.map(({ id }) => id),
  rows.map(({ firstName }) => firstName),
  rows.map(({ lastName }) => lastName),
  rows.map(({ email }) => email),
  rows.map(({ phone }) => phone),
];

const childColumns = (rows: readonly ChildRow[]) => [
  rows.map(({ id }) => id),
  rows.map(({ firstName }) => firstName),
  rows.map(({ lastName }) => lastName),
  rows.map(({ birthOn }) => birthOn),
  rows.map(({ schoolClass }) => schoolClass),
];

/** One whose address changes loses the access of the former one. */
export function updateGuardians(tx: Tx, householdId: string, rows: readonly GuardianRow[]): void {
  tx.write(changeGuardians, [tx.organisationId, householdId, ...guardianColumns(rows)]);
}

export function insertGuardians(tx: Tx, householdId: string, rows: readonly GuardianRow[]): void {
  tx.write(addGuardians, [tx.organisationId, householdId, ...guardianColumns(rows)]);
}

export function deleteGuardians(tx: Tx, householdId: string, ids: readonly string[]): void {
  tx.write(removeGuardians, [tx.organisationId, householdId, ids]);
}

/** Of these accounts, those that no guardian has any more. */
export async function findAccountsOfNobody(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.ask(ofNobody, [tx.organisationId, ids]);
  return rows.map(({ id }) => id);
}

export function updateChildren(tx: Tx, rows: readonly ChildRow[]): void {
  tx.write(changeChildren, [tx.organisationId, ...childColumns(rows)]);
}

/** New children of a household. */
export function insertChildren(tx: Tx, householdId: string, rows: readonly ChildRow[]): void {
  tx.write(addChildren, [tx.organisationId, ...childColumns(rows)]);
  joinChildren(
    tx,
    householdId,
    rows.map(({ id }) => id),
  );
}

/** Children who are already known, now of this household too. */
export function joinChildren(tx: Tx, householdId: string, ids: readonly string[]): void {
  tx.write(joinHousehold, [tx.organisationId, householdId, ids]);
}

/** Whether all these children are known to the organisation. */
export async function doChildrenExist(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const rows = await tx.ask(existing, [tx.organisationId, ids]);
  return rows.length === new Set(ids).size;
}
