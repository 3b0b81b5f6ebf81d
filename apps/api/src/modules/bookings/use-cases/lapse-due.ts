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
import { type LapsedRow, lapseBookings } from '../waiting.store.ts';
import { bySystem, offerFreedPlaces } from './offer-freed-places.ts';

/**
 * Ends, in some rooms, the offers nobody answered in time and the waiting that has reached the
 * booking limit. The place of an offer goes to who comes next. The caller holds every pool of the
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
  const offers = lapsed.filter(({ was }) => was === 'offered');
  const waiting = lapsed.filter(({ was }) => was === 'waitlisted');
  const shifts = new Map<string, SeatShift>();
  for (const row of offers) addShift(shifts, row, row.parts, -1);
  writeTogether(tx, (together) => {
    shiftSeats(together, [...shifts.values()]);
    insertBookingChanges(together, lapsed.map(changeOf), bySystem, now);
    emitLapsed(together, 'offer.lapsed', offers, now);
    emitLapsed(together, 'waiting.lapsed', waiting, now);
  });
  await offerFreedPlaces(tx, roomsOf(offers), reglementOn, now);
  return lapsed.length;
}

function emitLapsed(tx: Tx, type: string, rows: readonly LapsedRow[], now: Instant): void {
  if (rows.length > 0) emitAll(tx, type, byHousehold(rows), now);
}

function changeOf({ booking_id, household_id, version_id, was, until }: LapsedRow) {
  const code = was === 'offered' ? 'offerLapsed' : 'waitingListOver';
  const reasons: readonly Reason[] = [{ code, until }];
  return {
    bookingId: booking_id,
    householdId: household_id,
    from: was,
    to: 'lapsed' as const,
    versionId: version_id,
    verdict: JSON.stringify({ outcome: 'refused', cents: 0, reasons, priceReasons: [] }),
  };
}
