import type { Reason } from '../explain/reasons.ts';
import { type Charge, nothing } from '../reglement/charges.ts';
import type { CompiledReglement, UnitDay } from '../reglement/compile.ts';
import type { Channel, WaitingList } from '../reglement/document.ts';
import { type StageWindows, stageOpenAt } from '../reglement/stage-windows.ts';
import type { TermAfter } from '../reglement/terms.ts';
import type { Day } from '../time/day.ts';
import type { Instant } from '../time/instant.ts';
import { bookingEffect, cancellationEffect, restoringEffect } from './charge-of.ts';
import { ageOn } from '../time/age.ts';
import { daysAround } from './days-around.ts';
import { missingDocuments } from './missing-documents.ts';
import { type BookingState, findStateAfterCancelling } from './states.ts';
import type { BookingFacts, BookingRequest, Constraint, Outcome, Verdict } from './verdict.ts';

const sessionOver: readonly Reason[] = Object.freeze([{ code: 'sessionOver' }]);
const alreadyBooked: readonly Reason[] = Object.freeze([{ code: 'alreadyBooked' }]);
const notBooked: readonly Reason[] = Object.freeze([{ code: 'notBooked' }]);
const waitingListFirst: readonly Reason[] = Object.freeze([{ code: 'waitingListFirst' }]);
const leaving: readonly Reason[] = Object.freeze([{ code: 'waitingListLeave' }]);
const howToWait: Readonly<Record<WaitingList['kind'], readonly Reason[]>> = {
  none: [],
  staff: Object.freeze([{ code: 'waitingListStaff' }]),
  online: Object.freeze([{ code: 'waitingListOpen' }]),
};
const askStaff: Readonly<Record<'book' | 'cancel', readonly Reason[]>> = {
  book: Object.freeze([{ code: 'staffOnly', action: 'book' }]),
  cancel: Object.freeze([{ code: 'staffOnly', action: 'cancel' }]),
};
const closedUnlabelled: readonly Reason[] = Object.freeze([{ code: 'closed', label: null }]);

/**
 * Whether a unit can be booked or cancelled on a day, and what it changes in what the household
 * owes. The one function for the grid, the cart, the confirmation, the staff and the preview.
 *
 * The first obstacle met is the one told, in this order: what the household cannot change comes
 * before what it can, so that nobody is sent to lift an obstacle that hides another.
 * 1. the child is not enrolled, or not of the age (to book only: a booked day can always be given back)
 * 2. the session does not take place: closure, holiday, calendar not published
 * 3. the session is over
 * 4. there is a live booking already (to book), or none that can be cancelled (to cancel)
 * 5. no stage of the règlement serves this channel any more: staff only, or nobody
 * 6. online bookings of that day are not open yet, or no longer (to book)
 * 7. no place is left, or others wait for it (to book); `wait` then joins the list, where the
 *    règlement opens one to this channel and the request is not late
 * 8. a document is missing, then the child comes enough days already (to book online: the staff decides)
 * 9. another unit of that day is incompatible (to book); last, since the household can give it
 *    back. It keeps nobody from waiting: who waits for a day may hold half of it meanwhile
 *
 * What is possible is then `accepted`, `pending` where the staff answers first (until the session
 * begins: then one asks the staff itself), or `awaitingPayment` where it is paid first. What nobody has accepted or paid is given back freely, at any time.
 *
 * With the same facts, a request refused once is never accepted later, but for what was not open
 * yet. A `staffOnly` verdict carries what the staff would charge; a refused one costs nothing.
 *
 * @param reglement the version in force on the day of the session
 * @throws RangeError when the règlement has no such unit, or no price for it on that day
 */
export function decideBooking(
  request: BookingRequest,
  facts: BookingFacts,
  reglement: CompiledReglement,
  now: Instant,
): Verdict {
  const day = reglement.unitDay(request.unit, request.on);
  const cancelling = request.action === 'cancel';
  const windows = cancelling ? day.cancel : day.book;
  const { channel } = request;
  if (!cancelling) {
    const { enrolment, bornOn } = facts;
    if (enrolment !== 'accepted') {
      const { label } = day.activity;
      const reasons: readonly Reason[] = [{ code: 'notEnrolled', activity: label, enrolment }];
      return refuse('notEnrolled', reasons, windows, channel);
    }
    const age = ageRefusal(day, bornOn);
    if (age !== null) return refuse('ageOut', age, windows, channel);
  }
  if (facts.session.kind === 'closed') {
    return refuseClosed(request, facts.session.label, day, reglement);
  }
  if (now >= day.endsAt) return refuse('deadlinePassed', sessionOver, windows, channel);
  return cancelling
    ? decideCancelling(channel, facts, day, now)
    : decideAdding(request, facts, day, reglement, now);
}

