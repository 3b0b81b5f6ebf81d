import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { PlacesRow } from './cart.queries.ts';

const household = statement<never>(
  'draft.lockHousehold',
  'select id from household where organisation_id = $1 and id = $2 for no key update',
);

const children = statement<never>(
  'draft.lockChildren',
  `select id from child
   where organisation_id = $1 and id in (
     select child_id from cart_line where organisation_id = $1 and household_id = $2)
   order by id for no key update`,
);

// A pool that is already full when read is not locked: the answer is "full" all the same, and a
// rush on the last places does not queue behind one row. A place given back needs the lock anyway.
const seats = statement<PlacesRow>(
  'draft.lockSeats',
  `select p.facility_id, p.age_group, p.held_on, p.part, p.capacity + p.allowance - p.taken as free, p.capacity
   from (
     select s.facility_id, s.age_group, s.held_on, part, bool_or(l.action = 'remove') as gives_back
     from cart_line l
     join session s on s.organisation_id = $1 and s.id = l.session_id
     cross join unnest(s.parts) as part
     where l.organisation_id = $1 and l.household_id = $2
     group by s.facility_id, s.age_group, s.held_on, part
   ) wanted
   join seat_pool p on p.organisation_id = $1 and p.facility_id = wanted.facility_id
     and p.age_group = wanted.age_group and p.held_on = wanted.held_on and p.part = wanted.part
   where wanted.gives_back or p.taken < p.capacity + p.allowance
   order by p.facility_id, p.age_group, p.held_on, p.part
   for no key update of p`,
);

/**
 * Locks what confirming a draft changes, in the order every command follows: household, children,
 * seat pools. Sent at once; each is granted before the next is asked for.
 * @returns the free places of the locked pools; a pool left out is full.
 */
export function lockDraft(tx: Tx, householdId: string): Promise<PlacesRow[]> {
  const draft = [tx.organisationId, householdId];
  tx.ask(household, draft).catch(() => undefined);
  tx.ask(children, draft).catch(() => undefined);
  return tx.ask(seats, draft);
}
