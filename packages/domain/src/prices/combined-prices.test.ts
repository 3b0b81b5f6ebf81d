import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { Price, Selector } from '../reglement/document.ts';
import { codesOf, presence } from '../testing/any-presence.ts';
import { evaluatePrice, familyDayPrice } from './evaluate-price.ts';
import type { PriceContext } from './price-context.ts';

const flat = (amount: number): Price => ({ kind: 'flat', cents: cents(amount) });
const notStated: Price = { kind: 'notStated' };

describe('a price by what the child, the family or the booking is', () => {
  const counting = 'registered';
  test.each<[Selector, Partial<PriceContext>, string]>([
    [{ kind: 'residence' }, { residence: 'dehors' }, 'dehors'],
    [{ kind: 'scheme' }, { scheme: 'msa' }, 'msa'],
    [{ kind: 'group' }, { group: 'maternelle' }, 'maternelle'],
    [{ kind: 'mode' }, { mode: 'ponctuel' }, 'ponctuel'],
    [{ kind: 'flag' }, { flags: ['autre', 'pai'] }, 'pai'],
    [{ kind: 'weekday' }, {}, '3'],
    [{ kind: 'season' }, { season: 'holidays' }, 'holidays'],
    [{ kind: 'rank', counting }, { rank: () => 2 }, '2'],
    [{ kind: 'rank', counting }, { rank: () => 5 }, '4+'],
    [{ kind: 'children', counting }, { children: () => 2 }, '2'],
    [{ kind: 'children', counting }, { children: () => 9 }, '6+'],
  ])('%j of %j is the case « %s »', (what, changed, key) => {
    const cases = { '4+': flat(1), '6+': flat(1), '2': flat(1), [key]: flat(777) };
    const charged = evaluatePrice({ kind: 'by', what, cases }, presence(changed));
    expect(charged.cents).toBe(777);
    expect(charged.reasons).toMatchObject([{ code: 'casePrice', what: what.kind, key }]);
  });

  test('the rank is counted as the selector says', () => {
    const rank: PriceContext['rank'] = (counting, order) =>
      counting === 'present' && order === 'youngestFirst' ? 2 : 1;
    const price = (order?: 'youngestFirst'): Price => ({
      kind: 'by',
      what: { kind: 'rank', counting: 'present', order },
      cases: { '1': flat(100), '2+': flat(50) },
    });
    expect(evaluatePrice(price('youngestFirst'), presence({ rank })).cents).toBe(50);
    expect(evaluatePrice(price(), presence({ rank })).cents).toBe(100);
  });

  test('of several flags, the first of the règlement wins', () => {
    const cases = { pai: flat(64), enseignant: flat(500) };
    const charged = evaluatePrice(
      { kind: 'by', what: { kind: 'flag' }, cases },
      presence({ flags: ['enseignant', 'pai'] }),
    );
    expect(charged.cents).toBe(64);
  });

  test('regular from so many presences in the month, occasional before', () => {
    const price: Price = {
      kind: 'by',
      what: { kind: 'frequency', per: 'month', regularFrom: 8 },
      cases: { regular: flat(319), occasional: flat(361) },
    };
    const presences = (count: number) => (per: string) => (per === 'month' ? count : 0);
    expect(evaluatePrice(price, presence({ presences: presences(7) })).cents).toBe(361);
    expect(evaluatePrice(price, presence({ presences: presences(8) }))).toEqual({
      cents: 319,
      reasons: [
        { code: 'frequencyPrice', regular: true, regularFrom: 8, per: 'month', cents: 319 },
      ],
    });
  });

  test('by how many days there are in the week, the last key for those beyond', () => {
    const price: Price = {
      kind: 'by',
      what: { kind: 'count', of: 'distinctDays', per: 'week' },
      cases: { '1': flat(277), '2': flat(250), '3+': flat(230) },
    };
    const times = (count: number) =>
      presence({ count: (of, per) => (of === 'distinctDays' && per === 'week' ? count : 0) });
    const amounts = [1, 2, 3, 5].map((count) => evaluatePrice(price, times(count)).cents);
    expect(amounts).toEqual([277, 250, 230, 230]);
    expect(evaluatePrice(price, times(3)).reasons).toEqual([
      { code: 'countPrice', count: 3, of: 'distinctDays', per: 'week', cents: 230 },
    ]);
  });

  test('all the rest has its own price; where it has none, nothing is guessed', () => {
    const price: Price = {
      kind: 'by',
      what: { kind: 'flag' },
      cases: { pai: flat(175) },
      otherwise: flat(350),
    };
    expect(evaluatePrice(price, presence())).toEqual({
      cents: 350,
      reasons: [
        { code: 'casePrice', what: 'flag', key: null, label: '', counting: null, cents: 350 },
      ],
    });
    const { otherwise: _without, ...bare } = price;
    expect(codesOf(evaluatePrice(bare, presence()))).toEqual(['amountNotStated']);
    expect(codesOf(evaluatePrice(bare, presence({ flags: ['toString'] })))).toEqual([
      'amountNotStated',
    ]);
  });

  test('all the rest that explains itself needs no more words', () => {
    const price: Price = {
      kind: 'by',
      what: { kind: 'flag' },
      cases: {},
      otherwise: { kind: 'effortRate', percent: 0.36 },
    };
    expect(codesOf(evaluatePrice(price, presence()))).toEqual(['effortPrice']);
  });

  test('the case is named in the words of the règlement', () => {
    const price: Price = { kind: 'by', what: { kind: 'residence' }, cases: { cc: flat(1) } };
    const context = presence({ residence: 'cc', labelOf: (word, code) => `${word} ${code}` });
    expect(evaluatePrice(price, context).reasons).toMatchObject([{ label: 'residence cc' }]);
  });

  test('a band is moved inside a case', () => {
    const bands: Price = {
      kind: 'quotientBands',
      bands: [
        { from: 0, cents: cents(100) },
        { from: 600, cents: cents(200) },
      ],
    };
    const price: Price = { kind: 'by', what: { kind: 'weekday' }, cases: { '3': bands } };
    expect(evaluatePrice(price, presence(), -1).cents).toBe(100);
  });
});

