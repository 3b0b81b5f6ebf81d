import type { Reason } from '../explain/reasons.ts';
import { type Cents, addCents } from '../money/cents.ts';
import type { CompiledReglement } from '../reglement/compile.ts';
import type { Day } from '../time/day.ts';
import { cancellationEffect, findCharge } from './charge-of.ts';
import type { BookingState } from './states.ts';

/** One booking of a household, as far as its price goes. */
export type RatedBooking = {
  readonly childId: string;
  readonly unit: string;
  readonly on: Day;
  readonly state: BookingState;
  /** Booking stage at which it was taken, 0 = in time. */
  readonly stage: number;
};

export type ChargeLine = {
  readonly childId: string;
  readonly unit: string;
  readonly on: Day;
  readonly cents: Cents;
  readonly reasons: readonly Reason[];
};

/** Family quotient on a day; `null` = no document. */
export type QuotientOn = (on: Day) => number | null;

/** A held booking to give back; `stage` is that of the cancellation itself, 0 = in time. */
export type DraftRemoval = Pick<RatedBooking, 'childId' | 'unit' | 'on' | 'stage'>;

export type QuoteDraft = {
  /** Live bookings of the household, at least those the draft touches. */
  readonly held: readonly RatedBooking[];
  readonly adds: readonly RatedBooking[];
  readonly removes: readonly DraftRemoval[];
};

export type Quote = {
  /** One line per booking added or removed, additions first; `cents` is the difference it makes. */
  readonly lines: readonly ChargeLine[];
  readonly totalCents: Cents;
};

/**
 * What bookings cost each by itself, one line for each that is charged, in the order given. What
 * they cost together (packages, caps, absences) is a matter of `rating/rate`.
 *
 * @throws RangeError when a unit is unknown or has no price on its day
 */
export function chargeBookings(
  bookings: readonly RatedBooking[],
  reglement: CompiledReglement,
  quotientOn: QuotientOn,
): ChargeLine[] {
  const lines: ChargeLine[] = [];
  for (const { childId, unit, on, state, stage } of bookings) {
    const charge = findCharge(reglement.unitDay(unit, on), state, stage, quotientOn(on));
    if (charge !== null) lines.push({ childId, unit, on, ...charge });
  }
  return lines;
}

/**
 * What a draft changes in what the household owes: `chargeBookings` with it minus without it, line by
 * line. Both are made of the same charges, so a quote can never disagree with the bill.
 *
 * @throws RangeError when a removal names a booking that is not held, or as `chargeBookings`
 */
export function quoteDraft(
  draft: QuoteDraft,
  reglement: CompiledReglement,
  quotientOn: QuotientOn,
): Quote {
  const held = new Map(draft.held.map((booking) => [keyOf(booking), booking]));
  const lines = [
    ...chargeBookings(draft.adds, reglement, quotientOn),
    ...draft.removes.map((removal): ChargeLine => {
      const { childId, unit, on, stage } = removal;
      const booking = held.get(keyOf(removal));
      if (booking === undefined) throw new RangeError(`Not held: ${keyOf(removal)}`);
      const day = reglement.unitDay(unit, on);
      return { childId, unit, on, ...cancellationEffect(day, booking, stage, quotientOn(on)) };
    }),
  ];
  return { lines, totalCents: addCents(...lines.map((line) => line.cents)) };
}

function keyOf({ childId, unit, on }: Pick<RatedBooking, 'childId' | 'unit' | 'on'>): string {
  return `${on} ${unit} ${childId}`;
}
