import { day } from '@preau/domain/time/day';
import { describe, expect, test } from 'vitest';
import { emptyDraft, reduceDraft } from '../draft.ts';
import { planningOf, rowOf } from '../planning.factory.ts';
import { copyOf, patternOfWeek } from './copy.ts';

const week = { from: day('2026-12-07'), until: day('2026-12-11') } as const;
const booked = (unit: string, dates: readonly string[], childId = 'lea') => {
  const row = rowOf({ unit, childId, ...week });
  return {
    ...row,
    state: row.on.map((on) => (dates.includes(on) ? 'confirmed' : null)) as typeof row.state,
  };
};
const prefixed = (row: ReturnType<typeof rowOf>) => ({
  ...row,
  sessionId: row.sessionId.map((id) => `noe-${id}`),
});

describe('a week to be repeated', () => {
  test('is what is booked and what is about to be, child by child', () => {
    const planning = planningOf(week.from, week.until, [
      booked('soir', ['2026-12-08']),
      prefixed(booked('soir', ['2026-12-10'], 'noe')),
    ]);
    const draft = reduceDraft(emptyDraft, {
      type: 'gesture',
      changes: [{ childId: 'lea', sessionId: 'soir-2026-12-11', action: 'add', cents: 0 }],
    });
    const both = patternOfWeek(planning, week.from, new Set(['lea', 'noe']), draft);
    expect(both.map(({ childId, weekday }) => `${childId} ${weekday}`)).toEqual([
      'lea 2',
      'lea 5',
      'noe 4',
    ]);
    expect(patternOfWeek(planning, week.from, new Set(['noe']), draft)).toHaveLength(1);
    expect(patternOfWeek(planning, day('2026-12-14'), new Set(['lea']), draft)).toEqual([]);
  });
});

describe('what one child has, for another', () => {
  const lea = [
    booked('soir', ['2026-12-08', '2026-12-10', '2026-12-11']),
    booked('étude', ['2026-12-08']),
  ];
  const noe = prefixed(booked('soir', ['2026-12-08'], 'noe'));

  test('is added where it can be; what he has stays, what he lacks is named', () => {
    const full = {
      ...noe,
      constraint: noe.on.map((on) => (on === '2026-12-11' ? ('full' as const) : ('free' as const))),
    };
    const copy = copyOf(
      planningOf(week.from, week.until, [...lea, full]),
      'lea',
      'noe',
      emptyDraft,
    );
    expect(copy.changes.map(({ sessionId }) => sessionId)).toEqual(['noe-soir-2026-12-10']);
    expect(copy.skipped).toBe(1);
    expect(copy.missing).toEqual(['étude']);
  });

  test('leaves out the days that are over', () => {
    const planning = {
      ...planningOf(week.from, week.until, [...lea, noe]),
      now: '2026-12-11T08:00:00.000Z',
    };
    const copy = copyOf(planning, 'lea', 'noe', emptyDraft);
    expect(copy.changes.map(({ sessionId }) => sessionId)).toEqual(['noe-soir-2026-12-11']);
    expect(copy.missing).toEqual([]);
  });

  test('does not take the day from another formula', () => {
    const planning = planningOf(week.from, week.until, [
      booked('journée', ['2026-12-10']),
      { ...prefixed(rowOf({ unit: 'journée', childId: 'noe', ...week })), excludes: ['matin'] },
      prefixed(booked('matin', ['2026-12-10'], 'noe')),
    ]);
    expect(copyOf(planning, 'lea', 'noe', emptyDraft)).toEqual({
      changes: [],
      skipped: 1,
      missing: [],
    });
  });
});
