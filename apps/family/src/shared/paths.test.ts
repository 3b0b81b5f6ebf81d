import { expect, test } from 'vitest';
import { pathsOf, safeReturn } from './paths.ts';

const planning = pathsOf('val-de-lure').planning();

test.each([
  ['/o/val-de-lure/panier', '/o/val-de-lure/panier'],
  ['/o/val-de-lure/planning?semaine=2026-11-23', '/o/val-de-lure/planning?semaine=2026-11-23'],
  ['/o/autre-ville/panier', planning],
  ['https://ailleurs.example/o/val-de-lure/', planning],
  ['//ailleurs.example', planning],
  ['/o/val-de-lure/\\ailleurs.example', planning],
  [null, planning],
])('signing in with %s to come back to leads to %s', (backTo, expected) => {
  expect(safeReturn('val-de-lure', backTo)).toBe(expected);
});
