import { describe, expect, test } from 'vitest';
import {
  type BookingAction,
  type BookingActor,
  type BookingState,
  findTransition,
} from './states.ts';

/**
 * Every (state, action, actor), allowed or refused: written out by hand, so that a transition added,
 * lost or opened to somebody else does not go unnoticed. What is not in the table is refused.
 */
type Life = Partial<Record<BookingAction, readonly [to: BookingState, by: string]>>;

/** Who: g the guardian, s the staff, y the system. */
const letters: Readonly<Record<BookingActor, string>> = { guardian: 'g', staff: 's', system: 'y' };

const attendance: Life = {
  recordAttended: ['attended', 's'],
  recordAbsentExcused: ['absentExcused', 's'],
  recordAbsentUnexcused: ['absentUnexcused', 's'],
};
const closing: Life = { close: ['cancelled', 's'], closeBilled: ['cancelledLate', 's'] };

const table: Readonly<Record<BookingState, Life>> = {
  requested: {
    accept: ['confirmed', 'sy'],
    acceptToPay: ['awaitingPayment', 'sy'],
    refuse: ['refused', 'sy'],
    cancel: ['cancelled', 'gs'],
    close: ['cancelled', 's'],
  },
  waitlisted: {
    offer: ['offered', 'sy'],
    place: ['confirmed', 's'],
    placeToPay: ['awaitingPayment', 's'],
    cancel: ['cancelled', 'gs'],
    lapse: ['lapsed', 'y'],
    close: ['cancelled', 's'],
  },
  offered: {
    acceptOffer: ['confirmed', 'gs'],
    acceptOfferToPay: ['awaitingPayment', 'gs'],
    declineOffer: ['declined', 'gs'],
    lapse: ['lapsed', 'y'],
    close: ['cancelled', 's'],
  },
  awaitingPayment: {
    pay: ['confirmed', 'sy'],
    expire: ['expired', 'y'],
    cancel: ['cancelled', 'gs'],
    reopen: ['requested', 's'],
    close: ['cancelled', 's'],
  },
  confirmed: {
    cancel: ['cancelled', 'gs'],
    cancelLate: ['cancelledLate', 'gs'],
    requestCancellation: ['cancellationRequested', 'g'],
    reopen: ['requested', 's'],
    reopenCancellation: ['cancellationRequested', 's'],
    declareAbsence: ['absenceDeclared', 'gs'],
    ...attendance,
    ...closing,
  },
  cancellationRequested: {
    acceptCancellation: ['cancelled', 'sy'],
    refuseCancellation: ['confirmed', 'sy'],
    ...closing,
  },
  absenceDeclared: { withdrawAbsence: ['confirmed', 'gs'], ...attendance, ...closing },
  attended: {},
  absentExcused: {},
  absentUnexcused: {},
  refused: { reopen: ['requested', 's'] },
  cancelled: { reopenCancellation: ['cancellationRequested', 's'] },
  cancelledLate: { restore: ['confirmed', 'gs'] },
  expired: {},
  declined: {},
  lapsed: {},
};

/** A new action does not compile until it is here, hence in this table. */
const actions = Object.keys({
  accept: 1,
  acceptToPay: 1,
  refuse: 1,
  reopen: 1,
  cancel: 1,
  cancelLate: 1,
  restore: 1,
  requestCancellation: 1,
  acceptCancellation: 1,
  refuseCancellation: 1,
  reopenCancellation: 1,
  pay: 1,
  expire: 1,
  offer: 1,
  place: 1,
  placeToPay: 1,
  acceptOffer: 1,
  acceptOfferToPay: 1,
  declineOffer: 1,
  lapse: 1,
  close: 1,
  closeBilled: 1,
  declareAbsence: 1,
  withdrawAbsence: 1,
  recordAttended: 1,
  recordAbsentExcused: 1,
  recordAbsentUnexcused: 1,
} satisfies Record<BookingAction, 1>) as BookingAction[];

const states = Object.keys(table) as BookingState[];
const actors = Object.keys(letters) as BookingActor[];

/** What the table says, and what the engine says, of all there is: state, action, actor. */
function differences(find: typeof findTransition): string[] {
  const found: string[] = [];
  for (const state of states) {
    for (const action of actions) {
      for (const actor of actors) {
        const [to, by = ''] = table[state][action] ?? [];
        const expected = by.includes(letters[actor]) ? to : undefined;
        const actual = find(state, action, actor)?.to;
        if (actual !== expected) found.push(`${state} ${action} ${actor}: ${actual}`);
      }
    }
  }
  return found;
}

describe('the life of a booking', () => {
  test('is the table: every state, action and actor, allowed or refused', () => {
    expect(states.length * actions.length * actors.length).toBe(16 * 27 * 3);
    expect(differences(findTransition)).toEqual([]);
  });

  test('one transition opened to somebody else, or lost, would be seen', () => {
    const opened: typeof findTransition = (from, action, actor) =>
      findTransition(from, action, action === 'expire' ? 'system' : actor);
    expect(differences(opened)).toEqual([
      'awaitingPayment expire guardian: expired',
      'awaitingPayment expire staff: expired',
    ]);
    const lost: typeof findTransition = (from, action, actor) =>
      from === 'offered' && action === 'lapse' ? undefined : findTransition(from, action, actor);
    expect(differences(lost)).toEqual(['offered lapse system: undefined']);
  });
});
