import { cents } from '../money/cents.ts';
import { type Charge, isUndetermined, nothing } from '../prices/charge.ts';
import type { ChildProfile } from '../prices/child-profile.ts';
import type { UnitDay } from '../reglement/compile.ts';
import { type BookingState, findStateAfterCancelling } from './states.ts';

/** A booking that was cancelled late, where nobody recorded at which stage: the first that is late. */
const FIRST_LATE_STAGE = 1;

/** Which of its charges a booking owes in each state. */
const owed: Readonly<Record<BookingState, 'booked' | 'cancelledLate' | null>> = {
  requested: 'booked',
  awaitingPayment: 'booked',
  confirmed: 'booked',
  cancellationRequested: 'booked',
  attended: 'booked',
  absentUnexcused: 'booked',
  // What an absence is excused from depends on its spell: `rate` knows, a booking alone does not.
  absenceDeclared: 'booked',
  absentExcused: 'booked',
  cancelledLate: 'cancelledLate',
  waitlisted: null,
  offered: null,
  refused: null,
  cancelled: null,
  expired: null,
  declined: null,
  lapsed: null,
};

/**
 * What a booking in this state costs: the only answer to that question, for verdicts and for bills.
 *
 * @param stage booking stage at which it was taken, 0 = in time
 * @param quotient family quotient on the day of the session; `null` = no document
 * @param cancelStage stage at which it was cancelled, for one that was
 * @returns `null` when it is no charge at all, which is not the same as a charge of 0
 */
export function findCharge(
  day: UnitDay,
  state: BookingState,
  stage: number,
  quotient: number | null,
  profile?: ChildProfile,
  cancelStage: number = FIRST_LATE_STAGE,
): Charge | null {
  const kind = owed[state];
  if (kind === null) return null;
  const charges = day.tariff(quotient, profile);
  return kind === 'booked' ? charges.booked(stage) : charges.cancelled(stage, cancelStage);
}

/**
 * What booking adds to what the household owes.
 *
 * @param stage booking stage at which it is taken, 0 = in time
 */
export function bookingEffect(
  day: UnitDay,
  stage: number,
  quotient: number | null,
  profile?: ChildProfile,
): Charge {
  return day.tariff(quotient, profile).booked(stage);
}

/**
 * What taking up a booking that was cancelled late changes in what the household owes: its price,
 * minus what the late cancellation left billed. It keeps the price it was first taken at.
 *
 * @param booking the stage at which it was first taken, and that at which it was cancelled
 */
export function restoringEffect(
  day: UnitDay,
  booking: { readonly stage: number; readonly cancelStage?: number | undefined },
  quotient: number | null,
  profile?: ChildProfile,
): Charge {
  const charges = day.tariff(quotient, profile);
  const booked = charges.booked(booking.stage);
  const billed = charges.cancelled(booking.stage, booking.cancelStage ?? FIRST_LATE_STAGE);
  if (billed === null || isUndetermined(booked.reasons)) return booked;
  if (isUndetermined(billed.reasons)) return billed;
  return {
    cents: cents(booked.cents - billed.cents),
    reasons: [{ code: 'alreadyBilled', cents: billed.cents }],
  };
}

/**
 * What cancelling changes in what the household owes: minus the price, or minus the part of it that
 * does not stay billed. What nobody owes yet (a request, a payment awaited) is given back whole.
 *
 * @param booking the state before, and the stage at which it was taken
 * @param cancelStage stage of the cancellation, 0 = in time; `null` = free whatever the règlement
 *   says, since the service itself takes the day back
 */
export function cancellationEffect(
  day: UnitDay,
  booking: { readonly state: BookingState; readonly stage: number },
  cancelStage: number | null,
  quotient: number | null,
  profile?: ChildProfile,
): Charge {
  const after = findStateAfterCancelling(booking.state, true);
  const owedNow = findCharge(day, booking.state, booking.stage, quotient, profile);
  if (owedNow === null || after === undefined) return nothing;
  const charges = day.tariff(quotient, profile);
  const stillOwed =
    after === 'cancelledLate' && cancelStage !== null
      ? charges.cancelled(booking.stage, cancelStage)
      : null;
  if (stillOwed === null) return charges.refund(booking.stage);
  if (isUndetermined(owedNow.reasons)) return owedNow;
  if (isUndetermined(stillOwed.reasons)) return stillOwed;
  return { cents: cents(stillOwed.cents - owedNow.cents), reasons: stillOwed.reasons };
}
