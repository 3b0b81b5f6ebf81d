import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { Adjustment, AdjustmentEffect, Condition, Price } from '../reglement/document.ts';
import { codesOf, presence } from '../testing/any-presence.ts';
import { priceOfPresence, pricingOf } from './adjust-price.ts';
import type { PriceContext } from './price-context.ts';

const flat = (amount: number): Price => ({ kind: 'flat', cents: cents(amount) });

function adjustment(
  code: string,
  effect: AdjustmentEffect,
  more: Partial<Adjustment> = {},
): Adjustment {
  return { code, label: code, effect, ...more };
}

/** What a day at that price costs once adjusted. */
function adjusted(
  price: Price,
  adjustments: readonly Adjustment[],
  changed: Partial<PriceContext> = {},
) {
  return priceOfPresence(pricingOf({ adjustments }, { code: 'journee' }, price), presence(changed));
}

describe('Fleury: a stack of reductions, in the order written', () => {
  const bands: Price = {
    kind: 'quotientBands',
    bands: [
      { from: 0, cents: cents(2150) },
      { from: 621, cents: cents(2250) },
      { from: 801, cents: cents(2350) },
      { from: 1201, cents: cents(2450) },
    ],
  };
  const caf: Condition = { kind: 'scheme', in: ['caf'] };
  const stack = [
    adjustment(
      'Habitant',
      { kind: 'add', cents: -274 },
      {
        when: [{ kind: 'residence', in: ['commune'] }],
      },
    ),
    adjustment(
      'CAF',
      { kind: 'addByUnit', centsByUnit: { journee: -416, demi: -208 } },
      {
        when: [caf],
      },
    ),
    adjustment(
      'Repas',
      { kind: 'add', cents: -92 },
      {
        when: [caf, { kind: 'quotient', below: 621 }],
      },
    ),
    adjustment(
      'Deuxième enfant',
      { kind: 'add', cents: -40 },
      {
        when: [{ kind: 'rank', from: 2, counting: 'registered' }],
      },
    ),
  ];

  test.each<[number, Partial<PriceContext>, number]>([
    [700, { residence: 'commune', scheme: 'caf' }, 1560],
    [500, { residence: 'commune', scheme: 'caf' }, 1368],
    [700, { residence: 'commune', scheme: 'caf', rank: () => 2 }, 1520],
    [1201, {}, 2450],
  ])('quotient %i, %j: %i cents a day', (quotient, changed, expected) => {
    expect(adjusted(bands, stack, { quotient, ...changed }).cents).toBe(expected);
  });

  test('each is named with what it takes off', () => {
    const charged = adjusted(bands, stack, { residence: 'commune', scheme: 'caf' });
    expect(charged.reasons).toEqual([
      { code: 'quotientPrice', quotient: 700, from: 621, below: 801, cents: 2250 },
      { code: 'priceAdjusted', label: 'Habitant', cents: -274 },
      { code: 'priceAdjusted', label: 'CAF', cents: -416 },
    ]);
  });
});

describe('Saffré: from three children registered, the band just below, then the outsiders’ 2 €', () => {
  const day: Price = {
    kind: 'quotientBands',
    bands: [
      { from: 0, cents: cents(720) },
      { from: 451, cents: cents(770) },
      { from: 551, cents: cents(850) },
      { from: 651, cents: cents(1005) },
    ],
  };
  const rules = [
    adjustment(
      'Extérieur',
      { kind: 'add', cents: 200 },
      {
        when: [{ kind: 'residence', in: ['dehors'] }],
      },
    ),
    adjustment(
      'Fratrie',
      { kind: 'bandShift', by: -1 },
      {
        when: [{ kind: 'children', from: 3, counting: 'registered' }],
      },
    ),
  ];

  test.each<[Partial<PriceContext>, number]>([
    [{}, 1005],
    [{ residence: 'dehors' }, 1205],
    [{ children: () => 3 }, 850],
    [{ children: () => 3, residence: 'dehors' }, 1050],
    [{ children: () => 3, quotient: 400 }, 720],
  ])('quotient 700, %j: %i cents', (changed, expected) => {
    expect(adjusted(day, rules, changed).cents).toBe(expected);
  });

  test('the band comes first whatever its place in the list', () => {
    expect(adjusted(day, rules, { children: () => 3, residence: 'dehors' }).reasons).toEqual([
      { code: 'shiftedBandPrice', quotient: 700, from: 551, below: 651, cents: 850 },
      { code: 'bandShifted', label: 'Fratrie', by: -1 },
      { code: 'priceAdjusted', label: 'Extérieur', cents: 200 },
    ]);
  });
});

