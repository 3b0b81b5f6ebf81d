import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { Adjustment, Package, Price, ProRata } from '../reglement/document.ts';
import {
  bill,
  booked,
  classDays,
  flat,
  household,
  inTimeThen,
  lea,
  noe,
  shown,
  total,
  unitAt,
  withQuotient,
} from '../testing/household.ts';
import { day } from '../time/day.ts';

const week = ['2026-10-19', '2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23'];
const october = { from: day('2026-10-01'), until: day('2026-10-31') };

describe('the package from the fifth presence, Centre Rotterdam', () => {
  const packages: readonly Package[] = [
    {
      code: 'forfait-matin',
      label: 'Forfait du matin',
      units: ['matin'],
      per: 'month',
      price: flat(2200),
      applies: { kind: 'fromPresence', count: 5 },
    },
  ];
  const rules = { activity: { units: [unitAt(flat(500))] }, document: { packages } };
  const mornings = (count: number) => classDays.slice(0, count).map((on) => booked(on));

  test('four occasional mornings are four mornings', () => {
    expect(total(bill(rules, mornings(4)))).toBe(2000);
  });

  test('the fifth puts the package in the place of all of them', () => {
    const lines = bill(rules, mornings(5));
    expect(shown(lines)).toEqual(['package forfait-matin 2200']);
    expect(lines[0]).toMatchObject({ on: '2026-11-01', unit: 'matin', childId: 'lea' });
    expect(lines[0]?.reasons[0]).toMatchObject({ presences: 5, insteadOf: 2500 });
  });

  test('a package whose price is not said makes the month undetermined', () => {
    const unsaid = packages.map((known) => ({ ...known, price: { kind: 'notStated' } as const }));
    const study = { ...rules, document: { packages: unsaid, status: 'study' as const } };
    expect(bill(study, mornings(5))).toMatchObject([{ cents: 0, undetermined: true }]);
    expect(total(bill(study, mornings(4)))).toBe(2000);
  });

  test('a week begun in one month and ended in the next is charged once, over the two bills', () => {
    const weekly = {
      ...rules,
      document: {
        packages: packages.map((known): Package => ({ ...known, per: 'week', price: flat(1200) })),
      },
    };
    // Monday 30 November to Friday 4 December, and one more to reach the fifth.
    const days = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'];
    const records = days.map((on) => booked(on));
    const november = bill(weekly, records);
    const december = bill(weekly, records, { from: day('2026-12-01'), until: day('2026-12-31') });
    expect(shown(november)).toEqual(['presence matin 500']);
    expect(shown(december)).toEqual(['package forfait-matin 1200', 'credit matin -500']);
    expect(total(november) + total(december)).toBe(1200);
  });
});

describe('other ways for a package to apply', () => {
  const applying = (applies: Package['applies'], price = 2200) => ({
    activity: { kind: 'holiday' as const, units: [unitAt(flat(500))] },
    document: {
      packages: [
        {
          code: 'semaine',
          label: 'Semaine',
          units: ['matin'],
          per: 'week',
          price: flat(price),
          applies,
        },
      ] satisfies Package[],
    },
  });
  const days = (count: number) => week.slice(0, count).map((on) => booked(on));

  test.each([
    ['always', { kind: 'always' }, 1, 2200],
    ['where it is cheaper: not yet', { kind: 'whenCheaper' }, 4, 2000],
    ['where it is cheaper: now', { kind: 'whenCheaper' }, 5, 2200],
    ['every open day: one is missing', { kind: 'everyOpenDay' }, 4, 2000],
    ['every open day', { kind: 'everyOpenDay' }, 5, 2200],
    ['from the third day', { kind: 'fromDistinctDay', count: 3 }, 3, 2200],
  ] as const)('%s', (_what, applies, count, expected) => {
    expect(total(bill(applying(applies), days(count), october))).toBe(expected);
  });

  test('what a late booking added stays beside the package', () => {
    const rules = applying({ kind: 'always' });
    const stages = inTimeThen({ kind: 'surcharge', cents: cents(150) });
    const late = booked('2026-10-19', { booking: { stage: 1, mode: null, extras: [] } });
    const lines = bill(
      { ...rules, activity: { ...rules.activity, booking: stages } },
      [late, booked('2026-10-20')],
      october,
    );
    expect(shown(lines)).toEqual(['presence matin 150', 'package semaine 2200']);
  });
});

