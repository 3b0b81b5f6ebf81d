import type { BookingState } from '@preau/domain/bookings/states';
import { statement } from '../../platform/db/statement.ts';
import type { Ask, Tx } from '../../platform/db/transaction.ts';
import type { PlacesRow } from './line-facts.ts';
import type { WaitingRow } from './waiting.queries.ts';
import { rankOf } from './waiting-rank.ts';

/** Somebody the staff gives, or offers, a place to. */
export type ChosenRow = WaitingRow & {
  child_id: string;
  state: BookingState;
  /** People who joined the list of that session before, and one. */
  rank: number;
  /** Units the child has a place in that day, in other sessions. */
  other_units: string[] | null;
};

// Granted one after the other, in the order of every command: household, child, pools.
const lock = statement<PlacesRow>(
  'staff-waiting.lock',
  `with wanted as materialized (
     select b.household_id, b.child_id, s.facility_id, s.age_group, s.held_on
     from booking b join session s on s.organisation_id = $1 and s.id = b.session_id
     where b.organisation_id = $1 and b.id = $2
   ), locked_household as materialized (
     select id from household
     where organisation_id = $1 and id = (select household_id from wanted) for no key update
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

const chosen = statement<ChosenRow>(
  'staff-waiting.chosen',
  `select b.id as booking_id, b.household_id, b.child_id, b.state, s.facility_id, s.age_group, s.held_on, s.parts,
          s.closed_label, u.code as unit, (extract(epoch from b.expires_at) * 1000)::bigint as until,
          exists (select from enrolment e
                  where e.organisation_id = $1 and e.child_id = b.child_id and e.activity_id = u.activity_id
                    and e.school_year = school_year(s.held_on) and e.state = 'accepted'
                    and e.age_group = s.age_group) as enrolled,
          (select q.quotient from household_quotient q
           where q.organisation_id = $1 and q.household_id = b.household_id and q.valid_from <= s.held_on
           order by q.valid_from desc limit 1) as quotient,
          ${rankOf('b')} as rank,
          (select array_agg(ou.code)
           from booking o
           join session os on os.organisation_id = $1 and os.id = o.session_id
           join unit ou on ou.organisation_id = $1 and ou.id = os.unit_id
           where o.organisation_id = $1 and o.child_id = b.child_id and o.held_on = s.held_on
             and o.session_id <> b.session_id and o.holds_place) as other_units
   from booking b
   join session s on s.organisation_id = $1 and s.id = b.session_id
   join unit u on u.organisation_id = $1 and u.id = s.unit_id
   where b.organisation_id = $1 and b.id = $2 and b.waiting_since is not null`,
);

/** Locks what giving somebody a place changes: household, child, every pool of its room and day. */
export function lockChosen(tx: Tx, bookingId: string): Promise<PlacesRow[]> {
  return tx.ask(lock, [tx.organisationId, bookingId]);
}

/** Who waits, or waited once, under this booking: a row, or none. */
export function askChosen(
  ask: Ask,
  organisationId: string,
  bookingId: string,
): Promise<ChosenRow[]> {
  return ask(chosen, [organisationId, bookingId]);
}
