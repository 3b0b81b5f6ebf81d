import { expect, test } from 'vitest';
import { pathsOf, safeReturn } from './paths.ts';

const today = pathsOf('val-de-lure').today();

test.each([
  ['/staff/val-de-lure/familles', '/staff/val-de-lure/familles'],
  [
    '/staff/val-de-lure/aujourdhui?jour=2026-11-24',
    '/staff/val-de-lure/aujourdhui?jour=2026-11-24',
  ],
  ['/staff/autre-ville/familles', today],
  ['https://ailleurs.example/staff/val-de-lure/', today],
  ['//ailleurs.example', today],
  ['/staff/val-de-lure/\\ailleurs.example', today],
  [null, today],
])('signing in with %s to come back to leads to %s', (backTo, expected) => {
  expect(safeReturn('val-de-lure', backTo)).toBe(expected);
});
