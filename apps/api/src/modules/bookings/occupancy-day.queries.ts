import type { BookingState } from '@preau/domain/bookings/states';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';
import { rankOf } from './waiting-rank.ts';

export type DaySessionRow = {
  id: string;
  facility_id: string;
  facility: string;
  activity: string;
  unit: string;
  unit_label: string;
  age_group: string;
  age_group_label: string;
  starts_at: Instant;
  ends_at: Instant;
  closed_label: string | null;
  pools: {
    part: string;
    capacity: number;
    allowance: number;
    allowanceReason: string | null;
    taken: number;
  }[];
};

const sessions = statement<DaySessionRow>(
  'occupancy.day-sessions',
  `select s.id, f.id as facility_id, f.name as facility, a.label as activity, u.code as unit,
          u.label as unit_label, s.age_group, g.label as age_group_label,
          (extract(epoch from s.starts_at) * 1000)::bigint as starts_at,
          (extract(epoch from s.ends_at) * 1000)::bigint as ends_at, s.closed_label,
          coalesce((
            select json_agg(json_build_object('part', p.part, 'capacity', p.capacity, 'allowance', p.allowance,
                     'allowanceReason', p.allowance_reason, 'taken', p.taken) order by wanted.position)
            from unnest(s.parts) with ordinality as wanted (part, position)
            join seat_pool p on p.organisation_id = $1 and p.facility_id = s.facility_id
              and p.age_group = s.age_group and p.held_on = s.held_on and p.part = wanted.part), '[]') as pools
   from unit u
   join activity a on a.organisation_id = $1 and a.id = u.activity_id
   join facility f on f.organisation_id = $1 and f.id = a.facility_id
   join session s on s.organisation_id = $1 and s.unit_id = u.id and s.held_on = $3
   join age_group g on g.organisation_id = $1 and g.code = s.age_group
   where u.organisation_id = $1 and u.id = $2
   order by g.label, s.age_group`,
);

export type DayBookingRow = {
  booking_id: string;
  session_id: string;
  state: BookingState;
  holds_place: boolean;
  household_id: string;
  household: string;
  child_id: string;
  first_name: string;
  last_name: string;
  school_class: string;
  rank: number | null;
  since: Instant | null;
  until: Instant | null;
};

const bookings = statement<DayBookingRow>(
  'occupancy.day-bookings',
  `select b.id as booking_id, b.session_id, b.state, b.holds_place, h.id as household_id, h.name as household,
          c.id as child_id, c.first_name, c.last_name, c.school_class,
          case when b.state = 'waitlisted' then ${rankOf('b')} end as rank,
          (extract(epoch from b.waiting_since) * 1000)::bigint as since,
          (extract(epoch from b.expires_at) * 1000)::bigint as until
   from session s
   join booking b on b.organisation_id = $1 and b.session_id = s.id and is_live(b.state)
   join household h on h.organisation_id = $1 and h.id = b.household_id
   join child c on c.organisation_id = $1 and c.id = b.child_id
   where s.organisation_id = $1 and s.unit_id = $2 and s.held_on = $3
   order by b.state = 'offered' desc, case when b.state = 'waitlisted' then b.waiting_since end,
            c.last_name, c.first_name, b.id`,
);

/** The sessions of a unit on a day with their places, one for each age group. */
export function askDaySessions(
  ask: Ask,
  organisationId: string,
  unitId: string,
  on: Day,
): Promise<DaySessionRow[]> {
  return ask(sessions, [organisationId, unitId, on]);
}

/** Who has, asks for or waits for a place in a unit on a day. */
export function askDayBookings(
  ask: Ask,
  organisationId: string,
  unitId: string,
  on: Day,
): Promise<DayBookingRow[]> {
  return ask(bookings, [organisationId, unitId, on]);
}
