import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { Adjustment, Aid, Package, Price, Stage } from '../reglement/document.ts';
import {
  bill,
  booked,
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

const perMonth = (amount: number): Price => ({
  kind: 'perPeriod',
  per: 'month',
  price: flat(amount),
});
const ofMonth: Price = {
  kind: 'quotientBands',
  bands: [
    { from: 0, below: 500, price: perMonth(3000) },
    { from: 500, price: perMonth(5000) },
  ],
};
const year = { from: day('2026-09-01'), until: day('2027-08-31') };

describe('a span has one price', () => {
  test('where the quotient changes on the way: that of its first day', () => {
    const rules = {
      activity: { units: [unitAt(ofMonth)] },
      document: { quotient: { takesEffect: 'atOnce' as const } },
    };
    const family = household({
      quotients: [
        { value: 400, receivedOn: day('2025-09-01'), validFrom: null },
        { value: 800, receivedOn: day('2026-11-10'), validFrom: null },
      ],
    });
    const records = [booked('2026-11-03'), booked('2026-11-17')];
    expect(shown(bill(rules, records, { household: family }))).toEqual(['package matin 3000']);
  });

  test('where the tariff changes on the way, over every bill of the span', () => {
    const perYear = (amount: number): Price => ({
      kind: 'perPeriod',
      per: 'schoolYear',
      price: flat(amount),
    });
    const prices = [
      { validFrom: day('2025-09-01'), price: perYear(12_000) },
      { validFrom: day('2027-01-01'), price: perYear(13_000) },
    ];
    const rules = { activity: { units: [unitAt(flat(0), { prices })] } };
    const records = [booked('2026-11-03'), booked('2027-01-12')];
    expect(total(bill(rules, records, year))).toBe(12_000);
    const january = { from: day('2027-01-01'), until: day('2027-01-31') };
    expect(total(bill(rules, records, january))).toBe(0);
  });

  test('but two weekdays with a price of the month each are two', () => {
    const price: Price = {
      kind: 'by',
      what: { kind: 'weekday' },
      cases: { 1: perMonth(3000), 2: perMonth(3000) },
      otherwise: flat(500),
    };
    const rules = { activity: { units: [unitAt(price)] } };
    const records = [booked('2026-11-02'), booked('2026-11-03'), booked('2026-11-10')];
    expect(total(bill(rules, records))).toBe(6000);
  });

  test('in the band its adjustments move it to', () => {
    const adjustments: readonly Adjustment[] = [
      { code: 'moins', label: 'Tranche en dessous', effect: { kind: 'bandShift', by: -1 } },
    ];
    const rules = { activity: { units: [unitAt(ofMonth)] }, document: { adjustments } };
    const records = [booked('2026-11-03')];
    expect(total(bill(rules, records, { household: withQuotient(800) }))).toBe(3000);
  });

  test('which is not owed for a day that another price replaces', () => {
    const activity = {
      units: [unitAt(perMonth(5000))],
      booking: inTimeThen({ kind: 'replacingPrice', price: flat(900) }),
    };
    const late = booked('2026-11-17', { booking: { stage: 1, mode: null, extras: [] } });
    expect(shown(bill({ activity }, [late]))).toEqual(['presence matin 900']);
    expect(total(bill({ activity }, [late, booked('2026-11-03')]))).toBe(5900);
  });
});

describe('a presence charged by itself and by its month', () => {
  const price: Price = {
    kind: 'sum',
    parts: [
      { label: 'Repas', price: flat(400) },
      { label: 'Mois', price: perMonth(1000) },
    ],
  };
  const activity = { units: [unitAt(price)] };
  const records = [booked('2026-11-03'), booked('2026-11-17')];

  test('counts once for what so many presences give', () => {
    const steps = [{ from: 3, percent: 10 }];
    const document = {
      quantityDiscounts: [
        {
          code: 'trois',
          label: 'Dès trois',
          per: 'month',
          count: 'presences',
          scope: 'child',
          steps,
        },
      ],
    } as const;
    expect(total(bill({ activity, document }, records))).toBe(1800);
    const three = [...records, booked('2026-11-19')];
    expect(total(bill({ activity, document }, three))).toBe(1980);
  });

  test('is aided once', () => {
    const aids: readonly Aid[] = [
      { code: 'ce', label: 'CE', payer: 'CE', cents: cents(100) },
      { code: 'ville', label: 'Ville', payer: 'Ville', cents: cents(500) },
    ];
    const [first] = aids;
    if (first === undefined) throw new Error('There are two aids');
    expect(total(bill({ activity, document: { aids: [first] } }, records))).toBe(1600);
    // 4,00 € of each meal, and the last euro of each on the month.
    expect(total(bill({ activity, document: { aids: aids.slice(1) } }, records))).toBe(800);
  });
});

test('the price of a week across two months is aided as any other', () => {
  const price: Price = { kind: 'perPeriod', per: 'week', price: flat(2000) };
  const aids: readonly Aid[] = [{ code: 'ce', label: 'CE', payer: 'CE', percent: 50 }];
  const rules = { activity: { units: [unitAt(price)] }, document: { aids } };
  const records = [booked('2026-11-30'), booked('2026-12-01')];
  expect(total(bill(rules, records))).toBe(1000);
  const december = { from: day('2026-12-01'), until: day('2026-12-31') };
  expect(total(bill(rules, records, december))).toBe(0);
});

describe('a package', () => {
  const monthly = (amount: number, applies: Package['applies']): readonly Package[] => [
    { code: 'mois', label: 'Mois', units: ['matin'], per: 'month', price: flat(amount), applies },
  ];

  test('that is not cheaper once what lateness added stays beside it does not apply', () => {
    const activity = {
      units: [unitAt(flat(500))],
      booking: inTimeThen({ kind: 'surcharge', cents: cents(1000) }),
    };
    const document = { packages: monthly(1200, { kind: 'whenCheaper' }) };
    const late = booked('2026-11-17', { booking: { stage: 1, mode: null, extras: [] } });
    expect(total(bill({ activity, document }, [booked('2026-11-03'), late]))).toBe(2000);
    const third = [booked('2026-11-03'), late, booked('2026-11-19')];
    expect(total(bill({ activity, document }, third))).toBe(2200);
  });

  test('holds a day cancelled too late as it holds one nobody cancelled', () => {
    const activity = {
      units: [unitAt(flat(500))],
      cancelling: inTimeThen({ kind: 'billedInFull' }),
    };
    const document = { packages: monthly(1200, { kind: 'always' }) };
    const cancelled = booked('2026-11-17', { cancelled: { stage: 1, keptPercent: null } });
    const missed = booked('2026-11-17', { attendance: 'absent' });
    const bills = [cancelled, missed].map((record) =>
      total(bill({ activity, document }, [booked('2026-11-03'), record])),
    );
    expect(bills).toEqual([1200, 1200]);
  });

  test('of a week that takes back a day of the month before gives back what its cap left of it', () => {
    const document = {
      packages: [
        {
          code: 'semaine',
          label: 'Semaine',
          units: ['matin'],
          per: 'week',
          price: flat(1200),
          applies: { kind: 'fromPresence', count: 3 },
        },
      ],
      caps: [
        {
          code: 'plafond',
          label: 'Plafond',
          units: ['matin'],
          per: 'month',
          scope: 'child',
          price: flat(2000),
        },
      ],
    } as const;
    const rules = { activity: { units: [unitAt(flat(500))] }, document };
    const days = ['03', '10', '17', '24', '30'].map((date) => `2026-11-${date}`);
    const records = [...days, '2026-12-01', '2026-12-03'].map((on) => booked(on));
    const december = { from: day('2026-12-01'), until: day('2026-12-31') };
    expect(total(bill(rules, records))).toBe(2000);
    expect(total(bill(rules, records, december))).toBe(1200);
  });
});

test('a late order that reprices its month leaves what was ordered later still as it is', () => {
  const surcharge = (amount: number, scope: 'batch' | 'booking', until: Stage['until']): Stage => ({
    channels: ['online'],
    until,
    consequence: { kind: 'surcharge', cents: cents(amount), scope },
  });
  const [inTime] = inTimeThen({ kind: 'normal' });
  if (inTime === undefined) throw new Error('There is a stage in time');
  const eve = { kind: 'daysBefore', days: 1, unit: 'calendar', at: '12:00' } as const;
  const booking = [inTime, surcharge(100, 'batch', eve), surcharge(700, 'booking', null)];
  const at = (on: string, stage: number) =>
    booked(on, { booking: { stage, mode: null, extras: [] } });
  const records = [at('2026-11-03', 0), at('2026-11-16', 1), at('2026-11-17', 2)];
  const lines = bill({ activity: { units: [unitAt(flat(500))], booking } }, records);
  expect(lines.map((line) => line.cents)).toEqual([600, 600, 1200]);
});

describe('a family never pays more for a child that missed a day than if it had come', () => {
  const price: Price = {
    kind: 'familyDay',
    counting: 'present',
    cents: { 1: cents(280), 2: cents(465), '3+': cents(670) },
  };
  const rules = { activity: { units: [unitAt(price)] } };
  const family = { household: household({ children: [lea, noe, child('ana', '2022-01-01')] }) };
  const missed = { attendance: 'absent' } as const;
  const of = (childId: string, more = {}) => booked('2026-11-03', { childId, ...more });

  test.each([
    ['one there and one not', [of('lea'), of('noe', missed)], 465],
    ['neither there', [of('lea', missed), of('noe', missed)], 465],
    ['two there and the eldest not', [of('lea', missed), of('noe'), of('ana')], 670],
    ['one there and two not', [of('lea', missed), of('noe'), of('ana', missed)], 670],
  ])('%s', (_what, records, expected) => {
    expect(total(bill(rules, records, family))).toBe(expected);
  });
});
