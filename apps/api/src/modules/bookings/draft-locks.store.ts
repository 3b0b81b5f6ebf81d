import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { PlacesRow } from './line-facts.ts';

/**
 * SQL that locks what doing some lines changes, in the order every command follows: household,
 * children, seat pools. `$1` is the organisation, `$2` the household.
 *
 * Granted one after the other: each part waits for the one before, which it counts. What the lines
 * say is read again once the locks are held, in a later statement.
 * A pool that is already full when read is not locked for an addition: the answer is "full" all the
 * same, and a rush on the last places does not queue behind one row. A line that may give a place
 * back, or join the waiting list, takes every pool of its room and day: whoever waits there may want
 * several of them, and the order of the list is theirs to keep.
 *
 * @param source a relation with organisation_id, household_id, child_id, session_id, action
 * @param wholeRooms takes every pool of the rooms, whatever is asked
 */
export function lineLocksOf(source: string, { wholeRooms = false } = {}): string {
  return `with locked_household as materialized (
     select id from household where organisation_id = $1 and id = $2 for no key update
   ), locked_children as materialized (
     select id from child
     where organisation_id = $1 and (select count(*) from locked_household) = 1
       and id = any(array(select child_id from ${source} l where organisation_id = $1 and household_id = $2))
     order by id for no key update
   ), room as materialized (
     select s.facility_id, s.age_group, s.held_on, array_agg(part) as parts,
            ${wholeRooms} or bool_or(l.action <> 'add') as whole
     from ${source} l
     join session s on s.organisation_id = $1 and s.id = l.session_id
     cross join unnest(s.parts) as part
     where l.organisation_id = $1 and l.household_id = $2 and (select count(*) from locked_children) > 0
     group by s.facility_id, s.age_group, s.held_on
   )
   select p.facility_id, p.age_group, p.held_on, p.part, p.capacity + p.allowance - p.taken as free, p.capacity
   from room
   join seat_pool p on p.organisation_id = $1 and p.facility_id = room.facility_id
     and p.age_group = room.age_group and p.held_on = room.held_on
   where room.whole or (p.part = any(room.parts) and p.taken < p.capacity + p.allowance)
   order by p.facility_id, p.age_group, p.held_on, p.part
   for no key update of p`;
}

const lock = statement<PlacesRow>('draft.lock', lineLocksOf('cart_line'));

const lockWholeRooms = statement<PlacesRow>(
  'draft.lock-rooms',
  lineLocksOf('cart_line', { wholeRooms: true }),
);

/**
 * Locks what confirming a draft changes.
 *
 * @param wholeRooms when offers of its rooms are to be taken back first
 * @returns the free places of the locked pools; a pool left out is full.
 */
export function lockDraft(tx: Tx, householdId: string, wholeRooms = false): Promise<PlacesRow[]> {
  return tx.ask(wholeRooms ? lockWholeRooms : lock, [tx.organisationId, householdId]);
}
