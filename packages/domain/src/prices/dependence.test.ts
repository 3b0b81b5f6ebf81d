import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { Condition, Price, Selector } from '../reglement/document.ts';
import { dependenceOf } from './dependence.ts';

const flat: Price = { kind: 'flat', cents: cents(100) };
const byFlag: Price = { kind: 'by', what: { kind: 'flag' }, cases: { pai: flat } };
const byWeekday: Price = { kind: 'by', what: { kind: 'weekday' }, cases: { '3': flat } };

const of = (price: Price) => dependenceOf({ price, extras: [], adjustments: [] }, []);
const none = { profile: false, day: false };
const profile = { profile: true, day: false };
const day = { profile: false, day: true };

describe('the quotient alone', () => {
  test.each<Price>([
    flat,
    { kind: 'notStated' },
    { kind: 'familyDay', counting: 'present', cents: { '1': cents(280) } },
    { kind: 'quotientBands', bands: [{ from: 0, cents: cents(100) }], without: flat },
    { kind: 'effortRate', percent: 1 },
    { kind: 'affine', slope: 1, interceptCents: 0 },
    { kind: 'sliding', points: [] },
    { kind: 'sum', parts: [{ label: 'a', price: flat }] },
    { kind: 'share', percent: 50, of: flat },
    { kind: 'timeBlocks', minutes: 30, price: flat, count: 'started' },
    { kind: 'by', what: { kind: 'frequency', per: 'month', regularFrom: 2 }, cases: {} },
    { kind: 'by', what: { kind: 'count', of: 'distinctDays', per: 'week' }, cases: {} },
  ])('counts in %j', (price) => {
    expect(of(price)).toEqual(none);
  });
});

describe('the child counts wherever it is asked about', () => {
  test.each<Price>([
    byFlag,
    { kind: 'effortRate', percent: 1, of: 'monthlyResources' },
    { kind: 'effortRate', percent: 1, without: byFlag },
    { kind: 'affine', slope: 1, interceptCents: 0, without: byFlag },
    { kind: 'sliding', points: [], without: byFlag },
    { kind: 'quotientBands', by: { kind: 'scheme' }, bands: [] },
    { kind: 'quotientBands', bands: [{ from: 0, price: byFlag }] },
    { kind: 'quotientBands', bands: [], without: byFlag },
    { kind: 'by', what: { kind: 'frequency', per: 'month', regularFrom: 2 }, cases: { a: byFlag } },
    {
      kind: 'by',
      what: { kind: 'frequency', per: 'month', regularFrom: 2 },
      cases: {},
      otherwise: byFlag,
    },
    {
      kind: 'sum',
      parts: [
        { label: 'a', price: flat },
        { label: 'b', price: byFlag },
      ],
    },
    { kind: 'share', percent: 50, of: byFlag },
    { kind: 'bounded', of: byFlag },
    { kind: 'timeBlocks', minutes: 30, price: byFlag, count: 'started' },
    { kind: 'byClock', of: 'arrival', steps: [{ upTo: null, price: byFlag }] },
    { kind: 'perPeriod', per: 'month', price: byFlag },
  ])('%j', (price) => {
    expect(of(price)).toEqual(profile);
  });

  test.each<[Selector['kind'], object]>([
    ['weekday', day],
    ['season', day],
    ['group', profile],
  ])('a price by %s', (kind, expected) => {
    const what = { kind } as Extract<Selector, { kind: 'weekday' | 'season' | 'group' }>;
    expect(of({ kind: 'by', what, cases: {} })).toEqual(expected);
  });
});

test.each<[Condition, object]>([
  [{ kind: 'quotient', from: 100 }, none],
  [{ kind: 'noQuotient' }, none],
  [{ kind: 'weekday', in: [3] }, day],
  [{ kind: 'flag', is: 'pai' }, profile],
  [
    { kind: 'age', from: 6 },
    { profile: true, day: true },
  ],
])('an adjustment under %j', (condition, expected) => {
  const adjustments = [
    {
      code: 'x',
      label: 'x',
      when: [condition],
      effect: { kind: 'replace', price: flat } as const,
    },
  ];
  expect(dependenceOf({ price: flat, extras: [], adjustments }, [])).toEqual(expected);
});

test('extras, prices that replace and what comes late count too', () => {
  const extras = [{ code: 'a', label: 'a', price: byWeekday }];
  expect(dependenceOf({ price: flat, extras, adjustments: [] }, [])).toEqual({
    profile: true,
    day: true,
  });
  const replace = [
    { code: 'x', label: 'x', effect: { kind: 'replace', price: byWeekday } as const },
  ];
  expect(dependenceOf({ price: flat, extras: [], adjustments: replace }, [])).toEqual(day);
  const late = { kind: 'replacingPrice', price: byFlag } as const;
  const plain = { kind: 'surcharge', cents: cents(100) } as const;
  expect(dependenceOf({ price: flat, extras: [], adjustments: [] }, [plain, late])).toEqual(
    profile,
  );
  const byUnit = { kind: 'replacingPrice', centsByUnit: {} } as const;
  expect(dependenceOf({ price: flat, extras: [], adjustments: [] }, [byUnit])).toEqual(none);
});
