import { expect, test } from 'vitest';
import { addDays, day, eachDay } from '../time/day.ts';
import { fromIso } from '../time/instant.ts';
import {
  dayEndingAt,
  formatClock,
  formatDayLong,
  formatDayShort,
  formatDayWithYear,
  formatInstant,
} from './format-fr.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('days are written in full French, the first of the month as an ordinal', () => {
  expect(plain(formatDayLong(day('2026-12-01')))).toBe('mardi 1er décembre');
  expect(plain(formatDayLong(day('2026-12-11')))).toBe('vendredi 11 décembre');
  expect(plain(formatDayWithYear(day('2027-08-31')))).toBe('mardi 31 août 2027');
  expect(plain(formatDayShort(day('2026-12-01')))).toBe('mar. 1er déc.');
});

test('all the days of a year are named as this platform names them in French', () => {
  const year = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' } as const;
  const intl = new Intl.DateTimeFormat('fr-FR', year);
  const start = day('2026-01-01');
  for (const on of eachDay(start, addDays(start, 364))) {
    const named = intl.format(new Date(`${on}T00:00:00Z`)).replace(/ 1 /, ' 1er ');
    expect(plain(formatDayLong(on))).toBe(named);
  }
});

test.each([
  ['07:30', '7 h 30'],
  ['16:00', '16 h'],
  ['00:05', '0 h 05'],
])('%s is read %s', (clock, expected) => {
  expect(plain(formatClock(clock))).toBe(expected);
});

test('midnight belongs to the day it ends', () => {
  const midnight = fromIso('2026-11-19T00:00:00+01:00');
  expect(dayEndingAt(midnight, 'Europe/Paris')).toBe('2026-11-18');
  expect(dayEndingAt(midnight, 'Indian/Reunion')).toBeNull();
  expect(plain(formatInstant(midnight, 'Europe/Paris'))).toBe('mercredi 18 novembre à minuit');
  const morning = fromIso('2026-11-20T07:30:00+01:00');
  expect(plain(formatInstant(morning, 'Europe/Paris'))).toBe('vendredi 20 novembre à 7 h 30');
});
