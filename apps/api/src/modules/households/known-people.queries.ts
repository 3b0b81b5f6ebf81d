import type { Day } from '@preau/domain/time/day';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';
import type { HouseholdRefusal } from './households.errors.ts';
import { folded } from './search-tokens.ts';

type KnownEmail = {
  readonly email: string;
  readonly householdId: string;
  readonly householdName: string;
};

type KnownChild = {
  readonly childId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthOn: Day;
  readonly householdId: string;
  readonly householdName: string;
};

// The index of tokens leads to the households; which of their guardians it is, their rows say.
const emails = statement<KnownEmail>(
  'household.known-emails',
  `select lower(g.email) as email, h.id as "householdId", h.name as "householdName"
   from household_search s
   join guardian g on g.organisation_id = s.organisation_id and g.household_id = s.household_id
   join household h on h.organisation_id = s.organisation_id and h.id = s.household_id
   where s.organisation_id = $1 and s.token = any($2::text[]) and lower(g.email) = any($3::text[])
     and h.id is distinct from $4
   order by h.name, h.id`,
);

const children = statement<KnownChild>(
  'household.known-children',
  `select c.id as "childId", c.first_name as "firstName", c.last_name as "lastName",
     c.birth_on as "birthOn", h.id as "householdId", h.name as "householdName"
   from child c
   join household_child hc on hc.organisation_id = c.organisation_id and hc.child_id = c.id
   join household h on h.organisation_id = hc.organisation_id and h.id = hc.household_id
   where c.organisation_id = $1 and c.birth_on = any($2::date[])
   order by h.name, h.id, c.id`,
);

/** An address somebody is to be written to, and where the request says it. */
export type WrittenEmail = {
  readonly email: string;
  readonly at: string;
  /** It was theirs before: another household may have had it since as long. */
  readonly kept: boolean;
};

/** A child to be written, and where the request says it. */
export type WrittenChild = {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthOn: Day;
  /** Said to be another child than the known one of this name and day of birth. */
  readonly homonym: boolean;
  readonly at: string;
};

/**
 * The first address that is already somebody's: twice in the request, or a guardian's of another
 * household. One address is one access, of one person.
 * @param own the household being written, when it exists.
 */
export async function findKnownEmail(
  ask: Ask,
  organisationId: string,
  written: readonly WrittenEmail[],
  own: string | null,
): Promise<HouseholdRefusal | null> {
  const seen = new Set<string>();
  for (const { email, at } of written) {
    if (seen.has(email)) return { code: 'email-twice', at };
    seen.add(email);
  }
  const changed = written.filter(({ kept }) => !kept);
  if (changed.length === 0) return null;
  const wanted = changed.map(({ email }) => email);
  const known = await ask(emails, [organisationId, wanted.map(folded), wanted, own]);
  for (const { email, at } of changed) {
    const owner = known.find((one) => one.email === email);
    if (!owner) continue;
    const household = { id: owner.householdId, name: owner.householdName };
    return { code: 'email-known', at, household };
  }
  return null;
}

/** The first child who is already known by name and day of birth, unless said to be another. */
export async function findKnownChild(
  ask: Ask,
  organisationId: string,
  written: readonly WrittenChild[],
): Promise<HouseholdRefusal | null> {
  const doubtful = written.filter(({ homonym }) => !homonym);
  if (doubtful.length === 0) return null;
  const birthdays = doubtful.map(({ birthOn }) => birthOn);
  const known = await ask(children, [organisationId, birthdays]);
  for (const child of doubtful) {
    const same = known.find((one) => one.birthOn === child.birthOn && named(one) === named(child));
    if (!same) continue;
    const household = { id: same.householdId, name: same.householdName };
    return { code: 'child-known', at: child.at, childId: same.childId, household };
  }
  return null;
}

/** A name as it is compared: « Éloïse LE-GALL » and « Eloise Le Gall » are one. */
function named({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return [firstName, lastName]
    .map((name) => folded(name).replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .join(' ');
}
