import type { Reason } from '../explain/reasons.ts';
import type { UnitDay } from '../reglement/compile.ts';
import type { Instant } from '../time/instant.ts';
import { paymentDueAt } from './decide-booking.ts';
import type { BookingState } from './states.ts';

/** What the staff answers to a request, to book or to cancel. */
export type StaffAnswer =
  | { readonly kind: 'accept' }
  /** In words the family reads. */
  | { readonly kind: 'refuse'; readonly because: string };

/** The request as it stands when it is answered. */
export type RequestFacts = {
  readonly state: BookingState;
  /** Whether it has kept a place since it was made. */
  readonly holdsPlace: boolean;
  /** Smallest number of free places over the pools of the unit. */
  readonly freePlaces: number;
  /** Whether the session does not take place any more. */
  readonly closed: boolean;
};

export type RequestDecision =
  | {
      readonly kind: 'answered';
      readonly to: BookingState;
      /** Until when it is to be paid; `null` where it is not, or no more. */
      readonly dueAt: Instant | null;
      readonly reasons: readonly Reason[];
    }
  | { readonly kind: 'refused'; readonly code: RequestRefusal };

export type RequestRefusal =
  /** Somebody else answered it, or the family took it back. */
  | 'not-pending'
  /** It held no place, and none is left. */
  | 'full'
  | 'session-closed'
  | 'session-over';

/**
 * What becomes of a request the staff answers: to book, it is confirmed or to be paid; to cancel,
 * it is cancelled or stays. A refusal is always possible until the day; accepting wants a place.
 */
export function decideRequest(
  answer: StaffAnswer,
  facts: RequestFacts,
  day: UnitDay,
  now: Instant,
): RequestDecision {
  if (facts.state === 'cancellationRequested') return answerCancellation(answer);
  if (facts.state !== 'requested') return { kind: 'refused', code: 'not-pending' };
  if (answer.kind === 'refuse') {
    return answered('refused', null, { code: 'requestRefused', because: answer.because });
  }
  if (facts.closed) return { kind: 'refused', code: 'session-closed' };
  if (now >= day.endsAt) return { kind: 'refused', code: 'session-over' };
  if (!facts.holdsPlace && facts.freePlaces <= 0) return { kind: 'refused', code: 'full' };
  const until = paymentDueAt(day, now);
  return until === null
    ? answered('confirmed', null, { code: 'requestAccepted' })
    : answered('awaitingPayment', until, { code: 'requestAccepted' }, { code: 'payBefore', until });
}

function answerCancellation(answer: StaffAnswer): RequestDecision {
  return answer.kind === 'accept'
    ? answered('cancelled', null, { code: 'requestAccepted' })
    : answered('confirmed', null, { code: 'cancellationRefused', because: answer.because });
}

function answered(
  to: BookingState,
  dueAt: Instant | null,
  ...reasons: readonly Reason[]
): RequestDecision {
  return { kind: 'answered', to, dueAt, reasons };
}
