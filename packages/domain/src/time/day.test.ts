import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  day,
  dayFromNumber,
  dayNumber,
  daysBetween,
  eachDay,
  firstOfMonth,
  isDay,
  isoWeekOf,
  lastOfMonth,
  mondayOf,
  schoolYearOf,
  weekdayOf,
} from './day.ts';

const DAY = 86_400_000;
/** 0001-01-01 to 9999-12-31, through the platform's own calendar as an independent oracle. */
const anyUtcDate = fc
  .integer({ min: -719_162, max: 2_932_896 })
  .map((number) => new Date(number * DAY));
const isoDay = (date: Date) => date.toISOString().slice(0, 10);

describe('reading a day', () => {
  test.each([
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-02-29',
    '2100-02-29',
    '2026-11-00',
    '2026-1-01',
    '26-01-01',
    '2026/11/20',
    '2026-11-20T00:00',
    '0000-01-01',
    '',
  ])('« %s » is refused and named', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(new RangeError(`Not a day YYYY-MM-DD: "${text}"`));
  });

  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])(
    '%s is a day',
    (text) => {
      expect(day(text)).toBe(text);
    },
  );
});

describe('arithmetic agrees with the calendar of the platform', () => {
  test('numbers, weekdays and texts of any day', () => {
    fc.assert(
      fc.property(anyUtcDate, (date) => {
        const on = day(isoDay(date));
        expect(dayNumber(on)).toBe(date.getTime() / DAY);
        expect(dayFromNumber(dayNumber(on))).toBe(on);
        expect(weekdayOf(on)).toBe(((date.getUTCDay() + 6) % 7) + 1);
      }),
    );
  });

  test('adding days, and counting them back', () => {
    fc.assert(
      fc.property(anyUtcDate, fc.integer({ min: -3000, max: 3000 }), (date, count) => {
        const later = new Date(date.getTime() + count * DAY);
        fc.pre(later.getUTCFullYear() >= 1 && later.getUTCFullYear() <= 9999);
        const on = day(isoDay(date));
        expect(addDays(on, count)).toBe(isoDay(later));
        expect(daysBetween(on, addDays(on, count))).toBe(count);
      }),
    );
  });

  test('first and last days of a month', () => {
    fc.assert(
      fc.property(anyUtcDate, (date) => {
        const on = day(isoDay(date));
        expect(firstOfMonth(on)).toBe(`${on.slice(0, 8)}01`);
        const last = new Date(date);
        last.setUTCMonth(last.getUTCMonth() + 1, 0);
        fc.pre(last.getUTCFullYear() <= 9999);
        expect(lastOfMonth(on)).toBe(isoDay(last));
      }),
    );
  });

  test('a day outside the years 0001 to 9999, or half a day, is a mistake', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(day('0001-01-01'), -1)).toThrow(RangeError);
    expect(() => addDays(day('2026-01-01'), 0.5)).toThrow(RangeError);
  });
});

test('days from one to another include both, and none when they are reversed', () => {
  expect(eachDay(day('2026-02-27'), day('2026-03-02'))).toEqual([
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
    '2026-03-02',
  ]);
  expect(eachDay(day('2026-03-02'), day('2026-03-02'))).toEqual(['2026-03-02']);
  expect(eachDay(day('2026-03-02'), day('2026-03-01'))).toEqual([]);
});

test('a week starts on Monday', () => {
  expect(mondayOf(day('2026-11-23'))).toBe('2026-11-23');
  expect(mondayOf(day('2026-11-29'))).toBe('2026-11-23');
  expect(mondayOf(day('2027-01-01'))).toBe('2026-12-28');
});

test.each([
  ['2026-11-23', 2026, 48],
  ['2026-12-31', 2026, 53],
  ['2027-01-01', 2026, 53],
  ['2027-01-04', 2027, 1],
  ['2024-12-30', 2025, 1],
  ['2021-05-31', 2021, 22],
])('%s is in week %i-%i as printed on French calendars', (text, year, week) => {
  expect(isoWeekOf(day(text))).toEqual({ year, week });
});

test('the school year changes on 1 September', () => {
  expect(schoolYearOf(day('2026-08-31'))).toBe('2025-2026');
  expect(schoolYearOf(day('2026-09-01'))).toBe('2026-2027');
  expect(schoolYearOf(day('2027-01-01'))).toBe('2026-2027');
});
