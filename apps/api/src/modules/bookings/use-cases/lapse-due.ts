import { type BookingState, liveStates } from '@preau/domain/bookings/states';
import type { Reason } from '@preau/domain/explain/reasons';
import type { Instant } from '@preau/domain/time/instant';
import { writeTogether } from '../../../platform/db/together.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { emitAll } from '../../../platform/outbox/events.ts';
import { type SeatShift, shiftSeats } from '../../activities/activities.public.ts';
import { insertBookingChanges } from '../booking-change.store.ts';
import { byHousehold } from '../by-household.ts';
import type { RulesOn } from '../rules.ts';
import { addShift, type Room, roomsOf } from '../seat-keys.ts';
import { explainLapses, type LapsedRow, lapseBookings } from '../waiting.store.ts';
import { bySystem, offerFreedPlaces } from './offer-freed-places.ts';

/**
 * Ends, in some rooms, what has waited long enough: offers and requests nobody answered in time,
 * payments that were not made, waiting that has reached the booking limit. A place that was kept
 * meanwhile goes to who comes next. The caller holds every pool of the
 * rooms.
 * @returns how many ended.
 */
export async function lapseDue(
  tx: Tx,
  rooms: readonly Room[],
  reglementOn: RulesOn,
  now: Instant,
): Promise<number> {
  const lapsed = await lapseBookings(tx, rooms, now);
  if (lapsed.length === 0) return 0;
  const freed = lapsed.filter((row) => row.held && !liveStates.includes(row.now));
  const changes = lapsed.map(changeOf);
  const shifts = new Map<string, SeatShift>();
  for (const row of freed) addShift(shifts, row, row.parts, -1);
  writeTogether(tx, (together) => {
    shiftSeats(together, [...shifts.values()]);
    insertBookingChanges(together, changes, bySystem, now);
    explainLapses(
      together,
      changes.filter(({ to }) => !liveStates.includes(to)),
    );
    for (const [type, states] of told) {
      const rows = lapsed.filter(({ was }) => states.includes(was));
      if (rows.length > 0) emitAll(together, type, byHousehold(rows), now);
    }
  });
  await offerFreedPlaces(tx, roomsOf(freed), reglementOn, now);
  return lapsed.length;
}

const told: readonly (readonly [type: string, states: readonly BookingState[]])[] = [
  ['offer.lapsed', ['offered']],
  ['waiting.lapsed', ['waitlisted']],
  ['payment.expired', ['awaitingPayment']],
  ['request.unanswered', ['requested', 'cancellationRequested']],
];

function reasonOf({ was, until }: LapsedRow): Reason {
  switch (was) {
    case 'offered':
      return { code: 'offerLapsed', until };
    case 'waitlisted':
      return { code: 'waitingListOver', until };
    case 'awaitingPayment':
      return { code: 'paymentExpired', until };
    default:
      return { code: 'requestUnanswered' };
  }
}

function changeOf(row: LapsedRow) {
  const { booking_id, household_id, version_id, was, now: to } = row;
  const reasons: readonly Reason[] = [reasonOf(row)];
  return {
    bookingId: booking_id,
    householdId: household_id,
    from: was,
    to,
    versionId: version_id,
    verdict: JSON.stringify({ outcome: 'refused', cents: 0, reasons, priceReasons: [] }),
  };
}
