import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cents, addCents, cents, formatEuros, timesPerMillion } from './cents.ts';

const anyCents = fc.integer({ min: -1e12, max: 1e12 }).map(cents);
const anyRate = fc.integer({ min: -1e9, max: 1e9 });

test('an amount is a whole number of cents', () => {
  expect(cents(450)).toBe(450);
  expect(Object.is(cents(-0), 0)).toBe(true);
  for (const wrong of [4.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(() => cents(wrong)).toThrow(RangeError);
  }
});

test('seventeen meals at 4.15 € are 70.55 €, which floats miss', () => {
  expect(addCents(...Array.from({ length: 17 }, () => cents(415)))).toBe(7055);
  expect(addCents()).toBe(0);
});

describe('the one rounding', () => {
  test.each([
    [100, 333_333, 33],
    [1, 500_000, 1],
    [1, 499_999, 0],
    [-1, 500_000, -1],
    [1, -500_000, -1],
    [3, 500_000, 2],
    [-3, 500_000, -2],
    [1_234_567, 1_000_000, 1_234_567],
    [0, 700_000, 0],
  ])('%i cents at %i per million are %i cents, half up', (amount, rate, expected) => {
    expect(timesPerMillion(cents(amount), rate)).toBe(expected);
  });

  test('agrees with exact integers at every size', () => {
    fc.assert(
      fc.property(anyCents, anyRate, (amount, rate) => {
        fc.pre(Math.abs(amount * rate) < 9e21);
        const product = BigInt(amount) * BigInt(rate);
        const magnitude = product < 0n ? -product : product;
        const rounded = (magnitude + 500_000n) / 1_000_000n;
        expect(BigInt(timesPerMillion(amount, rate))).toBe(product < 0n ? -rounded : rounded);
      }),
    );
  });

  test('a credit is exactly the opposite of the charge it reverses', () => {
    fc.assert(
      fc.property(anyCents, fc.integer({ min: 0, max: 2_000_000 }), (amount, rate) => {
        const reversed = timesPerMillion(cents(0 - amount), rate);
        expect(addCents(timesPerMillion(amount, rate), reversed)).toBe(0);
      }),
    );
  });

  test('a rate that is not a whole number per million is a mistake', () => {
    expect(() => timesPerMillion(cents(100), 0.5)).toThrow(RangeError);
    expect(() => timesPerMillion(cents(100), 2e9)).toThrow(RangeError);
  });
});

test.each([
  [123_450, '1\u202f234,50\u00a0€'],
  [0, '0,00\u00a0€'],
  [5, '0,05\u00a0€'],
  [-400, '-4,00\u00a0€'],
  [99_999, '999,99\u00a0€'],
  [123_456_789_00, '123\u202f456\u202f789,00\u00a0€'],
])('%i cents are written %s', (amount, expected) => {
  expect(formatEuros(cents(amount))).toBe(expected);
});

test('amounts are written as this platform writes French', () => {
  const intl = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }).map(cents), (amount: Cents) => {
      expect(formatEuros(amount)).toBe(intl.format(amount / 100));
    }),
  );
});
