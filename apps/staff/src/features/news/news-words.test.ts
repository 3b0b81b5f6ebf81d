import { day } from '@preau/domain/time/day';
import { expect, test } from 'vitest';
import { periodWords, publishedWords } from './news-words.ts';

const today = day('2026-11-16');

test.each([
  ['2026-11-16', null, 'à partir du lundi 16 novembre'],
  ['2026-11-16', '2026-12-01', 'du lundi 16 novembre au mardi 1er décembre'],
  ['2026-12-01', '2026-12-01', 'le mardi 1er décembre'],
  ['2026-12-18', '2027-01-04', 'du vendredi 18 décembre au lundi 4 janvier 2027'],
])('from %s to %s is said « %s »', (visibleFrom, visibleUntil, words) => {
  expect(periodWords({ visibleFrom, visibleUntil }, today).replaceAll('\u00a0', ' ')).toBe(words);
});

test.each([
  ['2026-11-16', null, 'Les familles la verront dès maintenant.'],
  ['2026-11-17', null, 'Les familles la verront à partir du mardi 17 novembre.'],
  [
    '2026-11-10',
    '2026-11-16',
    'Les familles la verront dès maintenant, jusqu’au lundi 16 novembre inclus.',
  ],
  ['2026-11-10', '2026-11-15', 'Son dernier jour est passé : aucune famille ne la verra.'],
])('published from %s to %s: « %s »', (visibleFrom, visibleUntil, words) => {
  const told = publishedWords({ visibleFrom, visibleUntil }, today);
  expect(told.replaceAll('\u00a0', ' ')).toBe(words);
});
