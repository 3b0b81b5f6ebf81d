import { expect, test } from 'vitest';
import { isAboutPrice } from './wire-reasons.ts';

test.each([
  ['alreadyBilled', true],
  ['lateSurcharge', true],
  ['limitPassed', false],
  ['full', false],
])('%s tells an amount: %s', (code, expected) => {
  expect(isAboutPrice({ code })).toBe(expected);
});
