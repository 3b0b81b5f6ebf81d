import { decideBooking } from '@preau/domain/bookings/decide-booking';
import { firstStateOf, isDoneOutcome } from '@preau/domain/bookings/verdict';
import type { BookingState } from '@preau/domain/bookings/states';
import type { CompiledReglement } from '@preau/domain/reglement/compile';
import type { Instant } from '@preau/domain/time/instant';
import { isInTime } from './choose-offers.ts';
import type { AnsweredRow } from './offers.queries.ts';

export type OfferAnswer = 'accept' | 'decline';

export type OfferDecision =
  /** The answer counts. */
  | { readonly kind: 'answered'; readonly to: BookingState; readonly dueAt: Instant | null }
  /** The same answer came before: nothing more to do. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'refused'; readonly code: 'offer-lapsed' | 'offer-accepted' }
  /** The child took another unit of that day meanwhile: it has to be given back first. */
  | { readonly kind: 'refused'; readonly code: 'incompatible-unit'; readonly unit: string };

const given: Readonly<Record<OfferAnswer, readonly BookingState[]>> = {
  accept: ['confirmed', 'awaitingPayment'],
  decline: ['declined'],
};

/**
 * Whether a place that is offered can be accepted, or declined, now. Accepting is booking in time:
 * the same decision as for a free place, the place being held already.
 */
export function decideOffer(
  answer: OfferAnswer,
  row: AnsweredRow,
  reglement: CompiledReglement,
  now: Instant,
): OfferDecision {
  if (given[answer].includes(row.state)) return { kind: 'repeated' };
  if (given.accept.includes(row.state)) return { kind: 'refused', code: 'offer-accepted' };
  if (row.state !== 'offered' || row.until === null || now >= row.until) {
    return { kind: 'refused', code: 'offer-lapsed' };
  }
  if (answer === 'decline') return { kind: 'answered', to: 'declined', dueAt: null };
  const verdict = decideBooking(
    { action: 'book', channel: 'staff', unit: row.unit, on: row.held_on },
    {
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
      otherUnits: row.other_units ?? [],
      freePlaces: 1,
      capacity: 1,
      waiting: 0,
      quotient: null,
    },
    reglement,
    now,
  );
  if (isInTime(verdict) && isDoneOutcome(verdict.outcome)) {
    return { kind: 'answered', to: firstStateOf(verdict.outcome), dueAt: verdict.dueAt };
  }
  const [reason] = verdict.reasons;
  return reason?.code === 'incompatibleUnit'
    ? { kind: 'refused', code: 'incompatible-unit', unit: reason.unit }
    : { kind: 'refused', code: 'offer-lapsed' };
}
