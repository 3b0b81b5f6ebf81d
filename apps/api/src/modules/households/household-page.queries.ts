import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';
import { type Access, accessAt, accessJoins } from './guardian-access.ts';

/** A household as the office sees it, health notes left sealed. */
export type HouseholdPage = {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly revision: number;
  /** Milliseconds since the epoch. */
  readonly fileCompletedAt: Instant | null;
  readonly fileCompletedBy: string | null;
  readonly quotients: readonly { readonly validFrom: Day; readonly quotient: number }[];
};

export type PageGuardian = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly access: Access;
  readonly invitedAt: Instant | null;
  readonly linkExpiresAt: Instant | null;
};

export type PageChild = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthOn: Day;
  readonly schoolClass: string;
  readonly hasAllergies: boolean;
  /** Separated parents: told to the staff only. */
  readonly otherHouseholds: readonly { readonly id: string; readonly name: string }[];
};

const page = statement<HouseholdPage>(
  'household.page',
  `select h.id, h.name, h.address, h.revision,
     (extract(epoch from h.file_completed_at) * 1000)::bigint as "fileCompletedAt",
     by.display_name as "fileCompletedBy",
     (select coalesce(jsonb_agg(jsonb_build_object('validFrom', q.valid_from, 'quotient', q.quotient)
               order by q.valid_from desc), '[]')
      from household_quotient q
      where q.organisation_id = h.organisation_id and q.household_id = h.id) as quotients
   from household h
   left join account by on by.organisation_id = h.organisation_id and by.id = h.file_completed_by
   where h.organisation_id = $1 and h.id = $2`,
);

const guardians = statement<PageGuardian>(
  'household.page-guardians',
  `select g.id, g.first_name as "firstName", g.last_name as "lastName", g.email, g.phone,
     ${accessAt('$3')} as access,
     (extract(epoch from link.created_at) * 1000)::bigint as "invitedAt",
     (extract(epoch from link.expires_at) * 1000)::bigint as "linkExpiresAt"
   from guardian g ${accessJoins}
   where g.organisation_id = $1 and g.household_id = $2
   order by g.last_name, g.first_name, g.id`,
);

const children = statement<PageChild>(
  'household.page-children',
  `select c.id, c.first_name as "firstName", c.last_name as "lastName", c.birth_on as "birthOn",
     c.school_class as "schoolClass",
     exists (select from child_health n
             where n.organisation_id = c.organisation_id and n.child_id = c.id) as "hasAllergies",
     (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name, o.id), '[]')
      from household_child oc
      join household o on o.organisation_id = oc.organisation_id and o.id = oc.household_id
      where oc.organisation_id = c.organisation_id and oc.child_id = c.id
        and oc.household_id <> hc.household_id) as "otherHouseholds"
   from household_child hc
   join child c on c.organisation_id = hc.organisation_id and c.id = hc.child_id
   where hc.organisation_id = $1 and hc.household_id = $2
   order by c.birth_on, c.first_name, c.id`,
);

/** `undefined` when this organisation has no such household. */
export async function findHouseholdPage(
  ask: Ask,
  organisationId: string,
  householdId: string,
): Promise<HouseholdPage | undefined> {
  const [found] = await ask(page, [organisationId, householdId]);
  return found;
}

/** Guardians of a household with the state of their access, by name. */
export function askPageGuardians(
  ask: Ask,
  organisationId: string,
  householdId: string,
  now: Instant,
): Promise<PageGuardian[]> {
  return ask(guardians, [organisationId, householdId, now]);
}

/** Children of a household, the eldest first. */
export function askPageChildren(
  ask: Ask,
  organisationId: string,
  householdId: string,
): Promise<PageChild[]> {
  return ask(children, [organisationId, householdId]);
}
