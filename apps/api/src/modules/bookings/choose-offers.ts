import { decideBooking } from '@preau/domain/bookings/decide-booking';
import type { BookingFacts, Verdict } from '@preau/domain/bookings/verdict';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { ReglementInForce } from '../reglements/reglements.public.ts';
import type { PlacesRow } from './line-facts.ts';
import { countsOf, seatKey, tightest } from './seat-keys.ts';
import type { WaitingRow } from './waiting.queries.ts';

/** A place for somebody who waited, and until when it is theirs. */
export type Offer = {
  readonly row: WaitingRow;
  readonly verdict: Verdict;
  readonly versionId: string;
  readonly until: Instant;
};

const hour = 3_600_000;

/**
 * Who is offered the places that are free, in the order of the list. Somebody who cannot be served
 * (one of the parts of their day is still full, the child is no longer enrolled, the session is
 * closed, the limit has passed) is passed over and keeps their rank. An offer lasts as long as the
 * règlement says, never past the booking limit: accepting is booking in time.
 *
 * @param queue who waits, first come first
 * @param places every pool of their rooms
 */
export function chooseOffers(
  queue: readonly WaitingRow[],
  places: readonly PlacesRow[],
  reglementOn: (on: Day) => ReglementInForce,
  now: Instant,
): Offer[] {
  const counts = countsOf(places);
  const offers: Offer[] = [];
  for (const row of queue) {
    const { versionId, reglement } = reglementOn(row.held_on);
    const list = reglement.unit(row.unit)?.activity.waitingList;
    if (list?.kind !== 'online') continue;
    const keys = row.parts.map((part) =>
      seatKey(row.facility_id, row.age_group, row.held_on, part),
    );
    const { free, capacity } = tightest(keys.map((key) => counts.get(key)));
    const request = {
      action: 'book',
      channel: 'staff',
      unit: row.unit,
      on: row.held_on,
    } as const;
    const verdict = decideBooking(request, factsOf(row, free, capacity), reglement, now);
    if (!isInTime(verdict)) continue;
    for (const key of keys) {
      const count = counts.get(key);
      if (count) count.free -= 1;
    }
    const until = Math.min(now + list.offerHours * hour, row.until) as Instant;
    offers.push({ row, verdict, versionId, until });
  }
  return offers;
}

/** The service gives the place: what opens and closes for families, or is asked of them, was met. */
export function isInTime({ outcome, late }: Verdict): boolean {
  return !late && (outcome === 'accepted' || outcome === 'awaitingPayment');
}

/** Nobody is before them any more; what they hold that day besides is theirs to sort out. */
function factsOf(row: WaitingRow, freePlaces: number, capacity: number): BookingFacts {
  return {
    enrolment: row.enrolled ? 'accepted' : 'none',
    ageGroup: row.age_group,
    bornOn: null,
    documents: [],
    activityDays: [],
    session:
      row.closed_label === null
        ? { kind: 'open' }
        : { kind: 'closed', label: row.closed_label === '' ? null : row.closed_label },
    booking: null,
    otherUnits: [],
    freePlaces,
    capacity,
    waiting: 0,
    quotient: row.quotient,
  };
}
