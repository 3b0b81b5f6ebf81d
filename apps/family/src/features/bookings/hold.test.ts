import { fromIso } from '@preau/domain/time/instant';
import { expect, test } from 'vitest';
import { isHold, minutesLeft } from './hold.ts';

const at = (clock: string) => fromIso(`2026-11-24T${clock}Z`);

test.each([
  ['a place kept while one pays', '09:30:00', true],
  ['a place kept until a date', '23:00:00', false],
  ['a place whose time had passed already', '08:59:59', false],
])('%s', (_name, until, held) => {
  expect(isHold(at('09:00:00'), at(until))).toBe(held);
});

test.each([
  ['09:00:00', 30],
  ['09:00:01', 30],
  ['09:29:00', 1],
  ['09:29:59', 1],
  ['09:30:00', 0],
  ['11:00:00', 0],
])('at %s, of a place held until 9:30, %i minutes are left', (now, left) => {
  expect(minutesLeft(at(now), at('09:30:00'))).toBe(left);
});
