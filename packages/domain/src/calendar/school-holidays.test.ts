import { describe, expect, test } from 'vitest';
import { addDays, day, schoolYearOf, weekdayOf } from '../time/day.ts';
import { knownFrom, knownUntil, schoolHolidays } from './school-holidays.ts';

describe.each(['A', 'B', 'C'] as const)('zone %s', (zone) => {
  test('has six breaks in each known school year, in order and apart', () => {
    const holidays = schoolHolidays(zone);
    for (const year of ['2025-2026', '2026-2027']) {
      expect(holidays.filter(({ schoolYear }) => schoolYear === year)).toHaveLength(6);
    }
    expect(holidays.every(({ from, until }) => from <= until)).toBe(true);
    for (const [at, next] of holidays.slice(1).entries()) {
      expect(next.from > (holidays[at]?.until ?? '')).toBe(true);
    }
  });

  test('breaks start on a Saturday and classes resume on a Monday, bridges and summers aside', () => {
    const breaks = schoolHolidays(zone).filter(({ name }) => !/Pont|été/.test(name));
    expect(breaks).toHaveLength(8);
    for (const { from, until } of breaks) {
      expect([weekdayOf(from), weekdayOf(addDays(until, 1))]).toEqual([6, 1]);
    }
  });

  test('winter and spring breaks last two weeks of classes', () => {
    const staggered = schoolHolidays(zone).filter(({ name }) => /hiver|printemps/.test(name));
    expect(staggered).toHaveLength(4);
    for (const { from, until } of staggered) expect(addDays(from, 15)).toBe(until);
  });

  test('is known from September 2025 to the end of August 2027', () => {
    expect([knownFrom(zone), knownUntil(zone)]).toEqual(['2025-09-01', '2027-08-31']);
    expect(schoolHolidays(zone).at(-1)?.until).toBe(knownUntil(zone));
  });
});

test.each([
  ['A', '2026-02-07', '2026-04-04', '2027-02-13', '2027-04-10'],
  ['B', '2026-02-14', '2026-04-11', '2027-02-20', '2027-04-17'],
  ['C', '2026-02-21', '2026-04-18', '2027-02-06', '2027-04-03'],
] as const)('zone %s is off at its own turn', (zone, ...starts) => {
  const staggered = schoolHolidays(zone).filter(({ name }) => /hiver|printemps/.test(name));
  expect(staggered.map(({ from }) => from)).toEqual(starts);
});

test('classes resume on Tuesday 1 September 2026', () => {
  const summer = schoolHolidays('A').find(({ from }) => from === '2026-07-04');
  expect(summer?.until).toBe('2026-08-31');
  expect(schoolYearOf(day('2026-08-31'))).toBe(summer?.schoolYear);
});

test('Corsica and overseas set their own dates: nothing is known, rather than guessed', () => {
  for (const zone of ['corse', 'outreMer'] as const) {
    expect(schoolHolidays(zone)).toEqual([]);
    expect(knownUntil(zone) < knownFrom(zone)).toBe(true);
  }
});

test('without school holidays every day is known', () => {
  expect(schoolHolidays('none')).toEqual([]);
  expect([knownFrom('none'), knownUntil('none')]).toEqual(['0001-01-01', '9999-12-31']);
});
