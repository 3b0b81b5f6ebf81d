import type { Reason } from '../explain/reasons.ts';
import { type Charge, nothing } from '../prices/charge.ts';
import type { CompiledReglement, UnitDay } from '../reglement/compile.ts';
import type { Channel, WaitingList } from '../reglement/document.ts';
import {
  type StageWindow,
  isLateAt,
  lateReasons,
  normalUntilFor,
  stageOpenAt,
} from '../reglement/stage-windows.ts';
import type { Instant } from '../time/instant.ts';
import { acceptedAtOnce, stepAfter } from './awaited-steps.ts';
import { bookingEffect, restoringEffect } from './charge-of.ts';
import { tooManyDays } from './days-around.ts';
import { missingDocuments } from './missing-documents.ts';
import { decideAtStage, decideOutOfStages } from './decide-stage.ts';
import type { BookingFacts, BookingRequest, Verdict } from './verdict.ts';
import { type Asked, refuse, verdict, verdictAt } from './verdict-of.ts';
import { type Obstacle, findExclusion, priceContext, profileOf } from './who-may-come.ts';

const alreadyBooked: readonly Reason[] = Object.freeze([{ code: 'alreadyBooked' }]);
const nothingToBook: readonly Reason[] = Object.freeze([{ code: 'nothingToBook' }]);
const payFirst: readonly Reason[] = Object.freeze([{ code: 'payFirst' }]);
const askStaff: readonly Reason[] = Object.freeze([{ code: 'staffOnly', action: 'book' }]);
const waitingListFirst: readonly Reason[] = Object.freeze([{ code: 'waitingListFirst' }]);
const howToWait: Readonly<Record<WaitingList['kind'], readonly Reason[]>> = {
  none: [],
  staff: Object.freeze([{ code: 'waitingListStaff' }]),
  online: Object.freeze([{ code: 'waitingListOpen' }]),
};

/** Whether a unit can be booked that takes place, by a child that may come. */
export function decideAdding(
  request: BookingRequest,
  facts: BookingFacts,
  day: UnitDay,
  reglement: CompiledReglement,
  now: Instant,
): Verdict {
  const windows = day.book;
  const { channel } = request;
  const asked: Asked = { windows, channel };
  if (day.activity.regime.acceptance.kind === 'none') {
    return refuse('neverOnline', asked, nothingToBook);
  }
  if (facts.booking !== null) return refuse('free', asked, alreadyBooked);
  const excluded = findExclusion(facts, day.on, reglement, now);
  if (excluded !== null) return refuse(excluded.constraint, asked, excluded.reasons);
  const charge = (stage: StageWindow) => chargeAt(stage, facts, day);
  const stage = stageOpenAt(windows, channel, now);
  if (stage === undefined) return decideOutOfStages('book', asked, now, charge);
  const decided = decideAtStage('book', asked, stage, now);
  if (decided !== null && decided.outcome !== 'undetermined') return decided;
  const opening =
    channel === 'online'
      ? day.opening(facts.ageGroup, now, () => priceContext(facts, day, reglement))
      : null;
  if (opening?.kind === 'notYet') {
    return verdict('notOpenYet', 'notOpenYet', asked, opening.reasons, nothing);
  }
  if (decided !== null) return findSureRefusal(request, facts, day, reglement) ?? decided;
  if (opening?.kind === 'over') {
    return verdict('staffOnly', 'staffOnly', asked, opening.reasons, charge(stage));
  }
  return decideOpen(request, facts, day, reglement, now, stage);
}

/**
 * What the source leaves unsaid would not change: there is no room, something is missing, the day is
 * taken by an incompatible unit, or it comes without its payment. The same order as where all is said.
 */
function findSureRefusal(
  { channel, paid }: BookingRequest,
  facts: BookingFacts,
  day: UnitDay,
  reglement: CompiledReglement,
): Verdict | null {
  const asked: Asked = { windows: day.book, channel };
  if (facts.freePlaces <= 0) return refuse('full', asked, fullReasons(facts));
  const obstacle = isFamilys(channel) ? findObstacle(facts, day, reglement) : null;
  if (obstacle !== null) return refuse(obstacle.constraint, asked, obstacle.reasons);
  const conflict = findConflict(facts, day, reglement);
  if (conflict !== null) return refuse('free', asked, conflict);
  return isUnpaid(paid, day) ? refuse('free', asked, payFirst) : null;
}

/** It comes without the payment that the règlement wants with it. */
function isUnpaid(paid: boolean | undefined, { activity }: UnitDay): boolean {
  return paid === false && activity.regime.payment.kind === 'withRequest';
}

/** A request of the family's, however it came in; `staff` is a gesture of the staff's own. */
function isFamilys(channel: Channel): boolean {
  return channel !== 'staff';
}

