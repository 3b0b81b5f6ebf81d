import type { BookingState } from '@preau/domain/bookings/states';
import type { Day } from '@preau/domain/time/day';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/** One child × unit of the household with its sessions as parallel arrays, in day order. */
export type UnitRow = {
  child_id: string;
  unit: string;
  activity: string;
  facility_id: string;
  facility: string;
  age_group: string;
  days: Day[];
  session_ids: string[];
  closed: Record<Day, string> | null;
};

/** Free places of one room and part of the day, as parallel arrays in day order. */
export type PoolRow = {
  facility_id: string;
  age_group: string;
  part: string;
  days: Day[];
  free: number[];
  capacity: number[];
};

export type HeldRow = {
  child_id: string;
  session_id: string;
  state: BookingState;
  late: boolean;
  live: boolean;
  own: boolean;
};

export type ChildRow = { id: string; first_name: string; school_class: string };

export type QuotientRow = { valid_from: Day; quotient: number };

const children = statement<ChildRow>(
  'planning.children',
  `select c.id, c.first_name, c.school_class
   from household_child hc
   join child c on c.organisation_id = hc.organisation_id and c.id = hc.child_id
   where hc.organisation_id = $1 and hc.household_id = $2
   order by c.birth_on, c.id`,
);

// A range may touch two school years: an enrolment counts for the days of its own year.
const units = statement<UnitRow>(
  'planning.units',
  `select e.child_id, u.code as unit, a.code as activity, f.id as facility_id, f.name as facility,
          e.age_group, s.days, s.session_ids, s.closed
   from household_child hc
   join enrolment e on e.organisation_id = $1 and e.child_id = hc.child_id and e.state = 'accepted'
     and e.school_year in (school_year($3), school_year($4))
   join activity a on a.organisation_id = $1 and a.id = e.activity_id
   join facility f on f.organisation_id = $1 and f.id = a.facility_id
   join unit u on u.organisation_id = $1 and u.activity_id = a.id
   cross join lateral (
     select array_agg(held_on order by held_on) as days, array_agg(id order by held_on) as session_ids,
            jsonb_object_agg(held_on, closed_label) filter (where closed_label is not null) as closed
     from session
     where organisation_id = $1 and unit_id = u.id and age_group = e.age_group
       and held_on between $3 and $4
       and held_on between make_date(left(e.school_year, 4)::int, 9, 1) and make_date(right(e.school_year, 4)::int, 8, 31)
   ) s
   where hc.organisation_id = $1 and hc.household_id = $2 and s.days is not null
   order by e.child_id, a.position, u.position`,
);

const pools = statement<PoolRow>(
  'planning.pools',
  `select p.facility_id, p.age_group, p.part, array_agg(p.held_on order by p.held_on) as days,
          array_agg(p.capacity + p.allowance - p.taken order by p.held_on) as free,
          array_agg(p.capacity order by p.held_on) as capacity
   from (
     select distinct a.facility_id, e.age_group
     from household_child hc
     join enrolment e on e.organisation_id = $1 and e.child_id = hc.child_id and e.state = 'accepted'
       and e.school_year in (school_year($3), school_year($4))
     join activity a on a.organisation_id = $1 and a.id = e.activity_id
     where hc.organisation_id = $1 and hc.household_id = $2
   ) room
   join seat_pool p on p.organisation_id = $1 and p.facility_id = room.facility_id
     and p.age_group = room.age_group and p.held_on between $3 and $4
   group by p.facility_id, p.age_group, p.part`,
);

const held = statement<HeldRow>(
  'planning.held',
  `select b.child_id, b.session_id, b.state, b.late, is_live(b.state) as live, b.household_id = $2 as own
   from household_child hc
   join booking b on b.organisation_id = $1 and b.child_id = hc.child_id and b.held_on between $3 and $4
   where hc.organisation_id = $1 and hc.household_id = $2
   order by b.created_at`,
);

const quotients = statement<QuotientRow>(
  'planning.quotients',
  `select valid_from, quotient from household_quotient
   where organisation_id = $1 and household_id = $2 order by valid_from`,
);

/** Everything a planning is made of, asked in one message. */
export function askPlanning(
  ask: Ask,
  organisationId: string,
  householdId: string,
  from: Day,
  until: Day,
) {
  const range = [organisationId, householdId, from, until];
  return [
    ask(children, [organisationId, householdId]),
    ask(units, range),
    ask(pools, range),
    ask(held, range),
    askQuotients(ask, organisationId, householdId),
  ] as const;
}

/** Family quotients of a household, oldest first. */
export function askQuotients(ask: Ask, organisationId: string, householdId: string) {
  return ask(quotients, [organisationId, householdId]);
}
