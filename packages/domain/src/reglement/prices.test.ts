import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import { day } from '../time/day.ts';
import { datedPriceOf } from './prices.ts';

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
    expect(datedPriceOf(unit, day(text))).toEqual({ kind: 'flat', cents: expected });
  });

  test('there is no price before the first, and none is invented', () => {
    expect(() => datedPriceOf(unit, day('2025-08-31'))).toThrow(
      new RangeError('Unit "matin" has no price on 2025-08-31'),
    );
  });
});
