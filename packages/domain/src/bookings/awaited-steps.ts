import type { Reason } from '../explain/reasons.ts';
import type { UnitDay } from '../reglement/compile.ts';
import type { Channel } from '../reglement/document.ts';
import type { TermAfter } from '../reglement/terms.ts';
import type { Instant } from '../time/instant.ts';

/** What comes between a request that is possible and a booking that holds. */
export type Step = {
  readonly outcome: 'pending' | 'awaitingPayment' | null;
  readonly dueAt: Instant | null;
  readonly reason: Reason | null;
};

/** Nothing does. */
export const acceptedAtOnce: Step = { outcome: null, dueAt: null, reason: null };

/** The staff answers first, unless it books itself; then comes the payment. */
export function stepAfter(channel: Channel, day: UnitDay, now: Instant): Step | 'tooLateToAsk' {
  const until = channel === 'staff' ? null : answerDueAt(day.terms.answerBooking, day, now);
  if (until === 'tooLateToAsk') return until;
  if (until !== null) {
    return { outcome: 'pending', dueAt: until, reason: { code: 'toBeAnswered', until } };
  }
  const payUntil = paymentDueAt(day, now);
  if (payUntil === null) return acceptedAtOnce;
  return {
    outcome: 'awaitingPayment',
    dueAt: payUntil,
    reason: { code: 'payBefore', until: payUntil },
  };
}

/**
 * Until when the staff answers what is asked now: never later than the session begins, since a
 * request nobody answered ends there. `null` where nobody has to answer.
 */
export function answerDueAt(
  term: TermAfter | null,
  day: UnitDay,
  now: Instant,
): Instant | 'tooLateToAsk' | null {
  if (term === null) return null;
  if (now >= day.startsAt) return 'tooLateToAsk';
  const answerBy = term(now);
  return answerBy < day.startsAt ? answerBy : day.startsAt;
}

/**
 * Until when a booking accepted now is to be paid: the day the règlement names, or the delay it
 * leaves after the acceptance where that ends later. `null` where it is paid on an invoice.
 */
export function paymentDueAt(day: UnitDay, acceptedAt: Instant): Instant | null {
  const atLeast = day.terms.payAtLeast?.(acceptedAt) ?? null;
  if (atLeast === null || day.payBy === null) return atLeast;
  return day.payBy > atLeast ? day.payBy : atLeast;
}
