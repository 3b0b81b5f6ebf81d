import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { Price, QuantityDiscount } from '../reglement/document.ts';
import {
  bill,
  booked,
  classDays,
  child,
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

describe('reductions of Fleury, then those of the week', () => {
  const byQuotient: Price = {
    kind: 'quotientBands',
    bands: [
      { from: 0, cents: cents(2150) },
      { from: 621, cents: cents(2250) },
      { from: 801, cents: cents(2350) },
      { from: 1201, cents: cents(2450) },
    ],
  };
  const quantityDiscounts: readonly QuantityDiscount[] = [
    {
      code: 'semaine',
      label: 'Réduction de la semaine',
      per: 'week',
      count: 'distinctDays',
      scope: 'child',
      steps: [
        { from: 4, cents: cents(700) },
        { from: 5, cents: cents(1500) },
      ],
    },
  ];
  const add = (amount: number) => ({ kind: 'add', cents: amount }) as const;
  const rules = {
    activity: { kind: 'holiday' as const, units: [unitAt(byQuotient)] },
    document: {
      profile: {
        residences: [
          { code: 'commune', label: 'Commune' },
          { code: 'ailleurs', label: 'Ailleurs' },
        ],
        flags: [{ code: 'caf', label: 'Allocataire CAF' }],
      },
      adjustments: [
        {
          code: 'commune',
          label: 'Habitant',
          when: [{ kind: 'residence', in: ['commune'] }],
          effect: add(-274),
        },
        { code: 'caf', label: 'CAF', when: [{ kind: 'flag', is: 'caf' }], effect: add(-416) },
        {
          code: 'caf-repas',
          label: 'CAF, repas',
          when: [
            { kind: 'flag', is: 'caf' },
            { kind: 'quotient', below: 621 },
          ],
          effect: add(-92),
        },
        {
          code: 'deuxieme',
          label: 'Deuxième enfant',
          when: [{ kind: 'rank', from: 2, counting: 'registered' }],
          effect: add(-40),
        },
      ],
      quantityDiscounts,
    },
  } as const;
  const days = (count: number, childId = 'lea') =>
    week.slice(0, count).map((on) => booked(on, { childId }));

  test.each([
    ['five days, quotient 700', 5, 700, 6300],
    ['three days, quotient 500: the aid for the meal', 3, 500, 4104],
  ])('%s', (_what, count, quotient, expected) => {
    const family = withQuotient(quotient, { residence: 'commune', flags: ['caf'] });
    expect(total(bill(rules, days(count), { ...october, household: family }))).toBe(expected);
  });

  test('four days of an outsider without CAF, quotient 1201', () => {
    const family = withQuotient(1201, { residence: 'ailleurs' });
    expect(total(bill(rules, days(4), { ...october, household: family }))).toBe(9100);
  });

  test('the second child pays 0,40 € less a day', () => {
    const eldest = child('aine', '2015-01-01');
    const family = withQuotient(700, {
      residence: 'commune',
      flags: ['caf'],
      children: [lea, eldest],
    });
    expect(total(bill(rules, days(5), { ...october, household: family }))).toBe(6100);
  });

  test('one day fewer changes what the others cost, and the difference says it', () => {
    const family = withQuotient(700, { residence: 'commune', flags: ['caf'] });
    const lines = bill(rules, days(4), { ...october, household: family });
    expect(shown(lines).at(-1)).toBe('quantityDiscount semaine -700');
    expect(total(lines)).toBe(4 * 1560 - 700);
  });
});

describe('one late order prices the whole month, Mauléon', () => {
  const booking = inTimeThen({
    kind: 'replacingPrice',
    centsByUnit: { matin: cents(550) },
    scope: 'batch',
  });
  const rules = { activity: { units: [unitAt(flat(330))], booking } };
  const late = { booking: { stage: 1, mode: null, extras: [] } };

  test('in time, each meal has its price; late, all of them the other', () => {
    const inTime = [booked('2026-11-03'), booked('2026-11-05')];
    expect(total(bill(rules, inTime))).toBe(660);
    const lines = bill(rules, [...inTime, booked('2026-11-06', late)]);
    expect(lines.map((line) => line.cents)).toEqual([550, 550, 550]);
    expect(lines[0]?.reasons).toContainEqual({ code: 'repricedWithMonth' });
  });

  test('neither another month nor another child', () => {
    const records = [
      booked('2026-11-03'),
      booked('2026-11-03', { childId: 'noe', ...late }),
      booked('2026-12-01', late),
    ];
    const family = household({ children: [lea, noe] });
    const lines = bill(rules, records, { household: family });
    expect(lines.map((line) => line.cents)).toEqual([330, 550]);
  });

  test('nor one that was cancelled since', () => {
    const cancelled = booked('2026-11-06', {
      ...late,
      cancelled: { stage: 0, keptPercent: null },
    });
    expect(total(bill(rules, [booked('2026-11-03'), cancelled]))).toBe(330);
  });
});

describe('regular or occasional, known when the month is over', () => {
  const price: Price = {
    kind: 'by',
    what: { kind: 'frequency', per: 'month', regularFrom: 10 },
    cases: { regular: flat(570), occasional: flat(650) },
  };
  const rules = { activity: { units: [unitAt(price)] } };

  test.each([
    [9, 650],
    [10, 570],
  ])('%i meals cost %i cents each', (count, each) => {
    const lines = bill(
      rules,
      classDays.slice(0, count).map((on) => booked(on)),
    );
    expect(lines.map((line) => line.cents)).toEqual(Array.from({ length: count }, () => each));
  });
});
