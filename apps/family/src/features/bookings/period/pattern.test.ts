import { day } from '@preau/domain/time/day';
import { describe, expect, test } from 'vitest';
import { december, planningOf, rowOf } from '../planning.factory.ts';
import { isIn, servicesOf, toggled } from './pattern.ts';

const everything = () => true;
const entry = (unit: string, weekday: number, childId = 'lea') => ({ childId, unit, weekday });

describe('the services a period can repeat', () => {
  const november = { from: day('2026-11-02'), until: day('2026-11-30') } as const;
  const plannings = [
    planningOf(november.from, november.until, [rowOf({ unit: 'soir', ...november })]),
    planningOf(december.from, december.until, [
      rowOf({ unit: 'soir', weekdays: [1], ...december }),
      rowOf({ unit: 'vacances', weekdays: [1, 2, 3], ...december }),
    ]),
  ];

  test('are those of any of the weeks looked at, with the weekdays of all', () => {
    const services = servicesOf(plannings, everything);
    expect(
      services.map(({ unit, weekdays }) => [
        unit,
        [...weekdays].toSorted((one, other) => one - other),
      ]),
    ).toEqual([
      ['soir', [1, 2, 4, 5]],
      ['vacances', [1, 2, 3]],
    ]);
  });

  test('are those the child may already be booked in', () => {
    const asked = rowOf({ unit: 'vacances', ...november }, { enrolment: 'requested' });
    const soir = rowOf({ unit: 'soir', ...november });
    const planning = planningOf(november.from, november.until, [soir, asked]);
    expect(servicesOf([planning], everything).map(({ unit }) => unit)).toEqual(['soir']);
  });

  test('are those of the filter', () => {
    const services = servicesOf(plannings, ({ activity }) => activity === 'vacances');
    expect(services.map(({ unit }) => unit)).toEqual(['vacances']);
  });
});

describe('the pattern of a week', () => {
  test('a day is ticked and unticked', () => {
    const ticked = toggled([], entry('soir', 2), []);
    expect(isIn(ticked, entry('soir', 2))).toBe(true);
    expect(toggled(ticked, entry('soir', 2), [])).toEqual([]);
  });

  test('a formula takes the place of another, of the same child and day only', () => {
    const held = [entry('matin', 3), entry('matin', 3, 'noe'), entry('matin', 1)];
    expect(toggled(held, entry('journée', 3), ['matin'])).toEqual([
      entry('matin', 3, 'noe'),
      entry('matin', 1),
      entry('journée', 3),
    ]);
  });
});
