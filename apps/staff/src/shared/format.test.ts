import { fromIso } from '@preau/domain/time/instant';
import { expect, test } from 'vitest';
import { counted, formatMoment } from './format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  ['2026-11-23T09:42:00Z', 'lun. 23 nov. à 10 h 42'],
  ['2026-07-01T22:30:00Z', 'jeu. 2 juil. à 0 h 30'],
])('%s is told where the organisation is', (iso, words) => {
  expect(plain(formatMoment(fromIso(iso), 'Europe/Paris'))).toBe(words);
});

test.each([
  [0, '0 enfant'],
  [1, '1 enfant'],
  [2, '2 enfants'],
])('%d is counted as French does', (count, words) => {
  expect(plain(counted(count, 'enfant', 'enfants'))).toBe(words);
});
