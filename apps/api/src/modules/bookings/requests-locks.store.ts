import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { PlacesRow } from './line-facts.ts';

// Granted one after the other, as for a draft, whatever the number of households: all of them by
// id, then all their children, then every pool of the rooms and days, where others may wait.
const lock = statement<PlacesRow>(
  'requests.lock',
  `with wanted as materialized (
     select b.household_id, b.child_id, s.facility_id, s.age_group, s.held_on
     from booking b join session s on s.organisation_id = $1 and s.id = b.session_id
     where b.organisation_id = $1 and b.id = any($2::uuid[])
   ), locked_household as materialized (
     select id from household
     where organisation_id = $1 and id = any(array(select household_id from wanted))
     order by id for no key update
   ), locked_children as materialized (
     select id from child
     where organisation_id = $1 and (select count(*) from locked_household) > 0
       and id = any(array(select child_id from wanted))
     order by id for no key update
   ), room as materialized (
     select distinct facility_id, age_group, held_on from wanted where (select count(*) from locked_children) > 0
   )
   select p.facility_id, p.age_group, p.held_on, p.part, p.capacity + p.allowance - p.taken as free, p.capacity
   from room
   join seat_pool p on p.organisation_id = $1 and p.facility_id = room.facility_id
     and p.age_group = room.age_group and p.held_on = room.held_on
   order by p.facility_id, p.age_group, p.held_on, p.part
   for no key update of p`,
);

/**
 * Locks what answering for some bookings changes, of one household or of many, in the order every
 * command follows: households, children, seat pools.
 * @returns the free places of every pool of those rooms and days.
 */
export function lockBookings(tx: Tx, bookingIds: readonly string[]): Promise<PlacesRow[]> {
  return tx.ask(lock, [tx.organisationId, bookingIds]);
}
