import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { townWith } from '../testing/small-town.ts';
import { type Day, addDays, day } from '../time/day.ts';
import { fromIso, toIso } from '../time/instant.ts';
import type { Limit } from './document.ts';
import { dayOfPrecedingMonth, limitInstant } from './limits.ts';

const { calendar } = townWith({});
const the25th: Limit = { kind: 'dayOfPrecedingMonth', day: 25, at: '24:00' };
const morning = { startsAt: '07:30' };

/** By the platform's own calendar: day 0 of a month is the last of the month before. */
function onThePlatform(on: Day, dayOfMonth: number): string {
  const [year = 0, month = 0] = on.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
  const found = new Date(Date.UTC(year, month - 2, Math.min(dayOfMonth, last)));
  return found.toISOString().slice(0, 10);
}

describe('« le 25 du mois précédent »', () => {
  test.each([
    ['the first of a month', '2026-12-01', 25, '2026-11-25'],
    ['the last of that month', '2026-12-31', 25, '2026-11-25'],
    ['January: the December before', '2027-01-04', 25, '2026-12-25'],
    ['a month too short has its last day', '2027-03-15', 31, '2027-02-28'],
    ['a leap year has one more', '2028-03-15', 30, '2028-02-29'],
    ['the first', '2027-03-31', 1, '2027-02-01'],
    ['a month of thirty days', '2026-12-24', 31, '2026-11-30'],
  ])('%s', (_title, on, dayOfMonth, expected) => {
    expect(dayOfPrecedingMonth(day(on), dayOfMonth)).toBe(expected);
  });

  test('is the day the platform counts, for any day and any number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 31 }),
        (count, dayOfMonth) => {
          const on = addDays(day('2024-01-01'), count);
          expect(dayOfPrecedingMonth(on, dayOfMonth)).toBe(onThePlatform(on, dayOfMonth));
        },
      ),
    );
  });

  test('ends with that day, in winter and in summer time', () => {
    const limit = (on: string) => toIso(limitInstant(the25th, morning, day(on), calendar));
    expect(limit('2026-12-01')).toBe('2026-11-25T23:00:00.000Z');
    expect(limit('2026-07-06')).toBe('2026-06-25T22:00:00.000Z');
    // Clocks go back during the night that ends the 25 October 2026.
    expect(limit('2026-11-02')).toBe('2026-10-25T23:00:00.000Z');
  });

  test('does not move for weekends: a limit on a Saturday ends that Saturday', () => {
    expect(limitInstant(the25th, morning, day('2026-08-31'), calendar)).toBe(
      fromIso('2026-07-26T00:00:00+02:00'),
    );
  });
});
