import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { PlacesRow } from './line-facts.ts';

// Granted one after the other: each part waits for the one before, which it counts. What the draft
// holds is read again once the locks are held, in a later statement.
// A pool that is already full when read is not locked: the answer is "full" all the same, and a
// rush on the last places does not queue behind one row. A place given back needs the lock anyway.
const lock = statement<PlacesRow>(
  'draft.lock',
  `with locked_household as materialized (
     select id from household where organisation_id = $1 and id = $2 for no key update
   ), locked_children as materialized (
     select id from child
     where organisation_id = $1 and (select count(*) from locked_household) = 1
       and id = any(array(select child_id from cart_line where organisation_id = $1 and household_id = $2))
     order by id for no key update
   ), wanted as materialized (
     select s.facility_id, s.age_group, s.held_on, part, bool_or(l.action = 'remove') as gives_back
     from cart_line l
     join session s on s.organisation_id = $1 and s.id = l.session_id
     cross join unnest(s.parts) as part
     where l.organisation_id = $1 and l.household_id = $2 and (select count(*) from locked_children) > 0
     group by s.facility_id, s.age_group, s.held_on, part
   )
   select p.facility_id, p.age_group, p.held_on, p.part, p.capacity + p.allowance - p.taken as free, p.capacity
   from wanted
   join seat_pool p on p.organisation_id = $1 and p.facility_id = wanted.facility_id
     and p.age_group = wanted.age_group and p.held_on = wanted.held_on and p.part = wanted.part
   where wanted.gives_back or p.taken < p.capacity + p.allowance
   order by p.facility_id, p.age_group, p.held_on, p.part
   for no key update of p`,
);

/**
 * Locks what confirming a draft changes, in the order every command follows: household, children,
 * seat pools.
 * @returns the free places of the locked pools; a pool left out is full.
 */
export function lockDraft(tx: Tx, householdId: string): Promise<PlacesRow[]> {
  return tx.ask(lock, [tx.organisationId, householdId]);
}
