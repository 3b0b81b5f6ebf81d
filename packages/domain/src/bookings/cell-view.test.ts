import { describe, expect, test } from 'vitest';
import { type CellKey, type CellTap, cellKeys, cellView, cellWords } from './cell-view.ts';
import { type BookingState, bookingStates } from './states.ts';
import { type Constraint, constraints } from './verdict.ts';

describe('an empty cell shows its constraint', () => {
  test.each<[Constraint, CellKey, string, CellTap]>([
    ['free', 'free', 'Libre', 'add'],
    ['late', 'late', 'Tarif majoré', 'add'],
    ['full', 'full', 'Complet', 'explain'],
    ['staffOnly', 'deadline', 'Hors délai', 'explain'],
    ['deadlinePassed', 'deadline', 'Hors délai', 'explain'],
    ['neverOnline', 'neverOnline', 'Nous contacter', 'explain'],
    ['notOpenYet', 'notOpenYet', 'Pas encore ouvert', 'explain'],
    ['closed', 'closed', 'Fermé', 'explain'],
    ['holiday', 'holiday', 'Vacances', 'explain'],
    ['documentsMissing', 'docs', 'Pièce manquante', 'explain'],
    ['notEnrolled', 'notEnrolled', 'Inscription requise', 'explain'],
    ['ageOut', 'ageOut', 'Âge non concerné', 'explain'],
  ])('%s', (constraint, key, word, tap) => {
    const expected = { key, word, tap, pressed: false, locked: false };
    expect(cellView({ waitingList: 'none', state: null, constraint, draft: null })).toEqual(
      expected,
    );
  });
});

describe('a booking shows its state while it can be changed', () => {
  test.each<[BookingState, CellKey, string, boolean, CellTap]>([
    ['requested', 'pendingAdd', 'En attente', true, 'remove'],
    ['confirmed', 'booked', 'Réservé', true, 'remove'],
    ['cancellationRequested', 'pendingCancel', 'Annul. demandée', false, 'detail'],
    ['refused', 'refused', 'Refusé', false, 'detail'],
    ['waitlisted', 'waitlisted', "Liste d'attente", true, 'remove'],
    ['offered', 'offered', 'Place libre !', true, 'offer'],
    ['awaitingPayment', 'awaitingPayment', 'À payer', true, 'remove'],
    ['expired', 'expired', 'Non payé, annulé', false, 'detail'],
    ['attended', 'present', 'Présent', true, 'detail'],
    ['absentExcused', 'absent', 'Absent', false, 'detail'],
    ['absentUnexcused', 'absent', 'Absent', false, 'detail'],
    ['absenceDeclared', 'absenceDeclared', 'Absence signalée', true, 'detail'],
  ])('%s', (state, key, word, pressed, tap) => {
    const expected = { key, word, tap, pressed, locked: false };
    expect(cellView({ waitingList: 'none', state, constraint: 'free', draft: null })).toEqual(
      expected,
    );
  });

  test.each<BookingState>(['cancelled', 'cancelledLate', 'declined', 'lapsed'])(
    'a %s booking leaves the cell as if there were none',
    (state) => {
      for (const constraint of constraints) {
        expect(cellView({ waitingList: 'none', state, constraint, draft: null })).toEqual(
          cellView({ waitingList: 'none', state: null, constraint, draft: null }),
        );
      }
    },
  );
});

describe('a booked day that can no longer be given back', () => {
  test.each<[BookingState, Constraint]>([
    ['confirmed', 'staffOnly'],
    ['confirmed', 'neverOnline'],
    ['confirmed', 'closed'],
    ['requested', 'deadlinePassed'],
    ['awaitingPayment', 'staffOnly'],
    ['awaitingPayment', 'deadlinePassed'],
  ])('%s, %s: keeps its word, is locked and explains', (state, constraint) => {
    const changeable = cellView({ waitingList: 'none', state, constraint: 'free', draft: null });
    expect(cellView({ waitingList: 'none', state, constraint, draft: null })).toEqual({
      ...changeable,
      tap: 'explain',
      locked: true,
    });
  });

  test('can still be given back late where the portal allows it', () => {
    const view = cellView({
      waitingList: 'none',
      state: 'confirmed',
      constraint: 'late',
      draft: null,
    });
    expect([view.tap, view.locked]).toEqual(['remove', false]);
  });
});

describe('a full day', () => {
  test.each<['none' | 'staff' | 'online', CellTap]>([
    ['none', 'explain'],
    ['staff', 'explain'],
    ['online', 'wait'],
  ])('with a waiting list « %s »', (waitingList, tap) => {
    const view = cellView({ state: null, constraint: 'full', draft: null, waitingList });
    expect([view.key, view.tap, view.pressed]).toEqual(['full', tap, false]);
  });

  test('a list open online changes nothing to a day that is not full', () => {
    for (const constraint of constraints.filter((one) => one !== 'full')) {
      const online = cellView({ state: null, constraint, draft: null, waitingList: 'online' });
      const none = cellView({ state: null, constraint, draft: null, waitingList: 'none' });
      expect(online).toEqual(none);
    }
  });
});

test('an offer is answered whatever the limit, but not by the other household', () => {
  const offered = (constraint: Constraint) => {
    const view = cellView({ state: 'offered', constraint, draft: null, waitingList: 'online' });
    return [view.key, view.tap, view.locked];
  };
  expect(offered('deadlinePassed')).toEqual(['offered', 'offer', false]);
  expect(offered('staffOnly')).toEqual(['offered', 'explain', true]);
});

test('who waits in the other household of the child is not taken out of the list', () => {
  const view = cellView({
    state: 'waitlisted',
    constraint: 'staffOnly',
    draft: null,
    waitingList: 'online',
  });
  expect([view.tap, view.locked]).toEqual(['explain', true]);
});

test('the draft comes before everything else, and a tap undoes it', () => {
  for (const constraint of constraints) {
    expect(cellView({ waitingList: 'none', state: null, constraint, draft: 'add' })).toEqual({
      key: 'add',
      word: 'À ajouter',
      pressed: true,
      tap: 'undo',
      locked: false,
    });
    expect(cellView({ waitingList: 'online', state: null, constraint, draft: 'wait' })).toEqual({
      key: 'wait',
      word: 'À mettre en attente',
      pressed: true,
      tap: 'undo',
      locked: false,
    });
    expect(
      cellView({ waitingList: 'none', state: 'confirmed', constraint, draft: 'remove' }),
    ).toEqual({
      key: 'remove',
      word: 'À annuler',
      pressed: false,
      tap: 'undo',
      locked: false,
    });
  }
});

test('the legend holds every cell that can be shown, and no other', () => {
  const shown = new Set<CellKey>();
  for (const state of [null, ...bookingStates]) {
    for (const constraint of constraints) {
      for (const draft of [null, 'add', 'remove', 'wait'] as const) {
        shown.add(cellView({ waitingList: 'none', state, constraint, draft }).key);
      }
    }
  }
  expect([...shown].toSorted()).toEqual([...cellKeys].toSorted());
  expect(Object.keys(cellWords).toSorted()).toEqual([...cellKeys].toSorted());
});
