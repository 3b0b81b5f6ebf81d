import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';
import type { Instant } from '@preau/domain/time/instant';
import { type Access, accessAt, accessJoins, sharesAddress } from './guardian-access.ts';
import { searchTermsOf } from './search-tokens.ts';

/** What a list of households may be narrowed to. */
export const householdFilters = ['fileIncomplete', 'neverInvited', 'expired', 'bounced'] as const;

export type HouseholdFilter = (typeof householdFilters)[number];

/** A household in a list: whom it is made of, how far it is. */
export type ListedHousehold = {
  readonly id: string;
  readonly name: string;
  readonly fileComplete: boolean;
  readonly guardians: readonly {
    readonly id: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly phone: string | null;
    readonly access: Access;
  }[];
  readonly children: readonly {
    readonly id: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly schoolClass: string;
  }[];
};

/** How many households are in each state, and how many guardians could be invited at once. */
export type HouseholdCounts = Readonly<Record<HouseholdFilter | 'all' | 'invitable', number>>;

const waits = (now: string, states: string) => `exists (
         select from guardian g ${accessJoins}
         where g.organisation_id = h.organisation_id and g.household_id = h.id
           and (${accessAt(now)}) ${states})`;

// One text for every list: a term is a range of the index of tokens, each must be met; without any
// term the list goes along the index of names.
const columns = `select h.id, h.name, h.file_completed_at is not null as "fileComplete",
     (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'firstName', g.first_name,
               'lastName', g.last_name, 'email', g.email, 'phone', g.phone, 'access', ${accessAt('$5')})
               order by g.last_name, g.first_name, g.id), '[]')
      from guardian g ${accessJoins}
      where g.organisation_id = h.organisation_id and g.household_id = h.id) as guardians,
     (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'firstName', c.first_name,
               'lastName', c.last_name, 'schoolClass', c.school_class)
               order by c.birth_on, c.first_name, c.id), '[]')
      from household_child hc
      join child c on c.organisation_id = hc.organisation_id and c.id = hc.child_id
      where hc.organisation_id = h.organisation_id and hc.household_id = h.id) as children`;

const narrowed = `h.organisation_id = $1
     and ($2::uuid is null or (h.name, h.id) >
       (select c.name, c.id from household c where c.organisation_id = $1 and c.id = $2))
     and case $4::text
       when 'fileIncomplete' then h.file_completed_at is null
       when 'neverInvited' then ${waits('$5', "= 'none'")}
       when 'expired' then ${waits('$5', "= 'expired'")}
       when 'bounced' then ${waits('$5', "= 'bounced'")}
       else true end
   order by h.name, h.id
   limit $3`;

const everybody = statement<ListedHousehold>(
  'household.list',
  `${columns}
   from household h
   where ${narrowed}`,
);

const search = statement<ListedHousehold>(
  'household.search',
  `with found as (
     select s.household_id
     from unnest($6::text[], $7::text[]) with ordinality as term (first, beyond, n)
     join household_search s on s.organisation_id = $1 and s.token >= term.first and s.token < term.beyond
     group by s.household_id
     having count(distinct term.n) = cardinality($6::text[])
   )
   ${columns}
   from found join household h on h.organisation_id = $1 and h.id = found.household_id
   where ${narrowed}`,
);

const counts = statement<HouseholdCounts>(
  'household.counts',
  `with person as (
     select g.household_id, ${accessAt('$2')} as access,
       case when a.id is null then not ${sharesAddress} end as alone
     from guardian g ${accessJoins}
     where g.organisation_id = $1
   )
   select count(distinct h.id) as all,
     count(distinct h.id) filter (where h.file_completed_at is null) as "fileIncomplete",
     count(distinct h.id) filter (where access = 'none') as "neverInvited",
     count(distinct h.id) filter (where access = 'expired') as expired,
     count(distinct h.id) filter (where access = 'bounced') as bounced,
     count(*) filter (where access = 'none' and alone and h.file_completed_at is not null) as invitable
   from household h left join person on person.household_id = h.id
   where h.organisation_id = $1`,
);

export type HouseholdSearch = {
  /** As it was typed: words of names, a telephone number, an address of e-mail. */
  readonly typed: string;
  readonly filter: HouseholdFilter | null;
  /** The last household of the page before. The cursor is an id, so that no name is in an address. */
  readonly after: string | null;
  /** Most rows returned. */
  readonly limit: number;
};

/** After every token that begins with the same letters: no letter sorts behind it. */
const beyond = '\uffff';

/** Households by name, those that every word typed leads to. */
export function askHouseholds(
  ask: Ask,
  organisationId: string,
  { typed, filter, after, limit }: HouseholdSearch,
  now: Instant,
): Promise<ListedHousehold[]> {
  const shared = [organisationId, after, limit, filter, now];
  const terms = searchTermsOf(typed);
  if (terms.length === 0) {
    // Something was typed in which there is nothing to look for.
    return typed.trim() === '' ? ask(everybody, shared) : Promise.resolve([]);
  }
  return ask(search, [...shared, terms, terms.map((term) => `${term}${beyond}`)]);
}

/** What there is to do with the households of the organisation. */
export async function askHouseholdCounts(
  ask: Ask,
  organisationId: string,
  now: Instant,
): Promise<HouseholdCounts> {
  const [row] = await ask(counts, [organisationId, now]);
  if (!row) throw new Error('Counting answers');
  return row;
}
