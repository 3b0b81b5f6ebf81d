import type { Day } from '@preau/domain/time/day';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';
import { lineFactsOf, linePlacesOf, type LineRow, type PlacesRow } from './line-facts.ts';
import type { UnitRow } from './planning.queries.ts';

/** What a period may be made of: the household's children and the units they are enrolled in. */
export type PeriodScope = {
  children: { id: string; first_name: string }[];
  units: UnitRow[];
  calendarRevision: number;
};

/** A cell asked about: a child, a session and the gesture. */
export type AskedLine = {
  readonly childId: string;
  readonly sessionId: string;
  readonly action: LineRow['action'];
};

const scope = statement<PeriodScope>(
  'period.scope',
  `with kid as materialized (
     select child_id from household_child where organisation_id = $1 and household_id = $2
   ), enrolled as materialized (
     select e.child_id, e.age_group, e.school_year, a.id as activity_id, a.facility_id, a.position
     from kid
     cross join lateral (
       select child_id, activity_id, age_group, school_year from enrolment
       where organisation_id = $1 and child_id = kid.child_id and state = 'accepted'
         and school_year between school_year($3) and school_year($4)
       offset 0
     ) e
     join activity a on a.organisation_id = $1 and a.id = e.activity_id
   )
   select
     (select coalesce(json_agg(json_build_object('id', c.id, 'first_name', c.first_name)), '[]')
      from kid
      cross join lateral (
        select id, first_name from child where organisation_id = $1 and id = kid.child_id offset 0
      ) c) as children,
     (select coalesce(json_agg(json_build_object(
               'child_id', e.child_id, 'unit_id', u.id, 'unit', u.code, 'facility_id', e.facility_id,
               'facility', f.name, 'age_group', e.age_group, 'school_year', e.school_year,
               'enrolment', 'accepted')
               order by e.child_id, e.position, u.position, e.school_year), '[]')
      from enrolled e
      join facility f on f.organisation_id = $1 and f.id = e.facility_id
      join unit u on u.organisation_id = $1 and u.activity_id = e.activity_id) as units,
     coalesce((select revision from calendar_revision where organisation_id = $1), 0) as "calendarRevision"`,
);

/** SQL of lines nobody has drafted, from `valuesOf`. A child of another household is left out. */
export const askedLines = `(
  select $1::uuid as organisation_id, $2::uuid as household_id, line.child_id, line.session_id, line.action
  from unnest($3::uuid[], $4::uuid[], $5::text[]) as line (child_id, session_id, action)
  join household_child hc on hc.organisation_id = $1 and hc.household_id = $2 and hc.child_id = line.child_id)`;

const lines = statement<LineRow>('asked.lines', lineFactsOf(askedLines));

const places = statement<PlacesRow>('asked.places', linePlacesOf(askedLines));

/** The children and units a period from `from` to `until` (inclusive) may name. */
export async function askPeriodScope(
  ask: Ask,
  organisationId: string,
  householdId: string,
  from: Day,
  until: Day,
): Promise<PeriodScope> {
  const [row] = await ask(scope, [organisationId, householdId, from, until]);
  if (!row) throw new Error('A statement without a source answers one row');
  return row;
}

/** The parameters of `askedLines`. */
export function valuesOf(
  organisationId: string,
  householdId: string,
  wanted: readonly AskedLine[],
): readonly unknown[] {
  return [
    organisationId,
    householdId,
    wanted.map(({ childId }) => childId),
    wanted.map(({ sessionId }) => sessionId),
    wanted.map(({ action }) => action),
  ];
}

/** The facts of lines that are only asked about. */
export function askLineFacts(
  ask: Ask,
  organisationId: string,
  householdId: string,
  wanted: readonly AskedLine[],
): Promise<LineRow[]> {
  return ask(lines, valuesOf(organisationId, householdId, wanted));
}

/** The places those lines want, as they are seen, without locking them. */
export function askLinePlaces(
  ask: Ask,
  organisationId: string,
  householdId: string,
  wanted: readonly AskedLine[],
): Promise<PlacesRow[]> {
  return ask(places, valuesOf(organisationId, householdId, wanted));
}
