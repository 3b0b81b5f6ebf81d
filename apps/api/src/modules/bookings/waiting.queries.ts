import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';
import type { PlacesRow } from './line-facts.ts';
import { namesOf, type Room } from './seat-keys.ts';

/** Somebody in a waiting list, with what deciding to offer them a place needs. */
export type WaitingRow = {
  booking_id: string;
  household_id: string;
  facility_id: string;
  age_group: string;
  held_on: Day;
  parts: string[];
  closed_label: string | null;
  unit: string;
  enrolled: boolean;
  /** Family quotient in force that day; `null` = no document. */
  quotient: number | null;
  /** The booking limit: the list stops there. */
  until: Instant;
};

const rooms = `unnest($2::uuid[], $3::text[], $4::date[]) as room (facility_id, age_group, held_on)`;

const waiting = statement<WaitingRow>(
  'waiting.queue',
  `select b.id as booking_id, b.household_id, s.facility_id, s.age_group, s.held_on, s.parts, s.closed_label,
          u.code as unit, (extract(epoch from b.expires_at) * 1000)::bigint as until,
          exists (select from enrolment e
                  where e.organisation_id = $1 and e.child_id = b.child_id and e.activity_id = u.activity_id
                    and e.school_year = school_year(s.held_on) and e.state = 'accepted'
                    and e.age_group = s.age_group) as enrolled,
          (select q.quotient from household_quotient q
           where q.organisation_id = $1 and q.household_id = b.household_id and q.valid_from <= s.held_on
           order by q.valid_from desc limit 1) as quotient
   from ${rooms}
   join session s on s.organisation_id = $1 and s.facility_id = room.facility_id
     and s.held_on = room.held_on and s.age_group = room.age_group
   join booking b on b.organisation_id = $1 and b.session_id = s.id and b.state = 'waitlisted'
   join unit u on u.organisation_id = $1 and u.id = s.unit_id
   where b.expires_at > to_timestamp($5::float8 / 1000)
   order by b.waiting_since, b.id`,
);

const places = statement<PlacesRow>(
  'waiting.places',
  `select p.facility_id, p.age_group, p.held_on, p.part, p.capacity + p.allowance - p.taken as free, p.capacity
   from ${rooms}
   join seat_pool p on p.organisation_id = $1 and p.facility_id = room.facility_id
     and p.age_group = room.age_group and p.held_on = room.held_on`,
);

// What is over comes first: there is next to nothing, while a room has all its bookings.
const offersOver = statement<{ over: number }>(
  'waiting.offers-over',
  `with over as materialized (
     select session_id from booking
     where organisation_id = $1 and holds_place and state <> 'cancellationRequested' and expires_at <= to_timestamp($3::float8 / 1000)
   )
   select 1 as over
   from over
   join session s on s.organisation_id = $1 and s.id = over.session_id
   where exists (
     select from cart_line l
     join session wanted on wanted.organisation_id = $1 and wanted.id = l.session_id
     where l.organisation_id = $1 and l.household_id = $2 and wanted.facility_id = s.facility_id
       and wanted.age_group = s.age_group and wanted.held_on = s.held_on)
   limit 1`,
);

// A room where somebody waits in time although every part of their day has a place: more capacity
// was given, a closure was lifted. What a command frees is offered by that command.
const roomsToSweep = statement<Room>(
  'waiting.rooms-to-sweep',
  `select distinct s.facility_id, s.age_group, s.held_on
   from booking b
   join session s on s.organisation_id = $1 and s.id = b.session_id
   where b.organisation_id = $1 and b.expires_at is not null
     and (b.expires_at <= to_timestamp($2::float8 / 1000)
       or (b.state = 'waitlisted' and s.closed_label is null and not exists (
         select from unnest(s.parts) as wanted (part)
         left join seat_pool p on p.organisation_id = $1 and p.facility_id = s.facility_id
           and p.age_group = s.age_group and p.held_on = s.held_on and p.part = wanted.part
         where p.part is null or p.taken >= p.capacity + p.allowance)))
   order by s.held_on, s.facility_id, s.age_group`,
);

/** Rooms where something is over, or somebody waits beside a free place. */
export function askRoomsToSweep(ask: Ask, organisationId: string, now: Instant): Promise<Room[]> {
  return ask(roomsToSweep, [organisationId, now]);
}

/** Who waits in some rooms, first come first, those whose time is over left out. */
export function askWaiting(
  ask: Ask,
  organisationId: string,
  among: readonly Room[],
  now: Instant,
): Promise<WaitingRow[]> {
  return ask(waiting, [organisationId, ...namesOf(among), now]);
}

/** Every pool of some rooms. */
export function askRoomPlaces(
  ask: Ask,
  organisationId: string,
  among: readonly Room[],
): Promise<PlacesRow[]> {
  return ask(places, [organisationId, ...namesOf(among)]);
}

/** One row when something whose term is over (an offer, a payment) still holds a place in a room the draft wants. */
export function askOffersOver(ask: Ask, organisationId: string, householdId: string, now: Instant) {
  return ask(offersOver, [organisationId, householdId, now]);
}
