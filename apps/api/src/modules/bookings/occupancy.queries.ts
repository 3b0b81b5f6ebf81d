import type { BookingState } from '@preau/domain/bookings/states';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/** One unit on one day, all its age groups together. */
export type OccupancyRow = {
  unit_id: string;
  held_on: Day;
  capacity: number;
  taken: number;
  free: number;
  requested: number;
  waiting: number;
  offered: number;
  /** Age groups it takes place for, and how many of them have no place left, or too few. */
  groups: number;
  full: number;
  over: number;
  /** Why it takes place for nobody; `null` when it does. `''`: the calendar tells. */
  closed_label: string | null;
};

// Where a unit shares none of its places, the pool has counted its bookings already; where several
// units draw on one pool (whole days and halves of them), each is counted by itself.
const occupancy = statement<OccupancyRow>(
  'occupancy.cells',
  `with held as materialized (
     select s.id, s.unit_id, s.facility_id, s.age_group, s.held_on, s.closed_label, s.parts
     from facility f
     join session s on s.organisation_id = $1 and s.facility_id = f.id and s.held_on between $2 and $3
     where f.organisation_id = $1 and ($4::uuid is null or f.id = $4)
   ), seats as (
     select held.id, min(p.capacity) as capacity, min(p.capacity + p.allowance - p.taken) as free,
            max(p.taken - p.capacity) as over, max(p.taken) as taken, max(used.units) > 1 as shared
     from (select id, facility_id, age_group, held_on, unnest(parts) as part from held) as held
     join (select facility_id, age_group, held_on, part, count(*) as units
           from held as one, unnest(one.parts) as part group by 1, 2, 3, 4) as used
       using (facility_id, age_group, held_on, part)
     left join seat_pool p on p.organisation_id = $1 and p.facility_id = held.facility_id
       and p.age_group = held.age_group and p.held_on = held.held_on and p.part = held.part
     group by held.id
   ), waits as (
     select session_id, count(*) filter (where state = 'requested') as requested,
            count(*) filter (where state = 'waitlisted') as waiting,
            count(*) filter (where state = 'offered') as offered
     from booking
     where organisation_id = $1 and expires_at is not null and held_on between $2 and $3
     group by session_id
   ), counted as (
     select held.unit_id, held.held_on, held.closed_label, coalesce(seats.capacity, 0) as capacity,
            coalesce(seats.free, 0) as free, coalesce(seats.over, 0) as over,
            case when seats.shared then
              (select count(*) from booking b
               where b.organisation_id = $1 and b.session_id = held.id and b.holds_place)
            else seats.taken end as taken,
            waits.requested, waits.waiting, waits.offered
     from held
     left join seats on seats.id = held.id
     left join waits on waits.session_id = held.id
   )
   select unit_id, held_on,
          coalesce(sum(capacity) filter (where closed_label is null), 0)::int as capacity,
          coalesce(sum(taken), 0)::int as taken,
          coalesce(sum(greatest(free, 0)) filter (where closed_label is null), 0)::int as free,
          coalesce(sum(requested), 0)::int as requested, coalesce(sum(waiting), 0)::int as waiting,
          coalesce(sum(offered), 0)::int as offered,
          (count(*) filter (where closed_label is null))::int as groups,
          (count(*) filter (where closed_label is null and free <= 0))::int as "full",
          (count(*) filter (where closed_label is null and over > 0))::int as over,
          case when bool_and(closed_label is not null) then max(closed_label) end as closed_label
   from counted group by unit_id, held_on`,
);

export type OfferedUnitRow = {
  facility_id: string;
  facility: string;
  activity_id: string;
  activity_code: string;
  activity: string;
  unit_id: string;
  unit: string;
  unit_label: string;
};

const units = statement<OfferedUnitRow>(
  'occupancy.units',
  `select f.id as facility_id, f.name as facility, a.id as activity_id, a.code as activity_code,
          a.label as activity, u.id as unit_id, u.code as unit, u.label as unit_label
   from facility f
   join activity a on a.organisation_id = $1 and a.facility_id = f.id
   join unit u on u.organisation_id = $1 and u.activity_id = a.id
   where f.organisation_id = $1
   order by f.name, f.id, a.position, a.id, u.position, u.id`,
);

/** States of who is expected that day. */
const expectedStates: readonly BookingState[] = [
  'confirmed',
  'cancellationRequested',
  'attended',
  'absentUnexcused',
];

export type SummaryRow = {
  today: Day;
  expected: number;
  open_units: number;
  waiting: number;
  waiting_free: number;
  offered: number;
};

// « With a free place »: every part of their day has one, and nobody was offered it yet.
const summary = statement<SummaryRow>(
  'occupancy.summary',
  `with present as materialized (
     select (to_timestamp($2::float8 / 1000) at time zone (o.settings ->> 'timeZone'))::date as today
     from organisation o where o.organisation_id = $1
   ), now_open as materialized (
     select s.id, s.unit_id from present
     join facility f on f.organisation_id = $1
     join session s on s.organisation_id = $1 and s.facility_id = f.id and s.held_on = present.today
     where s.closed_label is null
   ), waits as materialized (
     select b.state, s.closed_label is null and not exists (
         select from unnest(s.parts) as wanted (part)
         left join seat_pool p on p.organisation_id = $1 and p.facility_id = s.facility_id
           and p.age_group = s.age_group and p.held_on = s.held_on and p.part = wanted.part
         where p.part is null or p.taken >= p.capacity + p.allowance) as is_free
     from booking b
     join session s on s.organisation_id = $1 and s.id = b.session_id
     where b.organisation_id = $1 and b.expires_at > to_timestamp($2::float8 / 1000)
       and b.state in ('waitlisted', 'offered')
   )
   select present.today,
          (select count(distinct b.child_id) from now_open
           join booking b on b.organisation_id = $1 and b.session_id = now_open.id
             and b.state = any($3::text[]))::int as expected,
          (select count(distinct unit_id) from now_open)::int as open_units,
          (select count(*) from waits where state = 'waitlisted')::int as waiting,
          (select count(*) from waits where state = 'waitlisted' and is_free)::int as waiting_free,
          (select count(*) from waits where state = 'offered')::int as offered
   from present`,
);

/** Range of days, and one facility or all of them. */
export type OccupancyRange = {
  readonly from: Day;
  readonly until: Day;
  readonly facilityId: string | null;
};

/** How full each unit is on each day it has a session, unordered. */
export function askOccupancy(
  ask: Ask,
  organisationId: string,
  { from, until, facilityId }: OccupancyRange,
): Promise<OccupancyRow[]> {
  return ask(occupancy, [organisationId, from, until, facilityId]);
}

/** Every unit the organisation offers, in reading order. */
export function askOfferedUnits(ask: Ask, organisationId: string): Promise<OfferedUnitRow[]> {
  return ask(units, [organisationId]);
}

/** Who is expected today and who waits from now on. One row. */
export function askSummary(ask: Ask, organisationId: string, now: Instant): Promise<SummaryRow[]> {
  return ask(summary, [organisationId, now, expectedStates]);
}
