import type { Reason } from '../explain/reasons.ts';
import type { UnitDay } from '../reglement/compile.ts';
import type { Channel } from '../reglement/document.ts';
import { isLateAt, lateReasons, stageOpenAt } from '../reglement/stage-windows.ts';
import type { Instant } from '../time/instant.ts';
import { answerDueAt } from './awaited-steps.ts';
import { cancellationEffect } from './charge-of.ts';
import { decideAtStage, decideOutOfStages } from './decide-stage.ts';
import { type BookingState, findStateAfterCancelling } from './states.ts';
import type { BookingFacts, Verdict } from './verdict.ts';
import { type Asked, refuse, verdict, verdictAt } from './verdict-of.ts';
import { profileOf } from './who-may-come.ts';

const notBooked: readonly Reason[] = Object.freeze([{ code: 'notBooked' }]);
const leaving: readonly Reason[] = Object.freeze([{ code: 'waitingListLeave' }]);
const askStaff: readonly Reason[] = Object.freeze([{ code: 'staffOnly', action: 'cancel' }]);

/** What nobody has accepted, or paid, is left at any time, whatever the limit for cancelling. */
const givenBackFreely: Readonly<Partial<Record<BookingState, readonly Reason[]>>> = {
  waitlisted: leaving,
  requested: Object.freeze([{ code: 'requestWithdrawn' }]),
  awaitingPayment: Object.freeze([{ code: 'paymentGivenUp' }]),
};

/** Whether a booking can be given back, and what stays owed. */
export function decideCancelling(
  channel: Channel,
  facts: BookingFacts,
  day: UnitDay,
  now: Instant,
): Verdict {
  const windows = day.cancel;
  const asked: Asked = { windows, channel };
  const { booking, quotient } = facts;
  if (booking === null) return refuse('free', asked, notBooked);
  if (findStateAfterCancelling(booking.state, false) === undefined) {
    const reasons: readonly Reason[] = [{ code: 'notCancellable', state: booking.state }];
    return refuse('deadlinePassed', asked, reasons);
  }
  const effect = ({ index }: { readonly index: number }) =>
    cancellationEffect(day, booking, index, quotient, profileOf(facts));
  const left = givenBackFreely[booking.state];
  if (left !== undefined) {
    return { ...verdict('accepted', 'free', asked, left, effect({ index: 0 })), limitAt: null };
  }
  const stage = stageOpenAt(windows, channel, now);
  if (stage === undefined) return decideOutOfStages('cancel', asked, now, effect);
  const decided = decideAtStage('cancel', asked, stage, now);
  if (decided !== null) return decided;
  const isLate = isLateAt(windows, stage, channel);
  const constraint = isLate ? 'late' : 'free';
  const reasons = isLate ? lateReasons(windows, stage, channel, now) : stage.inTime;
  const until = channel === 'staff' ? null : answerDueAt(day.terms.answerCancelling, day, now);
  if (until === 'tooLateToAsk') {
    return verdict('staffOnly', 'staffOnly', asked, askStaff, effect(stage));
  }
  if (until !== null) {
    const told: readonly Reason[] = [...reasons, { code: 'toBeAnswered', until }];
    return verdictAt(stage, 'pending', constraint, asked, told, effect(stage), until);
  }
  const outcome = isLate ? 'acceptedLate' : 'accepted';
  return verdictAt(stage, outcome, constraint, asked, reasons, effect(stage));
}
