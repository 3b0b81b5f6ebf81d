import type { BookingState } from '@preau/domain/bookings/states';
import type { Closure } from '@preau/domain/calendar/calendar';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask, Tx } from '../../platform/db/transaction.ts';
import { closedByClosure, closureScope } from '../activities/activities.public.ts';

/** What a closure is about, before it has a name. */
export type ClosureScope = Omit<Closure, 'label'>;

/** A session that a closure would close. */
export type ClosingSession = {
  id: string;
  facility_id: string;
  age_group: string;
  held_on: Day;
  parts: string[];
  unit: string;
};

const sessions = statement<ClosingSession>(
  'closure.sessions',
  `select s.id, s.facility_id, s.age_group, s.held_on, s.parts, u.code as unit
   from session s
   join unit u on u.organisation_id = $1 and u.id = s.unit_id
   where ${closedByClosure}
   order by s.held_on, s.id`,
);

/** A live booking of such a session. */
export type ClosingBooking = {
  booking_id: string;
  household_id: string;
  session_id: string;
  state: BookingState;
  stage: number;
  holds_place: boolean;
  /** Family quotient in force that day; `null` = no document. */
  quotient: number | null;
};

const bookings = statement<ClosingBooking>(
  'closure.bookings',
  `select b.id as booking_id, b.household_id, b.session_id, b.state, b.stage, b.holds_place,
          (select q.quotient from household_quotient q
           where q.organisation_id = $1 and q.household_id = b.household_id and q.valid_from <= s.held_on
           order by q.valid_from desc limit 1) as quotient
   from session s
   join booking b on b.organisation_id = $1 and b.session_id = s.id and is_live(b.state)
   where ${closedByClosure}
   order by b.id`,
);

/** The facility and the activity a closure names: a row where both are there. */
const named = statement<{ facility: boolean; activity: boolean }>(
  'closure.named',
  `select ($2::uuid is null or exists (select from facility where organisation_id = $1 and id = $2)) as facility,
          ($3::text is null or exists (
            select from activity where organisation_id = $1 and code = $3
              and ($2::uuid is null or facility_id = $2))) as activity`,
);

// Every pool of those rooms and days, in the order of every command.
const lock = statement<{ pools: number }>(
  'closure.lock-pools',
  `with room as materialized (
     select distinct s.facility_id, s.age_group, s.held_on from session s where ${closedByClosure}
   ), locked as materialized (
     select p.part from room
     join seat_pool p on p.organisation_id = $1 and p.facility_id = room.facility_id
       and p.age_group = room.age_group and p.held_on = room.held_on
     order by p.facility_id, p.age_group, p.held_on, p.part
     for no key update of p
   )
   select count(*)::int as pools from locked`,
);

/** The sessions a closure would close, in order of day. */
export function askClosingSessions(ask: Ask, organisationId: string, scope: ClosureScope) {
  return ask(sessions, closureScope(organisationId, scope));
}

/** Who has, asks for or waits for a place in one of them, by id. */
export function askClosingBookings(ask: Ask, organisationId: string, scope: ClosureScope) {
  return ask(bookings, closureScope(organisationId, scope));
}

/** Whether the facility and the activity of a closure are the organisation's. */
export async function isScopeKnown(
  ask: Ask,
  organisationId: string,
  { facilityId, activityCode }: ClosureScope,
): Promise<boolean> {
  const [found] = await ask(named, [organisationId, facilityId, activityCode]);
  return found !== undefined && found.facility && found.activity;
}

/** Locks the places of everything a closure covers: who books there meanwhile waits. */
export async function lockClosing(tx: Tx, scope: ClosureScope): Promise<void> {
  await tx.ask(lock, [...closureScope(tx.organisationId, scope)]);
}

export type ClosureRow = {
  id: string;
  from_on: Day;
  until_on: Day;
  label: string;
  facility_id: string | null;
  facility: string | null;
  activity_code: string | null;
  activity: string | null;
  declared_by: string | null;
  declared_at: Instant | null;
  cancelled: number;
};

const closures = statement<ClosureRow>(
  'closure.list',
  `select c.id, c.from_on, c.until_on, c.label, c.facility_id, f.name as facility, c.activity_code,
          (select a.label from activity a
           where a.organisation_id = $1 and a.code = c.activity_code order by a.position, a.id limit 1) as activity,
          d.display_name as declared_by, (extract(epoch from c.declared_at) * 1000)::bigint as declared_at,
          c.cancelled
   from closure c
   left join facility f on f.organisation_id = $1 and f.id = c.facility_id
   left join account d on d.organisation_id = $1 and d.id = c.declared_by
   where c.organisation_id = $1 and c.from_on <= $3 and c.until_on >= $2
   order by c.from_on, c.id`,
);

/** The closures of some days, in order. */
export function askClosures(
  ask: Ask,
  organisationId: string,
  from: Day,
  until: Day,
): Promise<ClosureRow[]> {
  return ask(closures, [organisationId, from, until]);
}
