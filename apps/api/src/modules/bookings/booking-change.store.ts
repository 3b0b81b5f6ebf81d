import type { BookingActor, BookingState } from '@preau/domain/bookings/states';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';

/** One step in the life of a booking: what the staff reads when a parent asks why. */
export type BookingChange = {
  readonly bookingId: string;
  readonly householdId: string;
  /** `null`: it did not exist before. */
  readonly from: BookingState | null;
  readonly to: BookingState;
  /** Version of the règlement that decided. */
  readonly versionId: string;
  /** What the booking keeps of the verdict, as JSON. */
  readonly verdict: string;
};

/** Who made some changes, and in which act. */
export type ChangeOrigin = {
  readonly actor: { readonly kind: BookingActor; readonly id: string | null };
  /** The receipt that tells of them, if any. */
  readonly confirmationId: string | null;
  /** What the staff wrote down. */
  readonly note?: string | null;
};

const insert = statement<never>(
  'booking-change.insert',
  `insert into booking_change (organisation_id, id, booking_id, household_id, at, actor_kind, actor_id,
                               from_state, to_state, confirmation_id, reglement_version_id, verdict, note)
   select $1, id, booking_id, household_id, to_timestamp($2::float8 / 1000), $3, $4,
          from_state, to_state, $5, version_id, verdict, $6
   from unnest($7::uuid[], $8::uuid[], $9::uuid[], $10::text[], $11::text[], $12::uuid[], $13::jsonb[])
     as change (id, booking_id, household_id, from_state, to_state, version_id, verdict)`,
);

/** Writes down what becomes of bookings, set-based. The table is only ever added to. */
export function insertBookingChanges(
  tx: Tx,
  changes: readonly BookingChange[],
  { actor, confirmationId, note = null }: ChangeOrigin,
  now: Instant,
): void {
  if (changes.length === 0) return;
  tx.write(insert, [
    tx.organisationId,
    now,
    actor.kind,
    actor.id,
    confirmationId,
    note,
    changes.map(() => newId()),
    changes.map(({ bookingId }) => bookingId),
    changes.map(({ householdId }) => householdId),
    changes.map(({ from }) => from),
    changes.map(({ to }) => to),
    changes.map(({ versionId }) => versionId),
    changes.map(({ verdict }) => verdict),
  ]);
}