describe('components added up', () => {
  const mealAndBus: Price = {
    kind: 'sum',
    parts: [
      { label: 'Repas', price: flat(350) },
      { label: 'Navette', price: flat(75) },
    ],
  };

  test('are each named', () => {
    expect(evaluatePrice(mealAndBus, presence())).toEqual({
      cents: 425,
      reasons: [
        {
          code: 'summedPrice',
          parts: [
            { label: 'Repas', cents: 350 },
            { label: 'Navette', cents: 75 },
          ],
          cents: 425,
        },
      ],
    });
  });

  test('are not known when one is not', () => {
    const parts = [...mealAndBus.parts, { label: 'Goûter', price: notStated }];
    expect(evaluatePrice({ kind: 'sum', parts }, presence())).toEqual({
      cents: 0,
      reasons: [{ code: 'amountNotStated' }],
    });
  });
});

describe('a share of a price', () => {
  test.each([
    [305, 50, 153],
    [550, 200, 1100],
    [415, 1700, 7055],
    [333, 33.3333, 111],
  ])('%i cents at %f %% are %i cents', (amount, percent, expected) => {
    expect(evaluatePrice({ kind: 'share', percent, of: flat(amount) }, presence()).cents).toBe(
      expected,
    );
  });

  test('may be rounded up, and says of what it is', () => {
    const rounding = { toCents: 10, mode: 'up' } as const;
    expect(
      evaluatePrice({ kind: 'share', percent: 50, of: flat(305), rounding }, presence()),
    ).toEqual({
      cents: 160,
      reasons: [{ code: 'sharePrice', percent: 50, ofCents: 305, cents: 160 }],
    });
  });

  test('of what is not known is not known', () => {
    const price: Price = { kind: 'share', percent: 50, of: notStated };
    expect(codesOf(evaluatePrice(price, presence()))).toEqual(['amountNotStated']);
  });
});

describe('a price held between bounds', () => {
  const held = (amount: number): Price => ({
    kind: 'bounded',
    of: flat(amount),
    floorCents: cents(100),
    capCents: cents(300),
  });

  test('says so only when they hold it', () => {
    expect(evaluatePrice(held(99), presence())).toEqual({
      cents: 100,
      reasons: [{ code: 'boundedPrice', bound: { kind: 'floor', cents: 100 }, insteadOf: 99 }],
    });
    expect(evaluatePrice(held(301), presence())).toEqual({
      cents: 300,
      reasons: [{ code: 'boundedPrice', bound: { kind: 'cap', cents: 300 }, insteadOf: 301 }],
    });
    for (const amount of [100, 300]) {
      expect(evaluatePrice(held(amount), presence())).toEqual({
        cents: amount,
        reasons: [{ code: 'flatPrice', cents: amount }],
      });
    }
  });

  test('of what is not known is not known', () => {
    const price: Price = { kind: 'bounded', of: notStated, floorCents: cents(100) };
    expect(codesOf(evaluatePrice(price, presence()))).toEqual(['amountNotStated']);
  });
});

describe('Jauldes: one price for the family that day', () => {
  const amounts = { '1': cents(280), '2': cents(465), '3+': cents(670) };

  test.each([
    [1, 280],
    [2, 465],
    [3, 670],
    [5, 670],
  ])('%i children there: %i cents', (children, expected) => {
    expect(familyDayPrice(amounts, children)).toEqual({
      cents: expected,
      reasons: [{ code: 'familyDayPrice', children, cents: expected }],
    });
  });

  test('by itself it is that of one child', () => {
    const price: Price = { kind: 'familyDay', counting: 'present', cents: amounts };
    expect(evaluatePrice(price, presence({ children: () => 3 })).cents).toBe(280);
  });

  test('a number that is not in the table is not guessed', () => {
    expect(codesOf(familyDayPrice({ '2': cents(465) }, 1))).toEqual(['amountNotStated']);
  });
});

test('a price for a span is the whole span by itself', () => {
  const price: Price = { kind: 'perPeriod', per: 'month', price: flat(4500) };
  expect(evaluatePrice(price, presence())).toEqual({
    cents: 4500,
    reasons: [{ code: 'periodPrice', per: 'month', cents: 4500 }],
  });
});
