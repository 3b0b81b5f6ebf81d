import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCents, cents } from './cents.ts';
import { share, shareEqually } from './share.ts';

const anyAmount = fc.integer({ min: -1e9, max: 1e9 }).map(cents);
const anyWeights = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 0));

describe('a shared amount', () => {
  test('a family price of 10 € for three children is 3,34 €, 3,33 € and 3,33 €', () => {
    expect(shareEqually(cents(1000), 3)).toEqual([334, 333, 333]);
  });

  test('the cents left go to the largest remainders', () => {
    expect(share(cents(100), [1, 1, 4])).toEqual([17, 17, 66]);
    expect(share(cents(10), [1, 2])).toEqual([3, 7]);
  });

  test('who weighs nothing gets nothing', () => {
    expect(share(cents(101), [0, 1, 1])).toEqual([0, 51, 50]);
  });

  test('adds up, is whole, and is never further than a cent from its part', () => {
    fc.assert(
      fc.property(anyAmount, anyWeights, (amount, weights) => {
        const parts = share(amount, weights);
        const whole = weights.reduce((sum, weight) => sum + weight, 0);
        expect(addCents(...parts)).toBe(amount);
        for (const [place, part] of parts.entries()) {
          expect(Math.abs(part * whole - amount * (weights[place] ?? 0))).toBeLessThan(whole);
        }
      }),
    );
  });

  test('a credit is shared as the charge it reverses', () => {
    fc.assert(
      fc.property(anyAmount, anyWeights, (amount, weights) => {
        const reversed = share(cents(0 - amount), weights);
        expect(share(amount, weights)).toEqual(reversed.map((part) => cents(0 - part)));
      }),
    );
  });

  test.each([[[]], [[0, 0]], [[1, -1]], [[0.5]]])('%j is nobody to share between', (weights) => {
    expect(() => share(cents(100), weights)).toThrow(RangeError);
  });
});
