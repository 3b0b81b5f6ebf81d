import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { Price } from '../reglement/document.ts';
import { codesOf, presence } from '../testing/any-presence.ts';
import { evaluatePrice } from './evaluate-price.ts';

const flat = (amount: number): Price => ({ kind: 'flat', cents: cents(amount) });

/** Five bands as they are written most often: each ends where the next begins. */
const morning: Price = {
  kind: 'quotientBands',
  bands: [
    { from: 0, cents: cents(110) },
    { from: 500, cents: cents(140) },
    { from: 750, cents: cents(170) },
    { from: 1000, cents: cents(200) },
    { from: 1300, cents: cents(230) },
  ],
};

describe('the price follows the family quotient', () => {
  test.each([
    [0, 110],
    [499, 110],
    [499.99, 110],
    [500, 140],
    [749, 140],
    [750, 170],
    [999.99, 170],
    [1000, 200],
    [1299, 200],
    [1300, 230],
    [25_000, 230],
  ])('a quotient of %f pays %i cents', (quotient, expected) => {
    expect(evaluatePrice(morning, presence({ quotient })).cents).toBe(expected);
  });

  test('the reason names the quotient and its band', () => {
    expect(evaluatePrice(morning, presence({ quotient: 600 })).reasons).toEqual([
      { code: 'quotientPrice', quotient: 600, from: 500, below: 750, cents: 140 },
    ]);
  });

  test('without a document the household pays the last band, and is told so', () => {
    expect(evaluatePrice(morning, presence({ quotient: null }))).toEqual({
      cents: 230,
      reasons: [{ code: 'noQuotientPrice', cents: 230 }],
    });
  });

  test('or what the règlement says of households without one', () => {
    const price: Price = { ...morning, without: flat(300) };
    expect(evaluatePrice(price, presence({ quotient: null }))).toEqual({
      cents: 300,
      reasons: [{ code: 'withoutQuotientPrice', cents: 300 }],
    });
  });

  test('a band may hold another price, which explains itself', () => {
    const price: Price = {
      kind: 'quotientBands',
      bands: [
        { from: 0, price: { kind: 'effortRate', percent: 0.5 } },
        { from: 580, cents: cents(319) },
      ],
    };
    const charged = evaluatePrice(price, presence({ quotient: 400 }));
    expect(charged.cents).toBe(200);
    expect(codesOf(charged)).toEqual(['quotientPrice', 'effortPrice']);
  });
});

describe('Wavrin: bands cut at the cent, a column by rank and one for outsiders', () => {
  const rank = { kind: 'rank', counting: 'registered' } as const;
  const row = (...amounts: readonly [number, number, number, number]) => ({
    '1': cents(amounts[0]),
    '2': cents(amounts[1]),
    '3': cents(amounts[2]),
    '4+': cents(amounts[3]),
  });
  const inside: Price = {
    kind: 'quotientBands',
    by: rank,
    bands: [
      { from: 0, cents: row(377, 342, 310, 282) },
      { from: 308.01, cents: row(553, 500, 453, 410) },
      { from: 500.01, cents: row(786, 710, 642, 580) },
      { from: 800.01, cents: row(914, 825, 745, 673) },
    ],
  };

  test.each([
    [308, 1, 377],
    [308.01, 1, 553],
    [500, 1, 553],
    [500.01, 1, 786],
    [900, 2, 825],
    [600, 3, 642],
    [600, 4, 580],
    [600, 7, 580],
  ])('quotient %f, child of rank %i: %i cents', (quotient, place, expected) => {
    expect(evaluatePrice(inside, presence({ quotient, rank: () => place })).cents).toBe(expected);
  });

  test('the column is explained below the band', () => {
    const charged = evaluatePrice(inside, presence({ quotient: 600, rank: () => 5 }));
    expect(charged.reasons).toEqual([
      { code: 'quotientPrice', quotient: 600, from: 500.01, below: 800.01, cents: 580 },
      {
        code: 'casePrice',
        what: 'rank',
        key: '4+',
        label: '4+',
        counting: 'registered',
        cents: 580,
      },
    ]);
  });

  test('a column that is not in the table is not guessed', () => {
    const bySchemes: Price = {
      kind: 'quotientBands',
      by: { kind: 'scheme' },
      bands: [{ from: 0, cents: { caf: cents(200), msa: cents(400) } }],
    };
    expect(evaluatePrice(bySchemes, presence({ scheme: 'msa' })).cents).toBe(400);
    expect(codesOf(evaluatePrice(bySchemes, presence({ scheme: null })))).toEqual([
      'amountNotStated',
    ]);
  });
});

describe('Le Sourn: between two bands, nobody knows', () => {
  const price: Price = {
    kind: 'quotientBands',
    bands: [
      { from: 0, below: 650, cents: cents(1050) },
      { from: 651, below: 950.01, cents: cents(1050) },
      { from: 951, below: 1250.01, cents: cents(1160) },
      { from: 1250.01, below: null, cents: cents(1385) },
    ],
  };

  test.each([649.99, 651, 950, 951, 1250.01, 9000])('a quotient of %f has a price', (quotient) => {
    expect(codesOf(evaluatePrice(price, presence({ quotient })))).toEqual(['quotientPrice']);
  });

  test.each([650, 650.5, 950.5])('a quotient of %f has none', (quotient) => {
    const charged = evaluatePrice(price, presence({ quotient }));
    expect(charged).toEqual({ cents: 0, reasons: [{ code: 'amountNotStated' }] });
  });

  test('nor has one below the first band, or past the end of the last', () => {
    const short: Price = {
      kind: 'quotientBands',
      bands: [{ from: 100, below: 400, cents: cents(100) }],
    };
    for (const quotient of [99.99, 400]) {
      expect(codesOf(evaluatePrice(short, presence({ quotient })))).toEqual(['amountNotStated']);
    }
  });

  test('nor has a band that a study left empty', () => {
    const empty: Price = { kind: 'quotientBands', bands: [{ from: 0 }] };
    expect(codesOf(evaluatePrice(empty, presence()))).toEqual(['amountNotStated']);
    const none: Price = { kind: 'quotientBands', bands: [] };
    expect(codesOf(evaluatePrice(none, presence({ quotient: null })))).toEqual(['amountNotStated']);
  });
});

describe('a band moved', () => {
  test.each([
    [600, -1, 110],
    [600, 1, 170],
    [100, -1, 110],
    [1300, 1, 230],
    [1300, -2, 170],
  ])('quotient %f moved by %i pays %i cents', (quotient, shift, expected) => {
    expect(evaluatePrice(morning, presence({ quotient }), shift).cents).toBe(expected);
  });

  test('is named with its own bounds; at the end of the table it stays what it was', () => {
    expect(evaluatePrice(morning, presence({ quotient: 800 }), -1).reasons).toEqual([
      { code: 'shiftedBandPrice', quotient: 800, from: 500, below: 750, cents: 140 },
    ]);
    expect(codesOf(evaluatePrice(morning, presence({ quotient: 100 }), -1))).toEqual([
      'quotientPrice',
    ]);
  });

  test('is that below the last for who has no quotient', () => {
    expect(evaluatePrice(morning, presence({ quotient: null }), -1).cents).toBe(200);
  });
});
