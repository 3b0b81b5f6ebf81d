import { expect, test } from 'vitest';
import { day } from '@preau/domain/time/day';
import { emptyDraft } from './draft.ts';
import { daysOf } from './family-day.ts';
import { planningOf, rowOf } from './planning.factory.ts';

const week = { from: day('2026-12-07'), until: day('2026-12-13') } as const;
const planning = planningOf(week.from, week.until, [
  rowOf({ unit: 'soir', weekdays: [1, 2], ...week }),
  rowOf({ unit: 'étude', weekdays: [1], ...week }),
  rowOf({ unit: 'journée', activity: 'mercredi', weekdays: [3], excludes: ['matin'], ...week }),
  rowOf({ unit: 'matin', activity: 'mercredi', weekdays: [3], excludes: ['journée'], ...week }),
  rowOf({ unit: 'soir', childId: 'noe', weekdays: [1], ...week }),
]);
const days = daysOf(planning, emptyDraft, () => true);

test('children stand side by side; a child without the service has an empty place', () => {
  const [monday, tuesday] = days;
  expect(monday?.services.map(({ title, cells }) => [title, cells.map(Boolean)])).toEqual([
    ['soir', [true, true]],
    ['étude', [true, false]],
  ]);
  expect(tuesday?.services.map(({ cells }) => cells.map(Boolean))).toEqual([[true, false]]);
});

test('formulas are a choice of their child', () => {
  const wednesday = days.find(({ on }) => on === '2026-12-09');
  expect(wednesday?.formulas.map(({ firstName, options }) => [firstName, options.length])).toEqual([
    ['Léa', 2],
  ]);
});

test('a day on which nothing is open is left out', () => {
  expect(days.map(({ on }) => on)).toEqual(['2026-12-07', '2026-12-08', '2026-12-09']);
});
