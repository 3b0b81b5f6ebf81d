import { day, type Day } from '@preau/domain/time/day';
import { describe, expect, test } from 'vitest';
import type { Planning } from '../bookings.queries.ts';
import { planningOf } from '../planning.factory.ts';
import { endsOf } from './ends.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Weeks in which days from one to another are holidays; week-ends stay week-ends. */
function weeks(from: string, until: string, holidays: readonly [string, string][]): Planning {
  const planning = planningOf(day(from), day(until), []);
  const isHoliday = (on: string) => holidays.some(([first, last]) => on >= first && on <= last);
  return {
    ...planning,
    days: planning.days.map((one) =>
      one.kind !== 'weekend' && isHoliday(one.on) ? { ...one, kind: 'schoolHoliday' } : one,
    ),
  };
}

const coming = [
  weeks('2026-11-16', '2026-12-27', [['2026-12-19', '2027-01-03']]),
  weeks('2026-12-28', '2027-02-07', [['2026-12-19', '2027-01-03']]),
];
const summer = weeks('2027-06-15', '2027-07-25', [['2027-07-03', '2027-08-31']]);
const ends = (from: Day, endOfYear: Planning | undefined = summer) =>
  endsOf(from, coming, endOfYear).map(({ label, on }) => `${plain(label)} : ${on}`);

describe('where a period usually ends', () => {
  test('the month, the last class before the holidays, the last class of the year', () => {
    expect(ends(day('2026-11-24'))).toEqual([
      'Fin du mois : 2026-11-30',
      'Vacances : 2026-12-18',
      '2 juillet 2027 : 2027-07-02',
    ]);
  });

  test('from inside the holidays, only what is known to come', () => {
    expect(ends(day('2026-12-29'))).toEqual([
      'Fin du mois : 2026-12-31',
      '2 juillet 2027 : 2027-07-02',
    ]);
  });

  test('a year whose end is not published has no end to offer', () => {
    const unknown = planningOf(day('2028-06-15'), day('2028-07-25'), []);
    expect(ends(day('2026-12-29'), unknown)).toEqual(['Fin du mois : 2026-12-31']);
  });
});
