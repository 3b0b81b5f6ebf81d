import type { Verdict } from '@preau/domain/bookings/verdict';
import type { Day } from '@preau/domain/time/day';
import { type SeatShift, shiftSeats } from '../modules/activities/activities.public.ts';
import { statement } from '../platform/db/statement.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { DemoBooking, OpenSession } from './demo-bookings.ts';

const openSessions = statement<OpenSession>(
  'demo.openSessions',
  `select s.id, u.activity_id as "activityId", a.label as "activityLabel", u.code as unit,
          u.label as "unitLabel", s.facility_id as "facilityId", s.age_group as "group",
          s.held_on as "on", s.parts
   from session s
   join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
   join activity a on a.organisation_id = u.organisation_id and a.id = u.activity_id
   where s.organisation_id = $1 and s.held_on between $2 and $3 and s.closed_label is null
   order by s.held_on, a.position, u.position, s.facility_id, s.age_group`,
);

/** The sessions that take place over a range of days, in order. */
export function findOpenSessions(tx: Tx, from: Day, until: Day): Promise<OpenSession[]> {
  return tx.ask(openSessions, [tx.organisationId, from, until]);
}

const insert = statement<never>(
  'demo.bookings',
  `insert into booking (organisation_id, id, household_id, child_id, session_id, held_on, state, stage,
     reglement_version_id, verdict, created_at, updated_at, waiting_since, expires_at, request_holds, request_id,
     requested_at, answer_due_at, remind_at)
   select $1, id, household, child, session, held_on, state, stage, $2, verdict,
     to_timestamp(made / 1000), to_timestamp(changed / 1000), to_timestamp(since / 1000),
     to_timestamp(until / 1000), holds, request, to_timestamp(asked / 1000), to_timestamp(due / 1000),
     to_timestamp(remind / 1000)
   from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::date[], $8::text[], $9::smallint[],
          $10::jsonb[], $11::float8[], $12::float8[], $13::float8[], $14::float8[], $15::boolean[], $16::uuid[],
          $17::float8[], $18::float8[], $19::float8[])
     as b (id, household, child, session, held_on, state, stage, verdict, made, changed, since, until, holds, request,
           asked, due, remind)`,
);

/**
 * Writes bookings with the version of the rules that decided them, and takes their places.
 * @param actOf the act that asked for a booking, where it was asked for: what its requests are known by
 */
export function insertBookings(
  tx: Tx,
  versionId: string,
  bookings: readonly DemoBooking[],
  taken: readonly SeatShift[],
  actOf: (booking: DemoBooking) => string | null,
): void {
  const last = ({ steps }: DemoBooking) => steps.at(-1) ?? steps[0];
  tx.write(insert, [
    tx.organisationId,
    versionId,
    bookings.map(({ id }) => id),
    bookings.map(({ householdId }) => householdId),
    bookings.map(({ child }) => child.id),
    bookings.map(({ session }) => session.id),
    bookings.map(({ session }) => session.on),
    bookings.map(({ state }) => state),
    bookings.map(({ stage }) => stage),
    bookings.map((booking) => keptVerdict(last(booking).verdict)),
    bookings.map(({ steps }) => steps[0].at),
    bookings.map((booking) => last(booking).at),
    bookings.map(({ wait }) => wait?.since ?? null),
    bookings.map(({ wait }) => wait?.until ?? null),
    bookings.map(({ requestHolds }) => requestHolds),
    bookings.map((booking) => (booking.wait?.requestedAt ? actOf(booking) : null)),
    bookings.map(({ wait }) => wait?.requestedAt ?? null),
    bookings.map(({ wait }) => wait?.answerDueAt ?? null),
    bookings.map(({ wait }) => wait?.remindAt ?? null),
  ]);
  shiftSeats(tx, taken);
}

/** What a booking keeps of a verdict. */
export function keptVerdict({
  outcome,
  cents,
  reasons,
  priceReasons,
}: Pick<Verdict, 'outcome' | 'cents' | 'reasons' | 'priceReasons'>): string {
  return JSON.stringify({ outcome, cents, reasons, priceReasons });
}