describe('a book of four Wednesdays', () => {
  const rules = (more: Partial<Package> = {}, units = [unitAt(flat(1000))]) => ({
    activity: { units },
    document: {
      packages: [
        {
          code: 'carnet',
          label: 'Carnet de 4 mercredis',
          units: ['matin'],
          per: 'schoolYear',
          price: flat(3600),
          applies: { kind: 'each', count: 4 },
          ...more,
        },
      ] satisfies Package[],
    },
  });
  const days = (count: number) => classDays.slice(0, count).map((on) => booked(on));

  test.each([
    [3, 3000],
    [4, 3600],
    [5, 4600],
    [8, 7200],
    [9, 8200],
  ])('%i presences', (count, expected) => {
    expect(total(bill(rules(), days(count)))).toBe(expected);
  });

  test('is as many lines, from the first day of each; the last ones keep their price', () => {
    const lines = bill(rules(), days(9).toReversed());
    expect(lines.map(({ kind, on, cents: amount }) => [kind, on, amount])).toEqual([
      ['presence', classDays[8], 1000],
      ['package', classDays[0], 3600],
      ['package', classDays[4], 3600],
    ]);
    expect(lines[1]?.reasons[0]).toMatchObject({ presences: 4, insteadOf: 4000 });
  });

  test('is each child’s own, and of its units alone', () => {
    const family = { household: household({ children: [lea, noe] }) };
    const shared = [...days(3), booked('2026-11-03', { childId: 'noe' })];
    expect(total(bill(rules(), shared, family))).toBe(4000);
    const soir = unitAt(flat(500), { code: 'soir', startsAt: '16:30', endsAt: '18:00' });
    const evening = booked('2026-11-03', { unit: 'soir' });
    expect(total(bill(rules({}, [unitAt(flat(1000)), soir]), [...days(3), evening]))).toBe(3500);
  });

  test('begun in one month and full in the next is charged once, over the two bills', () => {
    const records = ['2026-11-03', '2026-11-10', '2026-12-01', '2026-12-08', '2026-12-15'].map(
      (on) => booked(on),
    );
    const december = bill(rules(), records, { from: day('2026-12-01'), until: day('2026-12-31') });
    expect(total(bill(rules(), records))).toBe(2000);
    expect(shown(december)).toEqual([
      'presence matin 1000',
      'package carnet 3600',
      'credit matin -1000',
      'credit matin -1000',
    ]);
  });

  test('begins again with each span', () => {
    const records = ['2026-11-03', '2026-11-10', '2026-12-01', '2026-12-08'].map((on) =>
      booked(on),
    );
    const both = { from: day('2026-11-01'), until: day('2026-12-31') };
    expect(total(bill(rules({ per: 'month' }), records, both))).toBe(4000);
    expect(total(bill(rules(), records, both))).toBe(3600);
  });

  test('takes no price of a span: that one stays beside', () => {
    const price: Price = {
      kind: 'sum',
      parts: [
        { label: 'Jour', price: flat(1000) },
        { label: 'Mois', price: { kind: 'perPeriod', per: 'month', price: flat(500) } },
      ],
    };
    expect(total(bill(rules({}, [unitAt(price)]), days(4)))).toBe(4100);
  });

  test('a price that is not said leaves the book undetermined, and what is beside it known', () => {
    const unsaid = { ...rules({ price: { kind: 'notStated' } }) };
    const study = { ...unsaid, document: { ...unsaid.document, status: 'study' as const } };
    expect(bill(study, days(5))).toMatchObject([
      { kind: 'presence', cents: 1000, undetermined: false },
      { kind: 'package', cents: 0, undetermined: true },
    ]);
  });
});

describe('one price for the month, Plivot', () => {
  const monthly: Price = { kind: 'perPeriod', per: 'month', price: flat(1200) };
  const rules = { activity: { units: [unitAt(monthly)] } };

  test('one morning or seventeen: the month', () => {
    expect(shown(bill(rules, [booked('2026-11-03')]))).toEqual(['package matin 1200']);
    expect(
      total(
        bill(
          rules,
          classDays.map((on) => booked(on)),
        ),
      ),
    ).toBe(1200);
  });

  test('nobody came that month: nothing', () => {
    expect(bill(rules, [booked('2026-12-01')])).toEqual([]);
  });

  test('each child has its own', () => {
    const records = [booked('2026-11-03'), booked('2026-11-03', { childId: 'noe' })];
    expect(total(bill(rules, records, { household: household({ children: [lea, noe] }) }))).toBe(
      2400,
    );
  });
});

