import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { Price } from '../reglement/document.ts';
import { codesOf, presence } from '../testing/any-presence.ts';
import { evaluatePrice } from './evaluate-price.ts';

const flat = (amount: number): Price => ({ kind: 'flat', cents: cents(amount) });
const centsAt = (price: Price, quotient: number | null) =>
  evaluatePrice(price, presence({ quotient })).cents;

describe('Fay-aux-Loges: 0,36 % of the quotient, from 2,60 € to 4,50 €', () => {
  const meal: Price = {
    kind: 'effortRate',
    percent: 0.36,
    floorCents: cents(260),
    capCents: cents(450),
  };

  test.each([
    [700, 260],
    [725, 261],
    [1000, 360],
    [1250, 450],
    [2000, 450],
  ])('a quotient of %i pays %i cents', (quotient, expected) => {
    expect(centsAt(meal, quotient)).toBe(expected);
  });

  test('says which bound held it', () => {
    const effort = { code: 'effortPrice', percent: 0.36, of: 'quotient' };
    expect(evaluatePrice(meal, presence({ quotient: 700 })).reasons).toEqual([
      { ...effort, base: 700, cents: 260, bound: { kind: 'floor', cents: 260 } },
    ]);
    expect(evaluatePrice(meal, presence({ quotient: 725 })).reasons).toEqual([
      { ...effort, base: 725, cents: 261, bound: null },
    ]);
    expect(evaluatePrice(meal, presence({ quotient: 2000 })).reasons).toEqual([
      { ...effort, base: 2000, cents: 450, bound: { kind: 'cap', cents: 450 } },
    ]);
  });

  test('without a quotient: the cap, unless another price is said; nothing where there is none', () => {
    expect(evaluatePrice(meal, presence({ quotient: null }))).toEqual({
      cents: 450,
      reasons: [{ code: 'noQuotientPrice', cents: 450 }],
    });
    expect(centsAt({ ...meal, without: flat(999) }, null)).toBe(999);
    const unbounded: Price = { kind: 'effortRate', percent: 0.36 };
    expect(codesOf(evaluatePrice(unbounded, presence({ quotient: null })))).toEqual([
      'amountNotStated',
    ]);
  });
});

describe('an effort rate', () => {
  test('may be of the monthly resources', () => {
    const price: Price = { kind: 'effortRate', percent: 0.05, of: 'monthlyResources' };
    const charged = evaluatePrice(price, presence({ quotient: 1, monthlyResources: 2345.67 }));
    expect(charged.cents).toBe(117);
    expect(codesOf(evaluatePrice(price, presence()))).toEqual(['amountNotStated']);
  });

  test.each([
    [undefined, 123],
    [{ toCents: 5, mode: 'halfUp' as const }, 125],
    [{ toCents: 10, mode: 'down' as const }, 120],
    [{ toCents: 10, mode: 'up' as const }, 130],
    [{ toCents: 1, mode: 'down' as const }, 122],
  ])('is rounded once, as the règlement says: %j gives %i cents', (rounding, expected) => {
    // 0,2 % of 612,50 is 1,225 €.
    expect(centsAt({ kind: 'effortRate', percent: 0.2, rounding }, 612.5)).toBe(expected);
  });

  test('rounds up only what is not whole', () => {
    const up = { toCents: 10, mode: 'up' } as const;
    expect(centsAt({ kind: 'effortRate', percent: 0.2, rounding: up }, 600)).toBe(120);
  });

  test('more decimals than are counted are a mistake, not dropped', () => {
    expect(() => centsAt({ kind: 'effortRate', percent: 0.36 }, 725.123)).toThrow(RangeError);
    expect(() => centsAt({ kind: 'effortRate', percent: 0.123456 }, 725)).toThrow(RangeError);
  });
});

