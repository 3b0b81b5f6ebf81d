import { describe, expect, test } from 'vitest';
import { smallActivity, townDocument } from '../testing/small-town.ts';
import { day } from '../time/day.ts';
import { findProblems, findUnsaid, publicationProblems } from './check.ts';
import { nearestName } from './nearest-name.ts';
import type { ActivityRules, Stage, UnitRules } from './document.ts';

const untilWho: readonly Stage[] = [
  { channels: ['online', 'staff'], until: { kind: 'notStated' }, consequence: { kind: 'normal' } },
  { channels: ['staff'], until: null, consequence: { kind: 'notStated' } },
];
const free: UnitRules = {
  code: 'matin',
  label: 'Matin',
  startsAt: '07:30',
  endsAt: '08:30',
  parts: ['matin'],
  excludes: [],
  prices: [{ validFrom: day('2025-09-01'), price: { kind: 'notStated' } }],
};
const silent: Partial<ActivityRules> = { booking: untilWho, units: [free] };
const unsaid = [
  {
    path: ['activities', 0, 'units', 0, 'prices', 0, 'price'],
    message: 'activité « accueil », unité « matin » : le prix n’est pas dit',
  },
  {
    path: ['activities', 0, 'booking', 0, 'until'],
    message: 'activité « accueil », réservation, étape 1 : la limite n’est pas dite',
  },
  {
    path: ['activities', 0, 'booking', 1, 'consequence'],
    message: 'activité « accueil », réservation, étape 2 : la conséquence n’est pas dite',
  },
];

describe('what its source does not say', () => {
  test('is told of a study, which can be run all the same', () => {
    const study = townDocument(silent, { status: 'study' });
    expect(findUnsaid(study)).toEqual(unsaid);
    expect(findProblems(study)).toEqual([]);
  });

  test('prevents a règlement from being run, said to be one or not', () => {
    expect(findProblems(townDocument(silent))).toEqual(unsaid);
    expect(findProblems(townDocument(silent, { status: 'reglement' }))).toEqual(unsaid);
  });

  test('is nothing where everything is said', () => {
    expect(findUnsaid(townDocument({}))).toEqual([]);
  });
});

describe('what comes into force', () => {
  test('is a règlement without a problem', () => {
    expect(publicationProblems(townDocument({}))).toEqual([]);
  });

  test('is never a study, even one that says everything', () => {
    const notPublished = {
      path: ['status'],
      message: 'un règlement à l’étude ne se publie pas',
    };
    expect(publicationProblems(townDocument({}, { status: 'study' }))).toEqual([notPublished]);
    expect(publicationProblems(townDocument(silent, { status: 'study' }))).toEqual([
      notPublished,
      ...unsaid,
    ]);
  });

  test('leaves nothing unsaid', () => {
    expect(publicationProblems(townDocument(silent))).toEqual(unsaid);
  });
});

test('a cancellation may have a fee of its own, a booking in time not', () => {
  const dear: readonly Stage[] = [
    { channels: ['online', 'staff'], until: null, consequence: { kind: 'multiple', times: 2 } },
  ];
  expect(findProblems(townDocument({ cancelling: dear }))).toEqual([]);
  expect(findProblems(townDocument({ ...smallActivity, booking: dear }))).toHaveLength(1);
});

describe('the name that was meant', () => {
  const known = ['booking', 'cancelling', 'opening', 'online', 'phone'];
  test.each([
    ['bookin', 'booking'],
    ['openning', 'opening'],
    ['onlnie', 'online'],
    ['cancle', 'cancelling'],
    ['telephone', 'phone'],
    ['couleur', null],
    ['x', null],
  ])('of « %s » is %s', (written, meant) => {
    expect(nearestName(written, known)).toBe(meant);
  });
});
