import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import { compileReglement } from '../reglement/compile.ts';
import type { CollectionRules, Price } from '../reglement/document.ts';
import { bill, booked, flat, household, lea, noe, unitAt } from '../testing/household.ts';
import { townDocument } from '../testing/small-town.ts';
import { day } from '../time/day.ts';
import { depositOf } from './deposit.ts';
import { pricesOfDays } from './prices-of-days.ts';
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

test('what days come to adds up to the bill, whatever is taken off their spans', () => {
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
  const days = pricesOfDays(bill(rules, records, october), records, reglement);
  expect(days.map((one) => one.cents)).toEqual([859, 860, 860, 860, 860, 1000]);
});
