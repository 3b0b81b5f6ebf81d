import type { Day } from '@preau/domain/time/day';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/** One unit a child of the household is enrolled in, for a school year. */
export type PeriodUnitRow = {
  child_id: string;
  activity_id: string;
  unit_id: string;
  unit: string;
  facility_id: string;
  facility: string;
  age_group: string;
  school_year: string;
};

/** Free places of one room and part of the day, as parallel arrays in no order. */
export type PeriodPoolRow = {
  facility_id: string;
  age_group: string;
  part: string;
  days: Day[];
  free: number[];
};

export type PeriodsPage = {
  /** By activity, in their order. */
  units: PeriodUnitRow[];
  pools: PeriodPoolRow[];
  /** Revision of the calendar: its sessions are remembered by the process. */
  calendarRevision: number;
};

// `offset 0` keeps the look at each child apart, as in the planning page.
const page = statement<PeriodsPage>(
  'booking-periods.page',
  `with kid as materialized (
     select child_id from household_child where organisation_id = $1 and household_id = $2
   ), enrolled as materialized (
     select e.child_id, e.age_group, e.school_year, a.id as activity_id, a.facility_id, a.position
     from kid
     cross join lateral (
       select child_id, activity_id, age_group, school_year from enrolment
       where organisation_id = $1 and child_id = kid.child_id and state = 'accepted'
         and school_year in (school_year($3), school_year($4))
       offset 0
     ) e
     join activity a on a.organisation_id = $1 and a.id = e.activity_id
   )
   select
     (select coalesce(json_agg(json_build_object(
               'child_id', e.child_id, 'activity_id', e.activity_id, 'unit_id', u.id, 'unit', u.code,
               'facility_id', e.facility_id, 'facility', f.name, 'age_group', e.age_group, 'school_year', e.school_year)
               order by e.position, e.school_year, u.position, e.child_id), '[]')
      from enrolled e
      join facility f on f.organisation_id = $1 and f.id = e.facility_id
      join unit u on u.organisation_id = $1 and u.activity_id = e.activity_id) as units,
     (select coalesce(json_agg(room), '[]')
      from (
        select p.facility_id, p.age_group, p.part, array_agg(p.held_on) as days,
               array_agg(p.capacity + p.allowance - p.taken) as free
        from (select distinct facility_id, age_group from enrolled) e
        join seat_pool p on p.organisation_id = $1 and p.facility_id = e.facility_id
          and p.age_group = e.age_group and p.held_on between $3 and $4
        group by p.facility_id, p.age_group, p.part
      ) room) as pools,
     coalesce((select revision from calendar_revision where organisation_id = $1), 0) as "calendarRevision"`,
);

/** What the periods of a household are made of, from `from` to `until` inclusive. */
export async function askPeriodsPage(
  ask: Ask,
  organisationId: string,
  householdId: string,
  from: Day,
  until: Day,
): Promise<PeriodsPage> {
  const [found] = await ask(page, [organisationId, householdId, from, until]);
  if (!found) throw new Error('A statement without a table answers one row');
  return found;
}