function decideAdding(
  { action, channel }: BookingRequest,
  facts: BookingFacts,
  day: UnitDay,
  reglement: CompiledReglement,
  now: Instant,
): Verdict {
  const windows = day.book;
  if (facts.booking !== null) return refuse('free', alreadyBooked, windows, channel);
  const late = isLate(windows, now);
  const { cancelledLate, quotient } = facts;
  const charge = () =>
    cancelledLate
      ? restoringEffect(day, cancelledLate, quotient)
      : bookingEffect(day, late, quotient);
  const stage = stageOpenAt(windows, channel, now);
  if (stage === undefined) return decideOutOfStages(channel, windows, now, charge);
  const opening = channel === 'online' ? day.opening(facts.ageGroup, now) : null;
  if (opening?.kind === 'notYet') {
    return verdict('notOpenYet', 'notOpenYet', windows, channel, opening.reasons, nothing);
  }
  if (opening?.kind === 'over') {
    return verdict('staffOnly', 'staffOnly', windows, channel, opening.reasons, charge());
  }
  const obstacle = channel === 'online' ? findObstacle(facts, day) : null;
  if (facts.freePlaces <= 0 || facts.waiting > 0) {
    if (action === 'wait' && !late && obstacle === null && mayWait(day, channel)) {
      return joinWaitingList(channel, facts, day, charge());
    }
    return refuse('full', [...fullReasons(facts), ...listReasons(day, late)], windows, channel);
  }
  if (obstacle !== null) return refuse(obstacle.constraint, obstacle.reasons, windows, channel);
  const constraint = late ? 'late' : 'free';
  const conflict = facts.otherUnits.find((code) => day.conflicts.has(code));
  if (conflict !== undefined) {
    const unit = reglement.unit(conflict)?.unit.label ?? conflict;
    return refuse(constraint, [{ code: 'incompatibleUnit', unit }], windows, channel);
  }
  const reasons = late ? windows.late[channel] : stage.inTime;
  // A day taken up again is the booking it was: accepted then, owed since.
  const step = cancelledLate ? acceptedAtOnce : stepAfter(channel, day, now);
  if (step === 'tooLateToAsk') {
    return verdict('staffOnly', 'staffOnly', windows, channel, askStaff.book, charge());
  }
  return {
    ...verdict(
      step.outcome ?? (late ? 'acceptedLate' : 'accepted'),
      constraint,
      windows,
      channel,
      step.reason === null ? reasons : [...reasons, step.reason],
      charge(),
    ),
    late,
    dueAt: step.dueAt,
  };
}

/** What comes between a request that is possible and a booking that holds. */
type Step = {
  readonly outcome: 'pending' | 'awaitingPayment' | null;
  readonly dueAt: Instant | null;
  readonly reason: Reason | null;
};

const acceptedAtOnce: Step = { outcome: null, dueAt: null, reason: null };

