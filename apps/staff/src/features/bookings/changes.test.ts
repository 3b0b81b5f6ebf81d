import type { BookingState } from '@preau/domain/bookings/states';
import { day } from '@preau/domain/time/day';
import { describe, expect, test } from 'vitest';
import type { Planning, PlanningRow } from './bookings.queries.ts';
import { cellOf, type Changes, columnsOf, rowsOf, sameCell, tapped, titleOf } from './changes.ts';

const wednesday = day('2026-11-25');
const none: Changes = new Map();

const row = (unit: string, change: Partial<PlanningRow> = {}): PlanningRow => ({
  childId: 'lea',
  unit,
  unitLabel: unit,
  activity: 'mercredi',
  activityLabel: 'Mercredi',
  facility: 'Les Tilleuls',
  startsAt: '08:00',
  endsAt: '17:30',
  excludes: [],
  on: [wednesday],
  sessionId: [`s-${unit}`],
  bookingId: [null],
  state: [null],
  constraint: ['late'],
  limitAt: [null],
  placesLeft: [3],
  cents: [1_450],
  unitCents: [1_150],
  reasons: [[0]],
  waitingList: 'online',
  acceptance: 'automatic',
  cancellation: 'automatic',
  payment: 'later',
  enrolment: 'accepted',
  queue: [],
  ...change,
});

const planning = (...rows: readonly PlanningRow[]): Planning => ({
  now: '2026-11-21T17:00:00.000Z',
  timeZone: 'Europe/Paris',
  days: ['2026-11-25', '2026-11-28'].map((on) => ({
    on,
    kind: on === '2026-11-28' ? 'weekend' : 'offDay',
    label: null,
  })),
  children: [{ id: 'lea', firstName: 'Léa', schoolClass: 'CE1' }],
  reasons: [{ code: 'lateSurcharge', cents: 300 }],
  rows: [...rows],
});

const held = (state: BookingState): Partial<PlanningRow> => ({
  state: [state],
  bookingId: ['booking'],
});

const tap = (week: Planning, unit: string, changes = none): Changes => {
  const found = week.rows.find((one) => one.unit === unit);
  if (!found) throw new Error(`No row ${unit}`);
  return tapped(changes, week, cellOf(week, found, wednesday, changes));
};
const told = (changes: Changes) =>
  [...changes.values()].map(({ sessionId, action }) => `${action} ${sessionId}`);

describe('what the office is about to do', () => {
  test('past the limit, a day is added at the price that is told', () => {
    const week = planning(row('journee'));
    const cell = cellOf(week, row('journee'), wednesday, none);
    expect(cell).toMatchObject({ view: { key: 'late', tap: 'add' }, reasons: [{ cents: 300 }] });
    expect(told(tap(week, 'journee'))).toEqual(['add s-journee']);
  });

  test('a second tap takes it back', () => {
    const week = planning(row('journee'));
    expect(told(tap(week, 'journee', tap(week, 'journee')))).toEqual([]);
  });

  test('a booked day is cancelled, past the limit too', () => {
    const week = planning(row('journee', held('confirmed')));
    expect(told(tap(week, 'journee'))).toEqual(['remove s-journee']);
  });

  test('a full day without a list cannot be added: nothing changes', () => {
    const week = planning(row('journee', { constraint: ['full'], waitingList: 'none' }));
    expect(tap(week, 'journee')).toEqual(none);
  });

  test.each(['staff', 'online'] as const)(
    'on a full day the child is put on the list, whoever keeps it: %s',
    (waitingList) => {
      const week = planning(row('journee', { constraint: ['full'], waitingList }));
      expect(told(tap(week, 'journee'))).toEqual(['wait s-journee']);
      expect(told(tap(week, 'journee', tap(week, 'journee')))).toEqual([]);
    },
  );

  test('what excludes the unit added is given up with it', () => {
    const week = planning(
      row('journee', { excludes: ['matin'] }),
      row('matin', { excludes: ['journee'], ...held('confirmed') }),
    );
    expect(told(tap(week, 'journee'))).toEqual(['add s-journee', 'remove s-matin']);
    const drafted = planning(
      row('journee', { excludes: ['matin'] }),
      row('matin', { excludes: ['journee'] }),
    );
    expect(told(tap(drafted, 'journee', tap(drafted, 'matin')))).toEqual(['add s-journee']);
  });

  test('a day cancelled late says that it is billed', () => {
    const week = planning(row('journee', held('cancelledLate')));
    expect(cellOf(week, row('journee', held('cancelledLate')), wednesday, none).word).toBe(
      'Annulé, facturé',
    );
  });
});

test('week-ends have a column when something is open, rows when there is a session', () => {
  const week = planning(row('journee'), row('vide', { on: [], sessionId: [] }));
  expect(columnsOf(week)).toEqual([wednesday]);
  expect(rowsOf(week, 'lea').map(({ unit }) => unit)).toEqual(['journee']);
  expect(columnsOf(planning(row('journee', { on: ['2026-11-28'] })))).toHaveLength(2);
});

test('the day that is told is the one of the planning as it now stands', () => {
  const before = planning(row('journee'));
  const cell = cellOf(before, row('journee'), wednesday, none);
  const after = planning(row('journee', held('confirmed')));
  expect(sameCell(after, cell, none)?.view.key).toBe('booked');
  expect(sameCell(planning(), cell, none)).toBeNull();
});

test('a formula is told with its activity, once; another service by its own name', () => {
  const formula = { unitLabel: 'Journée avec repas', excludes: ['matin'] };
  expect(titleOf(row('journee', formula))).toBe('Mercredi · Journée avec repas');
  expect(titleOf(row('journee', { ...formula, unitLabel: 'Mercredi matin' }))).toBe(
    'Mercredi matin',
  );
  expect(titleOf(row('soir', { unitLabel: 'Soir' }))).toBe('Soir');
});
