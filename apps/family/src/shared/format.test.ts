import { cents } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { describe, expect, test } from 'vitest';
import { formatCounts, formatMonth, formatSigned, formatWeek } from './format.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('amounts and counts', () => {
  test.each([
    [445, '+ 4,45 €'],
    [-342, '− 3,42 €'],
    [0, '0,00 €'],
    [123450, '+ 1 234,50 €'],
  ])('%s cents read %s', (amount, expected) => {
    expect(plain(formatSigned(cents(amount)))).toBe(expected);
  });

  test.each([
    [3, 1, 0, '3 ajouts · 1 annulation'],
    [1, 0, 0, '1 ajout'],
    [0, 2, 0, '2 annulations'],
    [0, 0, 0, 'Aucune modification'],
    [1, 0, 2, '1 ajout · 2 mises en attente'],
  ])('%s adds, %s removes and %s waits read %s', (adds, removes, waits, expected) => {
    expect(plain(formatCounts(adds, removes, waits))).toBe(expected);
  });
});

test('a month reads with its year', () => {
  expect(plain(formatMonth(day('2026-08-01')))).toBe('août 2026');
});

describe('weeks', () => {
  test.each([
    ['2026-11-23', '23 – 27 novembre'],
    ['2026-11-30', '30 nov. – 4 déc.'],
    ['2027-02-01', '1er – 5 février'],
    ['2026-12-28', '28 déc. – 1er janv.'],
  ])('the week of %s reads %s', (monday, expected) => {
    expect(plain(formatWeek(day(monday)))).toBe(expected);
  });
});
