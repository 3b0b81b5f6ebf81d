import type { Instant } from '@preau/domain/time/instant';
import { askTogether, writeTogether } from '../../../platform/db/together.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { emitAll } from '../../../platform/outbox/events.ts';
import { type SeatShift, shiftSeats } from '../../activities/activities.public.ts';
import { keptVerdict } from '../booking.store.ts';
import { insertBookingChanges } from '../booking-change.store.ts';
import { byHousehold } from '../by-household.ts';
import { chooseOffers, type Offer } from '../choose-offers.ts';
import type { RulesOn } from '../rules.ts';
import { addShift, type Room } from '../seat-keys.ts';
import { askRoomPlaces, askWaiting } from '../waiting.queries.ts';
import { offerBookings } from '../waiting.store.ts';

/** Nobody asked for it: it follows from a place given back. */
export const bySystem = { actor: { kind: 'system', id: null }, confirmationId: null } as const;

/**
 * Offers the free places of some rooms to who waits for them, in the transaction that freed them
 * and after it has written so. The caller holds every pool of the rooms; who is offered a place
 * holds it until the term of the offer.
 */
export async function offerFreedPlaces(
  tx: Tx,
  rooms: readonly Room[],
  reglementOn: RulesOn,
  now: Instant,
): Promise<void> {
  if (rooms.length === 0) return;
  const [queue, places] = await Promise.all(
    askTogether(tx.ask, (ask) => [
      askWaiting(ask, tx.organisationId, rooms, now),
      askRoomPlaces(ask, tx.organisationId, rooms),
    ]),
  );
  const offers = chooseOffers(queue, places, reglementOn, now);
  if (offers.length > 0) writeTogether(tx, (together) => writeOffers(together, offers, now));
}

function writeOffers(tx: Tx, offers: readonly Offer[], now: Instant): void {
  const shifts = new Map<string, SeatShift>();
  for (const { row } of offers) addShift(shifts, row, row.parts, 1);
  offerBookings(tx, offers, now);
  shiftSeats(tx, [...shifts.values()]);
  const changes = offers.map((offer) => ({
    bookingId: offer.row.booking_id,
    householdId: offer.row.household_id,
    from: 'waitlisted' as const,
    to: 'offered' as const,
    versionId: offer.versionId,
    verdict: keptVerdict({
      verdict: { ...offer.verdict, reasons: [{ code: 'offerMade', until: offer.until }] },
    }),
  }));
  insertBookingChanges(tx, changes, bySystem, now);
  emitAll(tx, 'offer.made', byHousehold(offers.map(({ row }) => row)), now);
}