/** What the règlement's stages and openings allow: there has to be room, and nothing in the way. */
function decideOpen(
  { action, channel, paid }: BookingRequest,
  facts: BookingFacts,
  day: UnitDay,
  reglement: CompiledReglement,
  now: Instant,
  stage: StageWindow,
): Verdict {
  const asked: Asked = { windows: day.book, channel };
  const charge = chargeAt(stage, facts, day);
  const obstacle = isFamilys(channel) ? findObstacle(facts, day, reglement) : null;
  const isLate = isLateAt(day.book, stage, channel);
  if (stage.consequence.kind === 'waitingList') {
    if (obstacle !== null) return refuse(obstacle.constraint, asked, obstacle.reasons);
    const reasons = isLate ? lateReasons(day.book, stage, channel, now) : [];
    return joinWaitingList(asked, facts, stage.until ?? day.endsAt, charge, reasons, stage);
  }
  const until = normalUntilFor(day.book, channel);
  const isAfterNormal = until !== null && now >= until;
  if (facts.freePlaces <= 0 || facts.waiting > 0) {
    if (action === 'wait' && !isAfterNormal && obstacle === null && mayWait(day, channel)) {
      return joinWaitingList(asked, facts, until ?? day.endsAt, charge, fullReasons(facts), null);
    }
    return refuse('full', asked, [...fullReasons(facts), ...listReasons(day, isAfterNormal)]);
  }
  if (obstacle !== null) return refuse(obstacle.constraint, asked, obstacle.reasons);
  const constraint = isLate ? 'late' : 'free';
  const conflict = findConflict(facts, day, reglement);
  if (conflict !== null) return refuse(constraint, asked, conflict);
  if (isUnpaid(paid, day)) return refuse(constraint, asked, payFirst);
  const reasons = isLate ? lateReasons(day.book, stage, channel, now) : stage.inTime;
  // A day taken up again is the booking it was: accepted then, owed since.
  const step = facts.cancelledLate ? acceptedAtOnce : stepAfter(channel, day, now);
  if (step === 'tooLateToAsk') return verdict('staffOnly', 'staffOnly', asked, askStaff, charge);
  return verdictAt(
    stage,
    step.outcome ?? (isLate ? 'acceptedLate' : 'accepted'),
    constraint,
    asked,
    step.reason === null ? reasons : [...reasons, step.reason],
    charge,
    step.dueAt,
  );
}

function findConflict(
  { otherUnits }: BookingFacts,
  day: UnitDay,
  reglement: CompiledReglement,
): readonly Reason[] | null {
  const conflict = otherUnits.find((code) => day.conflicts.has(code));
  if (conflict === undefined) return null;
  const unit = reglement.unit(conflict)?.unit.label ?? conflict;
  return [{ code: 'incompatibleUnit', unit }];
}

/** What booking at a stage adds to what the household owes, or taking up what it cancelled late. */
function chargeAt({ index }: StageWindow, facts: BookingFacts, day: UnitDay): Charge {
  const { cancelledLate, quotient } = facts;
  const profile = profileOf(facts);
  return cancelledLate
    ? restoringEffect(day, cancelledLate, quotient, profile)
    : bookingEffect(day, index, quotient, profile);
}

/** A list that the service keeps is joined through the service. */
function mayWait({ activity }: UnitDay, channel: Channel): boolean {
  const { kind } = activity.waitingList;
  return kind === 'online' || (kind === 'staff' && channel !== 'online');
}

/** What the household can put right itself, and the staff may pass over. */
function findObstacle(
  facts: BookingFacts,
  day: UnitDay,
  { calendar }: CompiledReglement,
): Obstacle | null {
  const missing = missingDocuments(day.documents, facts.documents, day.on);
  if (missing.length > 0) {
    const documents = missing.map(({ label }) => label);
    return { constraint: 'documentsMissing', reasons: [{ code: 'documentsMissing', documents }] };
  }
  const tooMany = tooManyDays(day.activity, facts.activityDays, day.on, calendar);
  return tooMany === null ? null : { constraint: 'free', reasons: [tooMany] };
}

/**
 * The list stops at the booking limit, and costs nothing until a place is offered and accepted.
 *
 * @param lateStage where the règlement sends whoever comes so late to the list, room or not
 */
function joinWaitingList(
  asked: Asked,
  facts: BookingFacts,
  until: Instant,
  charge: Charge,
  because: readonly Reason[],
  lateStage: StageWindow | null,
): Verdict {
  const reasons: readonly Reason[] = [
    ...because,
    { code: 'waitingListJoin', rank: facts.waiting + 1, until },
  ];
  const price: Charge = {
    cents: nothing.cents,
    reasons: [...charge.reasons, { code: 'waitingPrice', cents: charge.cents }],
  };
  return lateStage === null
    ? { ...verdict('waitlisted', 'full', asked, reasons, price), dueAt: until }
    : verdictAt(lateStage, 'waitlisted', 'late', asked, reasons, price, until);
}

function fullReasons({ freePlaces, capacity }: BookingFacts): readonly Reason[] {
  return freePlaces > 0 ? waitingListFirst : [{ code: 'full', capacity }];
}

/** How to wait for a place; past the limit nobody joins. */
function listReasons({ activity }: UnitDay, isAfterNormal: boolean): readonly Reason[] {
  return isAfterNormal ? [] : howToWait[activity.waitingList.kind];
}
