import { cellView } from '@preau/domain/bookings/cell-view';
import { cents } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { describe, expect, test } from 'vitest';
import { changesTo, choicesOf, faceOf } from './formula.ts';
import type { Cell } from './cell.ts';

type Input = Parameters<typeof cellView>[0];

const free: Input = { state: null, constraint: 'free', draft: null, waitingList: 'none' };
const booked: Input = { state: 'confirmed', constraint: 'free', draft: null, waitingList: 'none' };
const locked: Input = {
  state: 'confirmed',
  constraint: 'staffOnly',
  draft: null,
  waitingList: 'none',
};
const late: Input = { state: null, constraint: 'staffOnly', draft: null, waitingList: 'none' };
const added: Input = { state: null, constraint: 'free', draft: 'add', waitingList: 'none' };

const cell = (unit: string, input: Input, price: number): Cell => ({
  childId: 'lea',
  unit,
  activity: 'mercredi',
  unitLabel: unit,
  on: day('2026-12-02'),
  startsAt: '08:00',
  endsAt: '17:30',
  sessionId: `session-${unit}`,
  view: cellView(input),
  word: undefined,
  ways: {
    acceptance: 'automatic',
    cancellation: 'automatic',
    payment: 'later',
    enrolment: 'accepted',
  },
  again: input.state === 'refused' ? 'add' : null,
  unitCents: cents(price),
  gestureCents: cents(price),
  placesLeft: 3,
  limitAt: null,
  reasons: [],
  queue: null,
});

const wednesday = (journee: Input, matin: Input, apresMidi: Input) => [
  cell('journée', journee, 1150),
  cell('matin', matin, 790),
  cell('après-midi', apresMidi, 500),
];

const gestures = (options: readonly Cell[], id: string) => {
  const choice = choicesOf(options).find((one) => one.id === id);
  if (!choice) throw new Error(`No choice ${id}`);
  return changesTo(options, choice).map(({ sessionId, action }) => [sessionId, action]);
};

const refused: Input = { state: 'refused', constraint: 'free', draft: null, waitingList: 'none' };

describe('a Wednesday on which a formula was refused', () => {
  test('says so on its card, before what could be chosen instead', () => {
    const face = faceOf(wednesday(refused, free, free));
    expect([face.title, face.detail]).toEqual(['journée', 'Refusé']);
  });

  test('lets the same formula be asked for again, or another', () => {
    expect(gestures(wednesday(refused, free, free), 'journée')).toEqual([
      ['session-journée', 'add'],
    ]);
    expect(gestures(wednesday(refused, free, free), 'matin')).toEqual([['session-matin', 'add']]);
  });
});

describe('choosing the formula of a Wednesday', () => {
  test('one of three can be added', () => {
    expect(gestures(wednesday(free, free, free), 'matin')).toEqual([['session-matin', 'add']]);
  });

  test('changing a booked formula cancels it and adds the other, in one gesture', () => {
    expect(gestures(wednesday(booked, free, free), 'matin')).toEqual([
      ['session-journée', 'remove'],
      ['session-matin', 'add'],
    ]);
  });

  test('going back to what is booked takes both changes out of the cart', () => {
    const options = wednesday({ ...booked, draft: 'remove' }, added, free);
    expect(gestures(options, 'journée')).toEqual([
      ['session-journée', null],
      ['session-matin', null],
    ]);
  });

  test('none cancels what is booked', () => {
    expect(gestures(wednesday(free, booked, free), 'aucune')).toEqual([
      ['session-matin', 'remove'],
    ]);
  });

  test('choosing what is already chosen changes nothing', () => {
    expect(gestures(wednesday(free, booked, free), 'matin')).toEqual([]);
  });

  test('a booked formula past its limit blocks every other choice', () => {
    const choices = choicesOf(wednesday(locked, late, late));
    expect(choices.filter(({ blockedBy }) => !blockedBy).map(({ id }) => id)).toEqual(['journée']);
  });

  test('two halves booked together are a choice of their own, and are kept', () => {
    const options = wednesday(free, booked, booked);
    const chosen = choicesOf(options).filter((choice) => choice.chosen);
    expect(chosen.map(({ id }) => id)).toEqual(['matin+après-midi']);
    expect(gestures(options, 'journée')).toEqual([
      ['session-journée', 'add'],
      ['session-matin', 'remove'],
      ['session-après-midi', 'remove'],
    ]);
  });
});

describe('the card of a Wednesday', () => {
  test('shows what is held, with its price', () => {
    const face = faceOf(wednesday(free, booked, free));
    expect([face.view.key, face.title, face.cents]).toEqual(['booked', 'matin', 790]);
  });

  test('shows what is about to be cancelled when nothing replaces it', () => {
    const face = faceOf(wednesday(free, { ...booked, draft: 'remove' }, free));
    expect([face.view.key, face.title]).toEqual(['remove', 'matin']);
  });

  test('counts the formulas that are still possible', () => {
    const face = faceOf(wednesday(late, free, free));
    expect([face.title, face.detail]).toEqual(['Choisir une formule', '2 formules possibles']);
  });

  test('says when none is, and that it can be explained', () => {
    const face = faceOf(wednesday(late, late, late));
    expect([face.title, face.detail]).toEqual(['Hors délai', 'Voir pourquoi']);
  });
});
