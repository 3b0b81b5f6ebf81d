import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { PlacesRow } from './line-facts.ts';
import { namesOf, type Room } from './seat-keys.ts';

const ofOffer = statement<PlacesRow>(
  'offer.lock',
  `with wanted as materialized (
     select b.child_id, s.facility_id, s.age_group, s.held_on
     from booking b join session s on s.organisation_id = $1 and s.id = b.session_id
     where b.organisation_id = $1 and b.household_id = $2 and b.id = $3
   ), locked_household as materialized (
     select id from household
     where organisation_id = $1 and id = $2 and (select count(*) from wanted) = 1 for no key update
   ), locked_child as materialized (
     select id from child
     where organisation_id = $1 and id = (select child_id from wanted)
       and (select count(*) from locked_household) = 1 for no key update
   )
   select p.facility_id, p.age_group, p.held_on, p.part, p.capacity + p.allowance - p.taken as free, p.capacity
   from wanted
   join seat_pool p on p.organisation_id = $1 and p.facility_id = wanted.facility_id
     and p.age_group = wanted.age_group and p.held_on = wanted.held_on
   where (select count(*) from locked_child) = 1
   order by p.facility_id, p.age_group, p.held_on, p.part
   for no key update of p`,
);

const ofRooms = statement<PlacesRow>(
  'waiting.lock',
  `select p.facility_id, p.age_group, p.held_on, p.part, p.capacity + p.allowance - p.taken as free, p.capacity
   from unnest($2::uuid[], $3::text[], $4::date[]) as room (facility_id, age_group, held_on)
   join seat_pool p on p.organisation_id = $1 and p.facility_id = room.facility_id
     and p.age_group = room.age_group and p.held_on = room.held_on
   order by p.facility_id, p.age_group, p.held_on, p.part
   for no key update of p`,
);

/** Locks what answering an offer changes: household, child, every pool of its room and day. */
export function lockOffer(tx: Tx, householdId: string, bookingId: string): Promise<PlacesRow[]> {
  return tx.ask(ofOffer, [tx.organisationId, householdId, bookingId]);
}

/** Locks every pool of some rooms: what whoever changes a waiting list holds. */
export function lockRooms(tx: Tx, rooms: readonly Room[]): Promise<PlacesRow[]> {
  return tx.ask(ofRooms, [tx.organisationId, ...namesOf(rooms)]);
}
