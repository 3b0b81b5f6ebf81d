import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cents,
  addCents,
  cents,
  fixedPoint,
  formatEuros,
  roundedRatio,
  timesPerMillion,
} from './cents.ts';

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

describe('a fraction of cents', () => {
  test.each([
    [5, 2, undefined, 3],
    [-5, 2, undefined, -3],
    [7, 3, { toCents: 1, mode: 'up' as const }, 3],
    [7, 3, { toCents: 1, mode: 'down' as const }, 2],
    [-7, 3, { toCents: 1, mode: 'up' as const }, -3],
    [-7, 3, { toCents: 1, mode: 'down' as const }, -2],
    [6, 3, { toCents: 1, mode: 'up' as const }, 2],
    [124, 1, { toCents: 5, mode: 'halfUp' as const }, 125],
    [122, 1, { toCents: 5, mode: 'halfUp' as const }, 120],
    [125, 1, { toCents: 10, mode: 'halfUp' as const }, 130],
    [121, 1, { toCents: 10, mode: 'up' as const }, 130],
    [129, 1, { toCents: 10, mode: 'down' as const }, 120],
  ])('%i / %i rounded as %j is %i', (numerator, denominator, rounding, expected) => {
    expect(roundedRatio(numerator, denominator, rounding)).toBe(expected);
  });

  test('is the same whether numbers hold it or not', () => {
    const rounding = fc.record({
      toCents: fc.constantFrom(1, 5, 10),
      mode: fc.constantFrom('halfUp' as const, 'up' as const, 'down' as const),
    });
    const numerator = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(numerator, fc.integer({ min: 1, max: 1e6 }), rounding, (n, d, how) => {
        expect(roundedRatio(n, d, how)).toBe(roundedRatio(BigInt(n), d, how));
      }),
    );
  });

  test('holds beyond what a number can, as long as the result does not', () => {
    expect(roundedRatio(10n ** 20n + 5n * 10n ** 16n, 10 ** 15)).toBe(100_050);
  });

  test.each([0, -1, 0.5])('a denominator of %f is a mistake', (denominator) => {
    expect(() => roundedRatio(1, denominator)).toThrow(RangeError);
  });
});

describe('a decimal as a whole number of its last decimal', () => {
  test.each([
    [4.15, 2, 415],
    [308.01, 2, 30_801],
    [0.00817, 6, 8170],
    [-0.5, 1, -5],
    [725, 0, 725],
  ])('%f with %i decimals is %i', (decimal, decimals, expected) => {
    expect(fixedPoint(decimal, decimals)).toBe(expected);
  });

  test('is exact for every amount a règlement can hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (n, d) => {
        expect(fixedPoint(n / 10 ** d, d)).toBe(n === 0 ? 0 : n);
      }),
    );
  });

  test.each([
    [4.155, 2],
    [1 / 3, 6],
    [Number.NaN, 2],
    [1e300, 2],
  ])('%f has more than %i decimals, and nothing is dropped', (decimal, decimals) => {
    expect(() => fixedPoint(decimal, decimals)).toThrow(RangeError);
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
