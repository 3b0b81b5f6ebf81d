import { describe, expect, test } from 'vitest';
import { day } from '../time/day.ts';
import { type Territory, publicHolidays } from './public-holidays.ts';

/** Dates of the official calendars, written out rather than computed. */
const published: Readonly<Record<number, readonly string[]>> = {
  2025: [
    '01-01',
    '04-21',
    '05-01',
    '05-08',
    '05-29',
    '06-09',
    '07-14',
    '08-15',
    '11-01',
    '11-11',
    '12-25',
  ],
  2026: [
    '01-01',
    '04-06',
    '05-01',
    '05-08',
    '05-14',
    '05-25',
    '07-14',
    '08-15',
    '11-01',
    '11-11',
    '12-25',
  ],
  2027: [
    '01-01',
    '03-29',
    '05-01',
    '05-06',
    '05-08',
    '05-17',
    '07-14',
    '08-15',
    '11-01',
    '11-11',
    '12-25',
  ],
  2028: [
    '01-01',
    '04-17',
    '05-01',
    '05-08',
    '05-25',
    '06-05',
    '07-14',
    '08-15',
    '11-01',
    '11-11',
    '12-25',
  ],
};

test.each(Object.entries(published))('the public holidays of %s', (year, dates) => {
  const days = [...publicHolidays(Number(year), 'metropole').keys()].toSorted();
  expect(days).toEqual(dates.map((date) => `${year}-${date}`));
});

test.each([
  [2000, '2000-04-24'],
  [2011, '2011-04-25'],
  [2024, '2024-04-01'],
  [2038, '2038-04-26'],
  [2285, '2285-03-23'],
])('Easter Monday of %i, early and late years included', (year, expected) => {
  expect(publicHolidays(year, 'metropole').get(day(expected))).toBe('Lundi de Pâques');
});

test('1 May 2008 was also Ascension Day: one day, both names', () => {
  const holidays = publicHolidays(2008, 'metropole');
  expect(holidays.get(day('2008-05-01'))).toBe('Fête du Travail, Ascension');
  expect(holidays.size).toBe(10);
});

describe('local law adds days', () => {
  test.each<[Territory, readonly string[]]>([
    ['alsaceMoselle', ['2027-03-26', '2027-12-26']],
    ['guadeloupe', ['2027-05-27']],
    ['martinique', ['2027-05-22']],
    ['guyane', ['2027-06-10']],
    ['reunion', ['2027-12-20']],
    ['mayotte', ['2027-04-27']],
    ['saintBarthelemy', ['2027-10-09']],
    ['saintMartin', ['2027-05-28']],
  ])('in %s', (territory, added) => {
    const metropole = publicHolidays(2027, 'metropole');
    const days = [...publicHolidays(2027, territory).keys()];
    expect(days.filter((on) => !metropole.has(on)).toSorted()).toEqual(added);
    expect(days).toHaveLength(metropole.size + added.length);
  });
});
