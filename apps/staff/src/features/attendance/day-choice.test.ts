import { day } from '@preau/domain/time/day';
import { describe, expect, test } from 'vitest';
import { chosenDay, dayTitle } from './day-choice.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the day of the list', () => {
  test.each([
    ['2026-11-23', '2026-11-23', 'Aujourd’hui, lundi 23 novembre'],
    ['2026-12-01', '2026-11-23', 'Mardi 1er décembre'],
    ['2027-01-04', '2026-11-23', 'Lundi 4 janvier 2027'],
    ['2026-12-01', null, 'Mardi 1er décembre 2026'],
  ])('%s seen on %s is titled %s', (on, present, title) => {
    expect(plain(dayTitle(day(on), present === null ? null : day(present)))).toBe(title);
  });

  test.each(['2026-02-29', '23/11/2026', '', null])(
    '%s is no day: the present one is shown',
    (text) => {
      expect(chosenDay(text)).toBeNull();
    },
  );

  test.each(['0002-11-23', '0020-11-23', '0202-11-23'])(
    '%s is a year being typed, not a day to show',
    (text) => {
      expect(chosenDay(text)).toBeNull();
    },
  );

  test('a real day is shown', () => {
    expect(chosenDay('2028-02-29')).toBe('2028-02-29');
  });
});