describe('one effect', () => {
  test.each<[AdjustmentEffect, number]>([
    [{ kind: 'add', cents: 50 }, 465],
    [{ kind: 'add', cents: -500 }, 0],
    [{ kind: 'addByUnit', centsByUnit: { demi: -100 } }, 415],
    [{ kind: 'percent', percent: -10 }, 374],
    [{ kind: 'percent', percent: 50 }, 623],
    [{ kind: 'percent', percent: -100 }, 0],
    [{ kind: 'multiply', times: 2 }, 830],
    [{ kind: 'multiply', times: 0.5 }, 208],
    [{ kind: 'replace', price: flat(1200) }, 1200],
  ])('%j makes 4,15 € %i cents', (effect, expected) => {
    expect(adjusted(flat(415), [adjustment('x', effect)]).cents).toBe(expected);
  });

  test('one that changes nothing is not told', () => {
    expect(
      codesOf(adjusted(flat(0), [adjustment('x', { kind: 'percent', percent: -10 })])),
    ).toEqual(['flatPrice']);
  });

  test('what would go below 0 is told as far as it goes', () => {
    const charged = adjusted(flat(300), [
      adjustment('Aide', { kind: 'add', cents: -500 }),
      adjustment('Car', { kind: 'add', cents: 100 }),
    ]);
    expect(charged.cents).toBe(100);
    expect(charged.reasons).toMatchObject([
      { code: 'flatPrice' },
      { code: 'priceAdjusted', cents: -300 },
      { code: 'priceAdjusted', cents: 100 },
    ]);
  });

  test('the order written is the order applied', () => {
    const half = adjustment('Moitié', { kind: 'multiply', times: 0.5 });
    const euro = adjustment('Un euro', { kind: 'add', cents: -100 });
    expect(adjusted(flat(500), [half, euro]).cents).toBe(150);
    expect(adjusted(flat(500), [euro, half]).cents).toBe(200);
  });

  test('it concerns its own units', () => {
    const other = adjustment('x', { kind: 'add', cents: -100 }, { units: ['demi'] });
    const own = adjustment('x', { kind: 'add', cents: -100 }, { units: ['demi', 'journee'] });
    expect(adjusted(flat(500), [other]).cents).toBe(500);
    expect(adjusted(flat(500), [own]).cents).toBe(400);
  });

  test('a price that replaces another says which', () => {
    const replace = adjustment('PAI', { kind: 'replace', price: flat(175) });
    expect(adjusted(flat(350), [replace]).reasons).toEqual([
      { code: 'priceReplaced', label: 'PAI', cents: 175, insteadOf: 350 },
    ]);
  });
});

describe('a price the source does not give', () => {
  const notStated: Price = { kind: 'notStated' };

  test('stays so, whatever is added to it', () => {
    const add = adjustment('x', { kind: 'add', cents: 100 });
    expect(adjusted(notStated, [add])).toEqual({
      cents: 0,
      reasons: [{ code: 'amountNotStated' }],
    });
  });

  test('is known again where another replaces it', () => {
    const replace = adjustment('PAI', { kind: 'replace', price: flat(175) });
    expect(adjusted(notStated, [replace])).toEqual({
      cents: 175,
      reasons: [{ code: 'flatPrice', cents: 175 }],
    });
  });

  test('may be that which replaces', () => {
    const replace = adjustment('PAI', { kind: 'replace', price: notStated });
    expect(codesOf(adjusted(flat(350), [replace]))).toEqual(['amountNotStated']);
  });
});

describe('what is booked with the unit', () => {
  const extras = [
    { code: 'navette', label: 'Navette', price: flat(75) },
    { code: 'gouter', label: 'Goûter', price: { kind: 'notStated' } as Price },
  ];
  const of = (chosen: readonly string[], adjustments: readonly Adjustment[] = []) =>
    priceOfPresence(
      pricingOf({ adjustments }, { code: 'soir', extras }, flat(190)),
      presence({ extras: chosen }),
    );

  test('is added when it is chosen, and named', () => {
    expect(of([]).cents).toBe(190);
    expect(of(['navette'])).toEqual({
      cents: 265,
      reasons: [
        { code: 'flatPrice', cents: 190 },
        { code: 'extraAdded', label: 'Navette', cents: 75 },
      ],
    });
  });

  test('is there before reductions', () => {
    const half = adjustment('Moitié', { kind: 'percent', percent: -50 });
    expect(of(['navette'], [half]).cents).toBe(133);
  });

  test('makes the whole unknown where its price is', () => {
    const charged = of(['navette', 'gouter']);
    expect(charged.cents).toBe(0);
    expect(codesOf(charged)).toContain('amountNotStated');
  });
});

test('what is not known stays so with an extra, which is no price of its own', () => {
  const extras = [{ code: 'navette', label: 'Navette', price: flat(75) }];
  const pricing = pricingOf({}, { code: 'soir', extras }, { kind: 'notStated' });
  const priced = priceOfPresence(pricing, presence({ extras: ['navette'] }));
  expect(priced).toEqual({ cents: 0, reasons: [{ code: 'amountNotStated' }] });
});
