import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import { day } from '../time/day.ts';
import { usualTown } from '../testing/usual-town.ts';
import { compileReglement } from './compile.ts';
import { priceOf } from './prices.ts';

const morning = compileReglement(usualTown).unit('matin')?.unit;
if (morning === undefined) throw new Error('Val-de-Lure has a morning');
const on = day('2026-11-24');

describe('the price follows the family quotient', () => {
  test.each([
    [0, 110],
    [499, 110],
    [499.99, 110],
    [500, 140],
    [749, 140],
    [750, 170],
    [999, 170],
    [1000, 200],
    [1299, 200],
    [1300, 230],
    [25_000, 230],
  ])('a quotient of %f pays %i cents', (quotient, expected) => {
    expect(priceOf(morning, on, quotient).cents).toBe(expected);
  });

  test('the reason names the quotient and its band', () => {
    expect(priceOf(morning, on, 600).reason).toEqual({
      code: 'quotientPrice',
      quotient: 600,
      from: 500,
      below: 750,
      cents: 140,
    });
  });

  test('without a document the household pays the last band, and is told so', () => {
    expect(priceOf(morning, on, null)).toEqual({
      cents: 230,
      reason: { code: 'noQuotientPrice', cents: 230 },
    });
  });

  test('a quotient below 0 is a mistake', () => {
    expect(() => priceOf(morning, on, -1)).toThrow(RangeError);
  });
});

describe('prices are dated', () => {
  const unit = {
    code: 'matin',
    prices: [
      { validFrom: day('2025-09-01'), price: { kind: 'flat', cents: cents(100) } },
      { validFrom: day('2026-09-01'), price: { kind: 'flat', cents: cents(120) } },
    ],
  } as const;

  test.each([
    ['2025-09-01', 100],
    ['2026-08-31', 100],
    ['2026-09-01', 120],
    ['2029-01-01', 120],
  ])('on %s the price is %i cents', (text, expected) => {
    expect(priceOf(unit, day(text), null)).toEqual({
      cents: expected,
      reason: { code: 'flatPrice', cents: expected },
    });
  });

  test('there is no price before the first, and none is invented', () => {
    expect(() => priceOf(unit, day('2025-08-31'), null)).toThrow(
      new RangeError('Unit "matin" has no price on 2025-08-31'),
    );
  });
});
