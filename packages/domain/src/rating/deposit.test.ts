import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import { compileReglement } from '../reglement/compile.ts';
import type { CollectionRules, Price } from '../reglement/document.ts';
import { bill, booked, flat, household, inputOf, lea, noe, unitAt } from '../testing/household.ts';
import { townDocument } from '../testing/small-town.ts';
import { day } from '../time/day.ts';
import { depositOf } from './deposit.ts';
import { pricesOfSessions } from './prices-of-sessions.ts';
import { rate } from './rate.ts';
import type { PresenceRecord } from './rating-input.ts';

const october = { from: day('2026-10-01'), until: day('2026-10-31') };
const week = ['2026-10-19', '2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23'];

describe('a deposit', () => {
  const town = (collection: CollectionRules | undefined) =>
    compileReglement(townDocument({}, { collection }));
  const sessions = [booked('2026-11-03')];
  const lines = bill({ activity: { units: [unitAt(flat(6301))] } }, sessions);

  test('is the share of the whole the règlement asks, half up', () => {
    expect(depositOf(lines, sessions, town({ deposit: { percent: 50 } }))).toBe(3151);
  });

  test('is none where it asks none, or does not say all the amounts', () => {
    expect(depositOf(lines, sessions, town(undefined))).toBeNull();
    expect(depositOf(lines, sessions, town({}))).toBeNull();
    const unsaid = lines.map((line) => ({ ...line, cents: cents(0), undetermined: true }));
    expect(depositOf(unsaid, sessions, town({ deposit: { percent: 50 } }))).toBeNull();
  });
});

describe('a deposit of three days a week, La Prairie', () => {
  const deposit = (price: Price, records: readonly PresenceRecord[]) => {
    const rules = {
      activity: { kind: 'holiday' as const, units: [unitAt(price)] },
      document: { collection: { deposit: { daysPerWeek: 3 } } },
    };
    const of = { ...october, household: household({ children: [lea, noe] }) };
    const reglement = compileReglement(townDocument(rules.activity, rules.document));
    return depositOf(bill(rules, records, of), records, reglement);
  };

  test('is their price, and that of all of them where there are fewer', () => {
    const days = [...week.slice(0, 4), '2026-10-26'];
    expect(
      deposit(
        flat(1500),
        days.map((on) => booked(on)),
      ),
    ).toBe(6000);
  });

  test('is counted for each child', () => {
    const records = ['lea', 'noe'].flatMap((childId) => week.map((on) => booked(on, { childId })));
    expect(deposit(flat(1500), records)).toBe(9000);
  });

  test('takes the dearest days first', () => {
    const price: Price = {
      kind: 'by',
      what: { kind: 'weekday' },
      cases: { 2: flat(2000), 5: flat(1900) },
      otherwise: flat(1000),
    };
    expect(
      deposit(
        price,
        week.map((on) => booked(on)),
      ),
    ).toBe(4900);
  });

  test('of the price of a week, has the part of three of its days', () => {
    const price: Price = { kind: 'perPeriod', per: 'week', price: flat(5000) };
    const records = [...week, '2026-10-26', '2026-10-27'].map((on) => booked(on));
    expect(deposit(price, records)).toBe(3000 + 5000);
  });

  test('nothing is booked: nothing is asked', () => {
    expect(deposit(flat(1500), [])).toBe(0);
  });
});

describe('a deposit for each activity, La Prairie', () => {
  const activity = {
    kind: 'holiday' as const,
    units: [unitAt(flat(1500)), unitAt(flat(3001), { code: 'stage' })],
  };
  const reglementOf = (collection: CollectionRules) => {
    const document = townDocument(activity, { collection });
    const [first, ...others] = document.activities;
    if (first === undefined) throw new Error('The small town has an activity');
    const [centre, stage] = first.units;
    if (centre === undefined || stage === undefined) throw new Error('It has two units');
    return compileReglement({
      ...document,
      activities: [
        { ...first, code: 'centre', units: [centre] },
        { ...first, code: 'stages', units: [stage] },
        ...others,
      ],
    });
  };
  const deposit = (collection: CollectionRules) => {
    const records = week.flatMap((on) => [booked(on), booked(on, { unit: 'stage' })]);
    const reglement = reglementOf(collection);
    return depositOf(
      rate(inputOf(records, october), () => reglement),
      records,
      reglement,
    );
  };

  test('is of its own sessions alone; what has none asks nothing', () => {
    const centre = { daysPerWeek: 3, activities: ['centre'] };
    const stages = { percent: 50, activities: ['stages'] };
    expect(deposit({ deposits: [centre] })).toBe(4500);
    expect(deposit({ deposits: [stages] })).toBe(7503);
    expect(deposit({ deposits: [centre, stages] })).toBe(12_003);
    expect(deposit({ deposit: stages })).toBe(7503);
  });

  test('that names none is that of the others', () => {
    const centre = { daysPerWeek: 3, activities: ['centre'] };
    expect(deposit({ deposits: [centre, { percent: 50 }] })).toBe(12_003);
    expect(deposit({ deposits: [{ percent: 50 }] })).toBe(11_253);
  });

  test('days are days: a morning and a stay of one day are one', () => {
    expect(deposit({ deposit: { daysPerWeek: 1 } })).toBe(4501);
  });
});

test('of a book of sessions, each has an equal part, and those left over their own price', () => {
  const rules = {
    activity: { kind: 'holiday' as const, units: [unitAt(flat(1000))] },
    document: {
      packages: [
        {
          code: 'carnet',
          label: 'Carnet',
          units: ['matin'],
          per: 'month',
          price: flat(1500),
          applies: { kind: 'each', count: 2 },
        } as const,
      ],
    },
  };
  const records = week.toReversed().map((on) => booked(on));
  const reglement = compileReglement(townDocument(rules.activity, rules.document));
  const days = pricesOfSessions(bill(rules, records, october), records, reglement);
  expect(days.map((one) => one.cents)).toEqual([750, 750, 750, 750, 1000]);
});

test('what sessions come to adds up to the bill, whatever is taken off their spans', () => {
  const records = [...week, '2026-10-26'].map((on) => booked(on));
  const rules = {
    activity: { kind: 'holiday' as const, units: [unitAt(flat(1000))] },
    document: {
      quantityDiscounts: [
        {
          code: 'semaine',
          label: 'Semaine',
          per: 'week',
          count: 'distinctDays',
          scope: 'child',
          steps: [{ from: 5, cents: cents(701) }],
        } as const,
      ],
    },
  };
  const reglement = compileReglement(townDocument(rules.activity, rules.document));
  const days = pricesOfSessions(bill(rules, records, october), records, reglement);
  expect(days.map((one) => one.cents)).toEqual([859, 860, 860, 860, 860, 1000]);
});
