import type { Reason } from '../explain/reasons.ts';
import { type Charge, nothing } from '../reglement/charges.ts';
import type { CompiledReglement, UnitDay } from '../reglement/compile.ts';
import type { Channel, WaitingList } from '../reglement/document.ts';
import { type StageWindows, stageOpenAt } from '../reglement/stage-windows.ts';
import type { Instant } from '../time/instant.ts';
import { bookingEffect, cancellationEffect, restoringEffect } from './charge-of.ts';
import { findStateAfterCancelling } from './states.ts';
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
const closedUnlabelled: readonly Reason[] = Object.freeze([{ code: 'closed', label: null }]);

/**
 * Whether a unit can be booked or cancelled on a day, and what it changes in what the household
 * owes. The one function for the grid, the cart, the confirmation, the staff and the preview.
 *
 * The first obstacle met is the one told, in this order: what the household cannot change comes
 * before what it can, so that nobody is sent to lift an obstacle that hides another.
 * 1. the child is not enrolled (to book only: a booked day can always be given back)
 * 2. the session does not take place: closure, holiday, calendar not published
 * 3. the session is over
 * 4. there is a live booking already (to book), or none that can be cancelled (to cancel)
 * 5. no stage of the règlement serves this channel any more: staff only, or nobody
 * 6. no place is left, or others wait for it (to book); `wait` then joins the list, where the
 *    règlement opens one online and the request is not late
 * 7. another unit of that day is incompatible (to book); last, since the household can give it
 *    back. It keeps nobody from waiting: who waits for a day may hold half of it meanwhile
 *
 * With the same facts, a request refused once is never accepted later. A `staffOnly` verdict carries
 * what the staff would charge; a refused one costs nothing.
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
  if (!cancelling && facts.enrolment === 'none') {
    return refuse('notEnrolled', day.notEnrolled, windows, request.channel);
  }
  if (facts.session.kind === 'closed') {
    return refuseClosed(request, facts.session.label, day, reglement);
  }
  if (now >= day.endsAt) return refuse('deadlinePassed', sessionOver, windows, request.channel);
  return cancelling
    ? decideCancelling(request.channel, facts, day, now)
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
  if (facts.freePlaces <= 0 || facts.waiting > 0) {
    if (action === 'wait' && !late && day.activity.waitingList.kind === 'online') {
      return joinWaitingList(channel, facts, day, charge());
    }
    return refuse('full', [...fullReasons(facts), ...listReasons(day, late)], windows, channel);
  }
  const constraint = late ? 'late' : 'free';
  const conflict = facts.otherUnits.find((code) => day.conflicts.has(code));
  if (conflict !== undefined) {
    const unit = reglement.unit(conflict)?.unit.label ?? conflict;
    return refuse(constraint, [{ code: 'incompatibleUnit', unit }], windows, channel);
  }
  return late
    ? verdict('acceptedLate', constraint, windows, channel, windows.late[channel], charge())
    : verdict('accepted', constraint, windows, channel, stage.inTime, charge());
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
  return verdict('waitlisted', 'full', day.book, channel, reasons, price);
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
  if (booking.state === 'waitlisted') return leaveWaitingList(windows, channel);
  const late = isLate(windows, now);
  const effect = () => cancellationEffect(day, booking, late, quotient);
  const stage = stageOpenAt(windows, channel, now);
  if (stage === undefined) return decideOutOfStages(channel, windows, now, effect);
  return late
    ? verdict('acceptedLate', 'late', windows, channel, windows.late[channel], effect())
    : verdict('accepted', 'free', windows, channel, stage.inTime, effect());
}

/** Who waits holds no place: leaving is free at any time, whatever the limit for cancelling. */
function leaveWaitingList(windows: StageWindows, channel: Channel): Verdict {
  return { ...verdict('accepted', 'free', windows, channel, leaving, nothing), limitAt: null };
}

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
  return verdict('staffOnly', constraint, windows, channel, windows.leftToStaff, charge());
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
    reasons,
    cents: charge.cents,
    priceReasons: charge.reasons,
  };
}
