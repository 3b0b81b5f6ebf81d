import type { BookingState } from '@preau/domain/bookings/states';
import type { Reason } from '@preau/domain/explain/reasons';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/** A booking with the last step of its life. */
export type LastStep = {
  readonly childId: string;
  readonly childFirstName: string;
  readonly on: Day;
  readonly unitLabel: string;
  readonly activityLabel: string;
  readonly state: BookingState;
  /** `null`: it begins there. */
  readonly from: BookingState | null;
  readonly to: BookingState;
  /** The term of what it waits for; `null` where it waits for nothing. */
  readonly until: Instant | null;
  readonly cents: number;
  readonly reasons: readonly Reason[];
};

const lastSteps = statement<LastStep>(
  'communication.last-steps',
  `select b.child_id as "childId", c.first_name as "childFirstName", b.held_on as on, u.label as "unitLabel",
          a.label as "activityLabel", b.state, h.from_state as from, h.to_state as to,
          (extract(epoch from b.expires_at) * 1000)::bigint as until,
          coalesce((h.verdict ->> 'cents')::int, 0) as cents, coalesce(h.verdict -> 'reasons', '[]') as reasons
   from booking b
   join child c on c.organisation_id = $1 and c.id = b.child_id
   join session s on s.organisation_id = $1 and s.id = b.session_id
   join unit u on u.organisation_id = $1 and u.id = s.unit_id
   join activity a on a.organisation_id = $1 and a.id = u.activity_id
   cross join lateral (
     select from_state, to_state, verdict from booking_change
     where organisation_id = $1 and booking_id = b.id
     order by at desc, id desc limit 1) h
   where b.organisation_id = $1 and b.household_id = $2 and b.id = any($3::uuid[])
   order by b.held_on, s.starts_at, c.first_name, b.id`,
);

/** What became last of one household's bookings. */
export function askLastSteps(
  ask: Ask,
  organisationId: string,
  householdId: string,
  bookingIds: readonly string[],
): Promise<LastStep[]> {
  return ask(lastSteps, [organisationId, householdId, bookingIds]);
}