/** The staff answers first, unless it books itself; then comes the payment. */
function stepAfter(channel: Channel, day: UnitDay, now: Instant): Step | 'tooLateToAsk' {
  const until = channel === 'online' ? answerDueAt(day.terms.answerBooking, day, now) : null;
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
function answerDueAt(
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

/** A list that the service keeps is joined through the service. */
function mayWait({ activity }: UnitDay, channel: Channel): boolean {
  const { kind } = activity.waitingList;
  return kind === 'online' || (kind === 'staff' && channel === 'staff');
}

type Obstacle = { readonly constraint: Constraint; readonly reasons: readonly Reason[] };

/** What the household can put right itself, and the staff may pass over. */
function findObstacle(facts: BookingFacts, day: UnitDay): Obstacle | null {
  const missing = missingDocuments(day.documents, facts.documents, day.on);
  if (missing.length > 0) {
    const documents = missing.map(({ label }) => label);
    return { constraint: 'documentsMissing', reasons: [{ code: 'documentsMissing', documents }] };
  }
  for (const { per, max } of day.activity.days) {
    if (max === null || daysAround(facts.activityDays, day.on, per) < max) continue;
    return { constraint: 'free', reasons: [{ code: 'maxDays', max, per }] };
  }
  return null;
}

function ageRefusal({ activity, on }: UnitDay, bornOn: Day | null): readonly Reason[] | null {
  if (activity.ages === null || bornOn === null) return null;
  const { from, below } = activity.ages;
  const age = ageOn(bornOn, on);
  if ((from === null || age >= from) && (below === null || age < below)) return null;
  return [{ code: 'ageOut', from, below }];
}

/** The list stops at the booking limit, and costs nothing until a place is offered and accepted. */
function joinWaitingList(
  channel: Channel,
  facts: BookingFacts,
  day: UnitDay,
  charge: Charge,
): Verdict {
  const until = day.book.normalUntil ?? day.endsAt;
  const reasons: readonly Reason[] = [
    ...fullReasons(facts),
    { code: 'waitingListJoin', rank: facts.waiting + 1, until },
  ];
  const price: Charge = {
    cents: nothing.cents,
    reasons: [...charge.reasons, { code: 'waitingPrice', cents: charge.cents }],
  };
  return {
    ...verdict('waitlisted', 'full', day.book, channel, reasons, price),
    dueAt: until,
  };
}

function fullReasons({ freePlaces, capacity }: BookingFacts): readonly Reason[] {
  return freePlaces > 0 ? waitingListFirst : [{ code: 'full', capacity }];
}

/** How to wait for a place; past the limit nobody joins. */
function listReasons({ activity }: UnitDay, late: boolean): readonly Reason[] {
  return late ? [] : howToWait[activity.waitingList.kind];
}

function decideCancelling(
  channel: Channel,
  facts: BookingFacts,
  day: UnitDay,
  now: Instant,
): Verdict {
  const windows = day.cancel;
  const { booking, quotient } = facts;
  if (booking === null) return refuse('free', notBooked, windows, channel);
  if (findStateAfterCancelling(booking.state, false) === undefined) {
    const reasons: readonly Reason[] = [{ code: 'notCancellable', state: booking.state }];
    return refuse('deadlinePassed', reasons, windows, channel);
  }
  const left = givenBackFreely[booking.state];
  if (left !== undefined) {
    const charge = cancellationEffect(day, booking, false, quotient);
    return { ...verdict('accepted', 'free', windows, channel, left, charge), limitAt: null };
  }
  const late = isLate(windows, now);
  const effect = () => cancellationEffect(day, booking, late, quotient);
  const stage = stageOpenAt(windows, channel, now);
  if (stage === undefined) return decideOutOfStages(channel, windows, now, effect);
  const constraint = late ? 'late' : 'free';
  const reasons = late ? windows.late[channel] : stage.inTime;
  const until = channel === 'online' ? answerDueAt(day.terms.answerCancelling, day, now) : null;
  if (until === 'tooLateToAsk') {
    return verdict('staffOnly', 'staffOnly', windows, channel, askStaff.cancel, effect());
  }
  if (until !== null) {
    const asked: readonly Reason[] = [...reasons, { code: 'toBeAnswered', until }];
    const pending = verdict('pending', constraint, windows, channel, asked, effect());
    return { ...pending, late, dueAt: until };
  }
  const outcome = late ? 'acceptedLate' : 'accepted';
  return { ...verdict(outcome, constraint, windows, channel, reasons, effect()), late };
}

/** What nobody has accepted, or paid, is left at any time, whatever the limit for cancelling. */
const givenBackFreely: Readonly<Partial<Record<BookingState, readonly Reason[]>>> = {
  waitlisted: leaving,
  requested: Object.freeze([{ code: 'requestWithdrawn' }]),
  awaitingPayment: Object.freeze([{ code: 'paymentGivenUp' }]),
};

/** No stage serves the channel: the staff still may, or nobody. */
function decideOutOfStages(
  channel: Channel,
  windows: StageWindows,
  now: Instant,
  charge: () => Charge,
): Verdict {
  if (channel === 'staff' || stageOpenAt(windows, 'staff', now) === undefined) {
    return refuse('deadlinePassed', windows.passed, windows, channel);
  }
  const constraint = windows.everOnline ? 'staffOnly' : 'neverOnline';
  return {
    ...verdict('staffOnly', constraint, windows, channel, windows.leftToStaff, charge()),
    late: isLate(windows, now),
  };
}

/** A closure without a label is told by the calendar where the calendar is the cause. */
function refuseClosed(
  { action, channel, on }: BookingRequest,
  label: string | null,
  day: UnitDay,
  reglement: CompiledReglement,
): Verdict {
  const windows = action === 'cancel' ? day.cancel : day.book;
  if (label !== null) return refuse('closed', [{ code: 'closed', label }], windows, channel);
  const kind = reglement.calendar.dayKind(on);
  switch (kind.kind) {
    case 'publicHoliday':
      return refuse('holiday', [{ code: 'publicHoliday', name: kind.name, on }], windows, channel);
    case 'schoolHoliday':
      // Holiday care runs then: that it does not is no fault of the holidays.
      return day.activity.kind === 'holiday'
        ? refuse('closed', closedUnlabelled, windows, channel)
        : refuse('holiday', [{ code: 'schoolHoliday', name: kind.name }], windows, channel);
    case 'unknown': {
      const reasons: readonly Reason[] = [{ code: 'calendarUnknown', after: kind.after }];
      return verdict('undetermined', 'closed', windows, channel, reasons, nothing);
    }
    case 'school':
    case 'offDay':
    case 'weekend':
      return refuse('closed', closedUnlabelled, windows, channel);
  }
}

/** Late means after the first stage, the normal one; its last instant is already too late. */
function isLate(windows: StageWindows, now: Instant): boolean {
  return windows.normalUntil !== null && now >= windows.normalUntil;
}

function refuse(
  constraint: Constraint,
  reasons: readonly Reason[],
  windows: StageWindows,
  channel: Channel,
): Verdict {
  return verdict('refused', constraint, windows, channel, reasons, nothing);
}

function verdict(
  outcome: Outcome,
  constraint: Constraint,
  windows: StageWindows,
  channel: Channel,
  reasons: readonly Reason[],
  charge: Charge,
): Verdict {
  const servesChannel = windows.stages[0]?.channels.includes(channel) ?? false;
  return {
    outcome,
    constraint,
    limitAt: servesChannel ? windows.normalUntil : null,
    late: false,
    dueAt: null,
    reasons,
    cents: charge.cents,
    priceReasons: charge.reasons,
  };
}
