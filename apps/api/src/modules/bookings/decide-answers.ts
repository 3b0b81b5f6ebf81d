import {
  decideRequest,
  type RequestDecision,
  type StaffAnswer,
} from '@preau/domain/bookings/decide-request';
import { type BookingState, holdsPlace, stateAtTerm } from '@preau/domain/bookings/states';
import type { Instant } from '@preau/domain/time/instant';
import type { RulesOn } from '../reglements/reglements.public.ts';
import { reminderBefore } from './booking.store.ts';
import type { PlacesRow } from './line-facts.ts';
import type { AnswerableRow, WrittenAnswer } from './requests.store.ts';
import { countsOf, seatKey, tightest } from './seat-keys.ts';

/** One booking the staff answers for, and what that does. */
export type DecidedAnswer = {
  readonly row: AnswerableRow;
  readonly accept: boolean;
  /** State in which the answer finds it. */
  readonly found: BookingState;
  readonly decision: RequestDecision;
  /** When to remind of its payment, where it is to be paid. */
  readonly remindAt: Instant | null;
};

/**
 * Decides the answers to some requests together. What gives a place back is decided first: the
 * place is then free for what is accepted in the same act.
 *
 * @param places every pool of the rooms concerned, locked
 * @returns one per row, in the order of the rows
 */
export function decideAnswers(
  asked: readonly { readonly row: AnswerableRow; readonly answer: StaffAnswer }[],
  places: readonly PlacesRow[],
  rulesOn: RulesOn,
  now: Instant,
): DecidedAnswer[] {
  const counts = countsOf(places);
  const decided = new Map<AnswerableRow, DecidedAnswer>();
  const givesBack = ({ row, answer }: (typeof asked)[number]) =>
    answer.kind === 'refuse' || row.state === 'cancellationRequested';
  for (const { row, answer } of [
    ...asked.filter(givesBack),
    ...asked.filter((one) => !givesBack(one)),
  ]) {
    const { reglement } = rulesOn(row.held_on);
    const day = reglement.unitDay(row.unit, row.held_on);
    const keys = row.parts.map((part) =>
      seatKey(row.facility_id, row.age_group, row.held_on, part),
    );
    const found = stateOf(row, now);
    const facts = {
      state: found,
      holdsPlace: holdsPlace(found, row.request_holds),
      freePlaces: tightest(keys.map((key) => counts.get(key))).free,
      closed: row.closed_label !== null,
    };
    const decision = decideRequest(answer, facts, day, now);
    const dueAt = decision.kind === 'answered' ? decision.dueAt : null;
    const one: DecidedAnswer = {
      row,
      accept: answer.kind === 'accept',
      found,
      decision,
      remindAt: dueAt === null ? null : reminderBefore(day, dueAt, now),
    };
    for (const key of keys) {
      const count = counts.get(key);
      if (count) count.free -= placesShift(one);
    }
    decided.set(row, one);
  }
  return asked.flatMap(({ row }) => decided.get(row) ?? []);
}

/** What a booking is at a moment: past its term it is over, written or not. */
export function stateOf({ state, until }: AnswerableRow, now: Instant): BookingState {
  return until !== null && now >= until ? (stateAtTerm(state) ?? state) : state;
}

/** Places an answer takes in each pool of its booking (1), gives back (-1), or leaves (0). */
export function placesShift({ row, found, decision }: DecidedAnswer): number {
  return decision.kind === 'answered' ? shiftBetween(row, found, decision.to) : 0;
}

/** Places a change of state takes in each pool of a booking. */
export function shiftBetween(
  { request_holds: requestHolds }: AnswerableRow,
  from: BookingState,
  to: BookingState,
): number {
  return Number(holdsPlace(to, requestHolds)) - Number(holdsPlace(from, requestHolds));
}

type Answered = Extract<RequestDecision, { kind: 'answered' }>;

/** What the booking becomes, and keeps, once answered. */
export function writtenAnswer(
  { row, found, remindAt }: DecidedAnswer,
  { to, dueAt, reasons }: Answered,
): WrittenAnswer {
  const stays = found === 'cancellationRequested' && to === 'confirmed';
  const verdict = stays && row.booked_verdict !== null ? row.booked_verdict : undefined;
  return {
    bookingId: row.booking_id,
    state: to,
    verdict: verdict ?? verdictAfter(row, to, reasons),
    until: dueAt,
    remindAt,
  };
}

/** What the history keeps of an answer: a booking that stays as it was owes nothing more. */
export function verdictAfter(
  row: AnswerableRow,
  to: BookingState,
  reasons: Answered['reasons'],
): string {
  const before: object = JSON.parse(row.verdict);
  const nothing = { outcome: 'refused', cents: 0, reasons, priceReasons: [] };
  if (to === 'refused') return JSON.stringify(nothing);
  if (row.state === 'cancellationRequested' && to === 'confirmed') return JSON.stringify(nothing);
  const accepted = row.late ? 'acceptedLate' : 'accepted';
  const outcome = to === 'awaitingPayment' ? 'awaitingPayment' : accepted;
  return JSON.stringify({ ...before, outcome, reasons });
}
