import type { BookingState } from '@preau/domain/bookings/states';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { z } from 'zod';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';
import type { offersSchema } from './offers.schemas.ts';

type WireOffer = z.infer<typeof offersSchema>['items'][number];

export type OfferRow = Omit<WireOffer, 'until'> & { until: Instant };

const open = statement<OfferRow>(
  'offer.open',
  `select b.id as "bookingId", b.child_id as "childId", c.first_name as "childFirstName", u.code as unit,
          u.label as "unitLabel", a.label as "activityLabel", f.name as facility, b.held_on as on,
          (extract(epoch from b.expires_at) * 1000)::bigint as until,
          (b.verdict ->> 'cents')::int as cents, b.verdict -> 'priceReasons' as "priceReasons"
   from booking b
   join child c on c.organisation_id = $1 and c.id = b.child_id
   join session s on s.organisation_id = $1 and s.id = b.session_id
   join unit u on u.organisation_id = $1 and u.id = s.unit_id
   join activity a on a.organisation_id = $1 and a.id = u.activity_id
   join facility f on f.organisation_id = $1 and f.id = s.facility_id
   where b.organisation_id = $1 and b.household_id = $2 and b.state = 'offered'
     and b.expires_at > to_timestamp($3::float8 / 1000)
   order by b.expires_at, b.held_on, b.id`,
);

/** The places a household is offered, what ends first first. */
export function askOffers(ask: Ask, organisationId: string, householdId: string, now: Instant) {
  return ask(open, [organisationId, householdId, now]);
}

/** A booking somebody answers for, with what deciding needs. */
export type AnsweredRow = {
  booking_id: string;
  child_id: string;
  state: BookingState;
  /** The term of the offer; `null` once it is over. */
  until: Instant | null;
  held_on: Day;
  unit: string;
  facility_id: string;
  age_group: string;
  parts: string[];
  closed_label: string | null;
  enrolled: boolean;
  /** Units the child has a place in that day, in other sessions. */
  other_units: string[] | null;
  version_id: string;
  /** What the offer said, as JSON. */
  verdict: string;
};

const answered = statement<AnsweredRow>(
  'offer.answered',
  `select b.id as booking_id, b.child_id, b.state, (extract(epoch from b.expires_at) * 1000)::bigint as until,
          s.held_on, u.code as unit, s.facility_id, s.age_group, s.parts, s.closed_label,
          exists (select from enrolment e
                  where e.organisation_id = $1 and e.child_id = b.child_id and e.activity_id = u.activity_id
                    and e.school_year = school_year(s.held_on) and e.state = 'accepted'
                    and e.age_group = s.age_group) as enrolled,
          (select array_agg(ou.code)
           from booking o
           join session os on os.organisation_id = $1 and os.id = o.session_id
           join unit ou on ou.organisation_id = $1 and ou.id = os.unit_id
           where o.organisation_id = $1 and o.child_id = b.child_id and o.held_on = s.held_on
             and o.id <> b.id and holds_place(o.state)) as other_units,
          b.reglement_version_id as version_id, b.verdict::text as verdict
   from booking b
   join session s on s.organisation_id = $1 and s.id = b.session_id
   join unit u on u.organisation_id = $1 and u.id = s.unit_id
   where b.organisation_id = $1 and b.household_id = $2 and b.id = $3
     and b.waiting_since is not null and b.state <> 'waitlisted'`,
);

/** A booking that is, or was, offered to this household; asked once its locks are held. */
export function askAnswered(ask: Ask, organisationId: string, householdId: string, id: string) {
  return ask(answered, [organisationId, householdId, id]);
}