describe('Houssay: (quotient × 0,00817 + 6,24) × 5 a week', () => {
  const week: Price = {
    kind: 'affine',
    slope: 0.00817,
    interceptCents: 624,
    times: 5,
    floorCents: cents(4950),
    capCents: cents(10_500),
  };

  test.each([
    [400, 4950],
    [600, 5571],
    [1000, 7205],
    [2000, 10_500],
  ])('a quotient of %i pays %i cents', (quotient, expected) => {
    expect(centsAt(week, quotient)).toBe(expected);
  });

  test('misses the published end points, as the source itself does', () => {
    const { floorCents: _floor, capCents: _cap, ...bare } = week;
    expect(centsAt(bare, 449)).toBe(4954);
    expect(centsAt(bare, 1807)).toBe(10_502);
  });

  test('is rounded once, at the end: five rounded days would be another price', () => {
    const oneDay: Price = { kind: 'affine', slope: 0.00817, interceptCents: 624 };
    expect(centsAt(oneDay, 1000)).toBe(1441);
    expect(centsAt({ ...oneDay, times: 5 }, 333)).toBe(4480);
    expect(centsAt(oneDay, 333) * 5).toBe(4480);
    expect(centsAt({ ...oneDay, times: 5 }, 334)).toBe(4484);
    expect(centsAt(oneDay, 334) * 5).toBe(4485);
  });

  test('is never below 0, and has its cap without a quotient', () => {
    const falling: Price = { kind: 'affine', slope: -0.01, interceptCents: 100 };
    expect(centsAt(falling, 500)).toBe(0);
    expect(centsAt(week, null)).toBe(10_500);
    expect(centsAt({ ...week, without: flat(1) }, null)).toBe(1);
    expect(codesOf(evaluatePrice(falling, presence({ quotient: null })))).toEqual([
      'amountNotStated',
    ]);
  });
});

describe('Bourges: the price slides between the published edges', () => {
  const holidays: Price = {
    kind: 'sliding',
    points: [
      { quotient: 615, cents: cents(588) },
      { quotient: 765, cents: cents(799) },
      { quotient: 1015, cents: cents(1105) },
      { quotient: 1215, cents: cents(1424) },
      { quotient: 1351, cents: cents(1536) },
    ],
  };

  test.each([
    [0, 588],
    [600, 588],
    [615, 588],
    [690, 694],
    [765, 799],
    [1000, 1087],
    [1015, 1105],
    [1351, 1536],
    [1400, 1536],
  ])('a quotient of %i pays %i cents', (quotient, expected) => {
    expect(centsAt(holidays, quotient)).toBe(expected);
  });

  test('names the points it lies between', () => {
    expect(evaluatePrice(holidays, presence({ quotient: 690 })).reasons).toEqual([
      {
        code: 'slidingPrice',
        quotient: 690,
        before: { quotient: 615, cents: 588 },
        after: { quotient: 765, cents: 799 },
        cents: 694,
      },
    ]);
  });

  test('without a quotient it is the last point, unless another price is said', () => {
    expect(centsAt(holidays, null)).toBe(1536);
    expect(centsAt({ ...holidays, without: flat(2000) }, null)).toBe(2000);
    expect(codesOf(evaluatePrice({ kind: 'sliding', points: [] }, presence()))).toEqual([
      'amountNotStated',
    ]);
  });

  test('may be rounded to ten cents', () => {
    const rounding = { toCents: 10, mode: 'halfUp' } as const;
    expect(centsAt({ ...holidays, rounding }, 690)).toBe(690);
    expect(centsAt({ ...holidays, rounding }, 1351)).toBe(1540);
  });

  test('never falls as the quotient rises, and agrees with the straight line to half a cent', () => {
    const anyQuotient = fc.integer({ min: 0, max: 200_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(anyQuotient, anyQuotient, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(centsAt(holidays, low)).toBeLessThanOrEqual(centsAt(holidays, high));
        if (low < 765 || low > 1015) return;
        const line = 799 + ((low - 765) * (1105 - 799)) / 250;
        expect(Math.abs(centsAt(holidays, low) - line)).toBeLessThanOrEqual(0.500_001);
      }),
    );
  });
});
