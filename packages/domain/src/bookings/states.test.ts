import { describe, expect, test } from 'vitest';
import {
  type BookingAction,
  type BookingActor,
  type BookingState,
  bookingStates,
  findStateAfterCancelling,
  findTransition,
  liveStates,
  placeHoldingStates,
  transitions,
} from './states.ts';

const ends: readonly BookingState[] = [
  'refused',
  'cancelled',
  'cancelledLate',
  'expired',
  'declined',
  'lapsed',
];
/** Taken up again because it is billed, or because the staff takes its answer back. */
const again: readonly BookingState[] = ['cancelledLate', 'refused', 'cancelled'];
const recorded: readonly BookingState[] = ['attended', 'absentExcused', 'absentUnexcused'];

test('every state is either live or the end of a booking, and none is listed twice', () => {
  expect([...liveStates, ...ends].toSorted()).toEqual([...bookingStates].toSorted());
});

test('a place is held by every live booking but the one that waits for it', () => {
  expect(liveStates.filter((state) => !placeHoldingStates.includes(state))).toEqual(['waitlisted']);
});

test('nothing leaves an ended or recorded booking but one that is billed or just answered, and something leaves every other', () => {
  const left = new Set(transitions.map(({ from }) => from));
  const settled = [...ends, ...recorded].filter((state) => !again.includes(state));
  expect(bookingStates.filter((state) => !left.has(state)).toSorted()).toEqual(settled.toSorted());
});

test('every state is reached by a transition, but the one that begins in the cart alone', () => {
  const reached = new Set(transitions.map(({ to }) => to));
  expect(bookingStates.filter((state) => !reached.has(state))).toEqual(['waitlisted']);
});

test('an action leads from one state to one other only', () => {
  const keys = transitions.map(({ from, action }) => `${from} ${action}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(transitions.every(({ from, to }) => from !== to)).toBe(true);
});

describe('who may do what', () => {
  test.each<[BookingState, BookingAction, BookingActor, BookingState | undefined]>([
    ['requested', 'accept', 'staff', 'confirmed'],
    ['requested', 'accept', 'system', 'confirmed'],
    ['requested', 'accept', 'guardian', undefined],
    ['requested', 'refuse', 'guardian', undefined],
    ['requested', 'cancel', 'guardian', 'cancelled'],
    ['confirmed', 'cancel', 'guardian', 'cancelled'],
    ['confirmed', 'cancelLate', 'staff', 'cancelledLate'],
    ['cancelledLate', 'restore', 'staff', 'confirmed'],
    ['cancelledLate', 'restore', 'guardian', 'confirmed'],
    ['cancelled', 'restore', 'staff', undefined],
    ['confirmed', 'recordAttended', 'guardian', undefined],
    ['confirmed', 'recordAttended', 'staff', 'attended'],
    ['cancellationRequested', 'refuseCancellation', 'staff', 'confirmed'],
    ['cancellationRequested', 'acceptCancellation', 'guardian', undefined],
    ['awaitingPayment', 'expire', 'guardian', undefined],
    ['awaitingPayment', 'expire', 'system', 'expired'],
    ['offered', 'acceptOffer', 'guardian', 'confirmed'],
    ['waitlisted', 'offer', 'guardian', undefined],
    ['cancelled', 'accept', 'staff', undefined],
    ['attended', 'cancel', 'staff', undefined],
  ])('%s, %s by a %s: %s', (from, action, actor, to) => {
    expect(findTransition(from, action, actor)?.to).toBe(to);
  });
});

describe('what a cancelled booking becomes', () => {
  test.each<[BookingState, boolean, BookingState | undefined]>([
    ['confirmed', false, 'cancelled'],
    ['confirmed', true, 'cancelledLate'],
    ['requested', true, 'cancelled'],
    ['waitlisted', true, 'cancelled'],
    ['attended', false, undefined],
    ['attended', true, undefined],
    ['cancellationRequested', false, undefined],
  ])('%s, late %s: %s', (state, late, expected) => {
    expect(findStateAfterCancelling(state, late)).toBe(expected);
  });
});
