import { cents } from '../money/cents.ts';
import { type BookingCharges, type Charge, nothing } from '../reglement/charges.ts';
import type { UnitDay } from '../reglement/compile.ts';
import { type BookingState, findStateAfterCancelling } from './states.ts';

/** Which of its charges a booking owes in each state. */
const owed: Readonly<Record<BookingState, 'booked' | 'cancelledLate' | null>> = {
  requested: 'booked',
  awaitingPayment: 'booked',
  confirmed: 'booked',
  cancellationRequested: 'booked',
  attended: 'booked',
  absentUnexcused: 'booked',
  // The règlement has no rule on absences: an absent child's day is charged as it was booked.
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
 * @param late whether it was taken after the limit
 * @param quotient family quotient on the day of the session; `null` = no document
 * @returns `null` when it is no charge at all, which is not the same as a charge of 0
 */
export function findCharge(
  day: UnitDay,
  state: BookingState,
  late: boolean,
  quotient: number | null,
): Charge | null {
  const kind = owed[state];
  return kind === null ? null : chargesOf(day, late, quotient)[kind];
}

/**
 * What booking adds to what the household owes.
 *
 * @param late whether it is taken after the limit
 */
export function bookingEffect(day: UnitDay, late: boolean, quotient: number | null): Charge {
  return chargesOf(day, late, quotient).booked;
}

/**
 * What taking up a booking that was cancelled late changes in what the household owes: its price,
 * minus what the late cancellation left billed. It keeps the price it was first taken at.
 *
 * @param booking whether it was first taken late
 */
export function restoringEffect(
  day: UnitDay,
  booking: { readonly late: boolean },
  quotient: number | null,
): Charge {
  const { booked, cancelledLate } = chargesOf(day, booking.late, quotient);
  if (cancelledLate === null) return booked;
  return {
    cents: cents(booked.cents - cancelledLate.cents),
    reasons: [{ code: 'alreadyBilled', cents: cancelledLate.cents }],
  };
}

/**
 * What cancelling changes in what the household owes: minus the price, or nothing where the whole
 * stays billed.
 *
 * @param booking the state before, and whether it was taken late
 * @param late whether the cancellation itself is after its limit
 */
export function cancellationEffect(
  day: UnitDay,
  booking: { readonly state: BookingState; readonly late: boolean },
  late: boolean,
  quotient: number | null,
): Charge {
  const owedNow = findCharge(day, booking.state, booking.late, quotient);
  const after = findStateAfterCancelling(booking.state, late);
  if (owedNow === null || after === undefined) return nothing;
  const stillOwed = findCharge(day, after, booking.late, quotient);
  if (stillOwed === null) return chargesOf(day, booking.late, quotient).refund;
  return { cents: cents(stillOwed.cents - owedNow.cents), reasons: stillOwed.reasons };
}

function chargesOf(day: UnitDay, late: boolean, quotient: number | null): BookingCharges {
  const charges = day.tariff(quotient);
  return late ? charges.late : charges.inTime;
}
