import { describe, expect, test } from 'vitest';
import { emptyDraft, type Change, reduceDraft } from '../draft.ts';
import { december, planningOf, rowOf } from '../planning.factory.ts';
import { cellAt, monthOf, type Spot } from './month.ts';
import { directionOf, rivalsOf, spotsBetween, strokeOver } from './strokes.ts';

const base = rowOf({ unit: 'matin', ...december });
/** The 1st is booked, the 3rd is full, the 4th is past its limit. */
const matin = {
  ...base,
  state: base.on.map((_, at) => (at === 0 ? ('confirmed' as const) : null)),
  constraint: base.on.map((_, at) =>
    at === 1 ? ('full' as const) : at === 2 ? ('staffOnly' as const) : ('free' as const),
  ),
};
const wednesdays = { activity: 'mercredi', weekdays: [3], ...december };
const journee = rowOf({ unit: 'journée', excludes: ['matinée'], ...wednesdays });
const matinee = rowOf({ unit: 'matinée', excludes: ['journée'], ...wednesdays });
const month = monthOf(
  planningOf(december.from, december.until, [matin, journee, matinee]),
  () => true,
);

const row = (index: number, from: number, to: number): readonly Spot[] =>
  spotsBetween({ row: index, column: from }, { row: index, column: to });
const days = (changes: readonly Change[]) =>
  changes.map(({ sessionId, action }) => `${sessionId} ${action}`);
const direction = (spot: Spot) => {
  const cell = cellAt(month, spot, emptyDraft);
  return cell && directionOf(cell);
};

describe('a gesture over several days', () => {
  test('goes the way of its first cell', () => {
    expect([0, 2, 4].map((column) => direction({ row: 0, column }))).toEqual(['off', null, 'on']);
  });

  test('books what is free, leaves alone and counts what cannot be, says nothing of the rest', () => {
    const { changes, skipped } = strokeOver(month, row(0, 0, 5), 'on', emptyDraft);
    expect(days(changes)).toEqual(['matin-2026-12-07 add', 'matin-2026-12-08 add']);
    expect(skipped).toBe(2);
  });

  test('gives up what is booked or was just added', () => {
    const draft = reduceDraft(emptyDraft, {
      type: 'gesture',
      changes: strokeOver(month, row(0, 4, 4), 'on', emptyDraft).changes,
    });
    const { changes } = strokeOver(month, row(0, 0, 5), 'off', draft);
    expect(days(changes)).toEqual(['matin-2026-12-01 remove', 'matin-2026-12-07 null']);
  });

  test('gives up a place to be paid where it is meant, not in passing', () => {
    const toPay = { ...matin, state: base.on.map(() => 'awaitingPayment' as const) };
    const kept = monthOf(planningOf(december.from, december.until, [toPay]), () => true);
    expect(strokeOver(kept, row(0, 0, 3), 'off', emptyDraft).changes).toEqual([]);
    const { changes } = strokeOver(kept, row(0, 0, 0), 'off', emptyDraft);
    expect(days(changes)).toEqual(['matin-2026-12-01 remove']);
  });

  test('taking a formula gives up the one it excludes', () => {
    const first = strokeOver(month, row(1, 1, 1), 'on', emptyDraft);
    const draft = reduceDraft(emptyDraft, { type: 'gesture', changes: first.changes });
    const second = strokeOver(month, row(2, 1, 1), 'on', draft);
    expect(days(second.changes)).toEqual(['journée-2026-12-02 null', 'matinée-2026-12-02 add']);
  });

  test('over several formulas of a day, the first is taken and the others counted', () => {
    const spots = spotsBetween({ row: 1, column: 1 }, { row: 2, column: 1 });
    const { changes, skipped } = strokeOver(month, spots, 'on', emptyDraft);
    expect(days(changes)).toEqual(['journée-2026-12-02 add']);
    expect(skipped).toBe(1);
  });

  test('a formula that can no longer be given up keeps the others away', () => {
    const locked = {
      ...journee,
      state: journee.on.map(() => 'confirmed' as const),
      constraint: journee.on.map(() => 'staffOnly' as const),
    };
    const stuck = monthOf(planningOf(december.from, december.until, [locked, matinee]), () => true);
    const matineeRow = stuck.rows[1];
    const spot = { row: 1, column: 1 };
    expect(strokeOver(stuck, [spot], 'on', emptyDraft)).toEqual({ changes: [], skipped: 1 });
    expect(
      matineeRow && rivalsOf(stuck, matineeRow, 1, emptyDraft).map(({ unit }) => unit),
    ).toEqual(['journée']);
  });
});