describe('a supplement by the day on the price of a week, MJC Étoile', () => {
  const weekly = (proRata?: ProRata): Price => ({
    kind: 'perPeriod',
    per: 'week',
    price: flat(4951),
    proRata,
  });
  const supplement = (per?: 'day'): Adjustment => ({
    code: 'exterieur',
    label: 'Autre commune',
    effect: { kind: 'add', cents: 800, per },
  });
  const billed = (price: Price, adjustments: readonly Adjustment[], days: readonly string[]) =>
    bill(
      { activity: { kind: 'holiday', units: [unitAt(price)] }, document: { adjustments } },
      days.map((on) => booked(on)),
      october,
    );

  test('8 € for each of the five days, or of the three that are booked', () => {
    const lines = billed(weekly(), [supplement('day')], week);
    expect(lines.map((line) => line.cents)).toEqual([8951]);
    expect(lines[0]?.reasons).toContainEqual({
      code: 'priceAdjusted',
      label: 'Autre commune',
      cents: 4000,
    });
    expect(total(billed(weekly(), [supplement('day')], week.slice(0, 3)))).toBe(7351);
  });

  test('not said to be by the day, it is added once', () => {
    expect(total(billed(weekly(), [supplement()], week))).toBe(5751);
  });

  test('what follows it is of the price with the supplement', () => {
    const half: Adjustment = {
      code: 'moitie',
      label: 'Moitié',
      effect: { kind: 'percent', percent: -50 },
    };
    expect(total(billed(weekly(), [supplement('day'), half], week.slice(0, 2)))).toBe(3276);
    expect(total(billed(weekly(), [half, supplement('day')], week.slice(0, 2)))).toBe(4076);
  });

  test('a week charged in part has the supplement of its days, whole', () => {
    const price = weekly({ count: 'bookedDays', outOf: 5 });
    expect(total(billed(price, [supplement('day')], week.slice(0, 2)))).toBe(1980 + 1600);
  });

  test('where the day costs something too, the supplement is added to that alone', () => {
    const both: Price = {
      kind: 'sum',
      parts: [
        { label: 'Semaine', price: weekly() },
        { label: 'Repas', price: flat(300) },
      ],
    };
    expect(total(billed(both, [supplement('day')], week.slice(0, 2)))).toBe(4951 + 2 * 1100);
  });

  test('on the price of a presence, it is that of the one day', () => {
    expect(total(billed(flat(1000), [supplement('day')], week.slice(0, 2)))).toBe(3600);
  });
});

describe('the week of Houssay', () => {
  const affine: Price = {
    kind: 'affine',
    slope: 0.00817,
    interceptCents: cents(624),
    times: 5,
    floorCents: cents(4950),
    capCents: cents(10_500),
  };
  const rules = {
    activity: {
      kind: 'holiday' as const,
      units: [
        unitAt({
          kind: 'perPeriod',
          per: 'week',
          price: affine,
          proRata: { count: 'openDays', outOf: 5 },
        }),
      ],
    },
  };

  test.each([
    [1000, 7205],
    [600, 5571],
    [400, 4950],
    [2000, 10_500],
  ])('of five days, at a quotient of %i', (quotient, expected) => {
    const family = withQuotient(quotient);
    const lines = bill(rules, [booked('2026-10-19')], { ...october, household: family });
    expect(total(lines)).toBe(expected);
  });

  test('of 14 July, four days out of five: 39,60 €', () => {
    const lines = bill(rules, [booked('2026-07-13')], {
      from: day('2026-07-01'),
      until: day('2026-07-31'),
      household: withQuotient(400),
    });
    expect(lines.map((line) => line.cents)).toEqual([3960]);
    expect(lines[0]?.reasons).toContainEqual({
      code: 'proRata',
      count: 'openDays',
      days: 4,
      outOf: 5,
      cents: 3960,
      insteadOf: 4950,
    });
  });
});
