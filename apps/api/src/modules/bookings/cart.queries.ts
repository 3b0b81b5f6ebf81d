import type { BookingState } from '@preau/domain/bookings/states';
import type { Day } from '@preau/domain/time/day';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/** One line of the draft with every fact its decision needs, places aside. */
export type CartLineRow = {
  child_id: string;
  child_first_name: string;
  session_id: string;
  action: 'add' | 'remove';
  held_on: Day;
  unit: string;
  facility_id: string;
  age_group: string;
  parts: string[];
  closed_label: string | null;
  enrolled: boolean;
  booking_id: string | null;
  state: BookingState | null;
  late: boolean | null;
  own: boolean | null;
  /** Units the child holds that day in other sessions. */
  other_units: string[] | null;
};

export type CartRow = { revision: number; updated_by: string | null };

export type PlacesRow = {
  facility_id: string;
  age_group: string;
  held_on: Day;
  part: string;
  free: number;
  capacity: number;
};

const head = statement<CartRow>(
  'cart.head',
  `select c.revision, g.first_name as updated_by
   from cart c
   left join guardian g on g.organisation_id = $1 and g.account_id = c.updated_by and g.household_id = c.household_id
   where c.organisation_id = $1 and c.household_id = $2`,
);

const revision = statement<{ revision: number }>(
  'cart.revision',
  'select revision from cart where organisation_id = $1 and household_id = $2',
);

const lines = statement<CartLineRow>(
  'cart.lines',
  `select l.child_id, c.first_name as child_first_name, l.session_id, l.action, s.held_on, u.code as unit,
          s.facility_id, s.age_group, s.parts, s.closed_label,
          exists (select from enrolment e
                  where e.organisation_id = $1 and e.child_id = l.child_id and e.activity_id = u.activity_id
                    and e.school_year = school_year(s.held_on) and e.state = 'accepted'
                    and e.age_group = s.age_group) as enrolled,
          b.id as booking_id, b.state, b.late, b.household_id = $2 as own,
          (select array_agg(ou.code)
           from booking o
           join session os on os.organisation_id = $1 and os.id = o.session_id
           join unit ou on ou.organisation_id = $1 and ou.id = os.unit_id
           where o.organisation_id = $1 and o.child_id = l.child_id and o.held_on = s.held_on
             and o.session_id <> l.session_id and is_live(o.state)) as other_units
   from cart_line l
   join child c on c.organisation_id = $1 and c.id = l.child_id
   join session s on s.organisation_id = $1 and s.id = l.session_id
   join unit u on u.organisation_id = $1 and u.id = s.unit_id
   left join booking b on b.organisation_id = $1 and b.child_id = l.child_id and b.session_id = l.session_id
     and is_live(b.state)
   where l.organisation_id = $1 and l.household_id = $2
   order by l.child_id, s.held_on, s.starts_at, l.session_id`,
);

const places = statement<PlacesRow>(
  'cart.places',
  `select p.facility_id, p.age_group, p.held_on, p.part, p.capacity + p.allowance - p.taken as free, p.capacity
   from (
     select distinct s.facility_id, s.age_group, s.held_on, unnest(s.parts) as part
     from cart_line l
     join session s on s.organisation_id = $1 and s.id = l.session_id
     where l.organisation_id = $1 and l.household_id = $2
   ) wanted
   join seat_pool p on p.organisation_id = $1 and p.facility_id = wanted.facility_id
     and p.age_group = wanted.age_group and p.held_on = wanted.held_on and p.part = wanted.part`,
);

const receipt = statement<{ result: unknown }>(
  'cart.receipt',
  'select result from confirmation where organisation_id = $1 and household_id = $2 and id = $3',
);

/** The draft, its lines and the places they want: asked together, in the caller's message. */
export function askCart(ask: Ask, organisationId: string, householdId: string) {
  const household = [organisationId, householdId];
  return [
    ask(head, household),
    ask(lines, household),
    askCartPlaces(ask, organisationId, householdId),
  ] as const;
}

/** The draft's lines alone, once its pools are locked. */
export function askCartLines(ask: Ask, organisationId: string, householdId: string) {
  return ask(lines, [organisationId, householdId]);
}

/** The places the draft wants, as they are seen, without locking them. */
export function askCartPlaces(ask: Ask, organisationId: string, householdId: string) {
  return ask(places, [organisationId, householdId]);
}

/** The draft's revision; 0 before its first gesture. */
export async function askCartRevision(
  ask: Ask,
  organisationId: string,
  householdId: string,
): Promise<number> {
  const [row] = await ask(revision, [organisationId, householdId]);
  return row?.revision ?? 0;
}

/** What a confirmation told the parent, as it was kept. */
export function askReceipt(ask: Ask, organisationId: string, householdId: string, id: string) {
  return ask(receipt, [organisationId, householdId, id]);
}
