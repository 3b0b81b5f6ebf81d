import type { BookingState } from '@preau/domain/bookings/states';
import type { Verdict } from '@preau/domain/bookings/verdict';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { type SeatShift, shiftSeats } from '../modules/activities/activities.public.ts';
import { statement } from '../platform/db/statement.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { newId } from '../platform/ids.ts';
import type { AgeGroupCode } from './town.ts';

/** An open session, as bookings are made on it. */
export type OpenSession = {
  readonly id: string;
  readonly activityId: string;
  readonly unit: string;
  readonly facilityId: string;
  readonly group: AgeGroupCode;
  readonly on: Day;
  readonly parts: readonly string[];
};

const openSessions = statement<OpenSession>(
  'demo.openSessions',
  `select s.id, u.activity_id as "activityId", u.code as unit, s.facility_id as "facilityId",
          s.age_group as "group", s.held_on as "on", s.parts
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

export type DemoBooking = {
  readonly householdId: string;
  readonly childId: string;
  readonly session: OpenSession;
  readonly state: BookingState;
  readonly late: boolean;
  readonly createdAt: Instant;
  readonly verdict: Verdict;
};

const insert = statement<never>(
  'demo.bookings',
  `insert into booking (organisation_id, id, household_id, child_id, session_id, held_on, state, late,
     reglement_version_id, verdict, created_at, updated_at)
   select $1, id, household, child, session, held_on, state, late, $2, verdict, at, at
   from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::date[], $8::text[], $9::boolean[], $10::jsonb[],
          $11::float8[]) as b (id, household, child, session, held_on, state, late, verdict, at_ms),
        to_timestamp(b.at_ms / 1000) as at`,
);

/** Writes bookings with the version of the rules that decided them, and takes their places. */
export function insertBookings(
  tx: Tx,
  versionId: string,
  bookings: readonly DemoBooking[],
  taken: readonly SeatShift[],
): void {
  tx.write(insert, [
    tx.organisationId,
    versionId,
    bookings.map(() => newId()),
    bookings.map(({ householdId }) => householdId),
    bookings.map(({ childId }) => childId),
    bookings.map(({ session }) => session.id),
    bookings.map(({ session }) => session.on),
    bookings.map(({ state }) => state),
    bookings.map(({ late }) => late),
    bookings.map(({ verdict: { outcome, cents, reasons, priceReasons } }) =>
      JSON.stringify({ outcome, cents, reasons, priceReasons }),
    ),
    bookings.map(({ createdAt }) => createdAt),
  ]);
  shiftSeats(tx, taken);
}
