import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { PlacesRow } from './line-facts.ts';
import type { AskedLine } from './period.queries.ts';

// Granted one after the other, as for a draft. Every pool of the rooms and days concerned: a place
// given back may be somebody's who waits for more than that part of the day.
const lock = statement<PlacesRow>(
  'staff.lock',
  `with locked_household as materialized (
     select id from household where organisation_id = $1 and id = $2 for no key update
   ), locked_children as materialized (
     select id from child
     where organisation_id = $1 and (select count(*) from locked_household) = 1
       and id = any(array(select child_id from household_child
                          where organisation_id = $1 and household_id = $2 and child_id = any($3::uuid[])))
     order by id for no key update
   ), room as materialized (
     select distinct facility_id, age_group, held_on from session
     where organisation_id = $1 and id = any($4::uuid[]) and (select count(*) from locked_children) > 0
   )
   select p.facility_id, p.age_group, p.held_on, p.part, p.capacity + p.allowance - p.taken as free, p.capacity
   from room
   join seat_pool p on p.organisation_id = $1 and p.facility_id = room.facility_id
     and p.age_group = room.age_group and p.held_on = room.held_on
   order by p.facility_id, p.age_group, p.held_on, p.part
   for no key update of p`,
);

/**
 * Locks what booking these lines for a household changes, in the order every command follows:
 * household, children, seat pools.
 * @returns the free places of every pool of those rooms and days.
 */
export function lockLines(
  tx: Tx,
  householdId: string,
  lines: readonly AskedLine[],
): Promise<PlacesRow[]> {
  return tx.ask(lock, [
    tx.organisationId,
    householdId,
    lines.map(({ childId }) => childId),
    lines.map(({ sessionId }) => sessionId),
  ]);
}
