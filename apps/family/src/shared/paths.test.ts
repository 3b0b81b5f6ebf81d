import { expect, test } from 'vitest';
import { pathsOf, safeReturn } from './paths.ts';

const home = pathsOf('val-de-lure').root;

test.each([
  ['/o/val-de-lure/panier', '/o/val-de-lure/panier'],
  ['/o/val-de-lure/planning?semaine=2026-11-23', '/o/val-de-lure/planning?semaine=2026-11-23'],
  ['/o/autre-ville/panier', home],
  ['https://ailleurs.example/o/val-de-lure/', home],
  ['//ailleurs.example', home],
  ['/o/val-de-lure/\\ailleurs.example', home],
  [null, home],
])('signing in with %s to come back to leads to %s', (backTo, expected) => {
  expect(safeReturn('val-de-lure', backTo)).toBe(expected);
});
