import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { LatePickup } from '../reglement/document.ts';
import { bill, booked, flat, household, lea, noe, shown, unitAt } from '../testing/household.ts';

const evening = unitAt(flat(250), { code: 'soir', startsAt: '16:30', endsAt: '18:00' });

function late(rule: LatePickup, ...departures: readonly string[]): string[] {
  const records = departures.map((departure, place) =>
    booked(`2026-11-${String(16 + place)}`, {
      unit: 'soir',
      attendance: 'present',
      departure,
    }),
  );
  const lines = bill({ activity: { units: [evening], presence: { latePickup: rule } } }, records);
  return shown(lines.filter(({ kind }) => kind === 'latePickup'));
}

const fiveEuros = { kind: 'fixed', cents: cents(500) } as const;

describe('a quarter of an hour begun, Centre Rotterdam', () => {
  const rule: LatePickup = {
    after: '18:15',
    charge: { kind: 'perSlice', minutes: 15, cents: cents(500) },
  };

  test.each([
    ['18:15', []],
    ['18:16', ['latePickup soir 500']],
    ['18:30', ['latePickup soir 500']],
    ['18:31', ['latePickup soir 1000']],
  ])('fetched at %s', (departure, expected) => {
    expect(late(rule, departure)).toEqual(expected);
  });
});

describe('tiers, Massingy', () => {
  const rule: LatePickup = {
    charge: {
      kind: 'tiers',
      tiers: [
        { after: '18:00', cents: cents(1000) },
        { after: '18:15', cents: cents(5000) },
      ],
    },
  };

  test.each([
    ['18:00', []],
    ['18:10', ['latePickup soir 1000']],
    ['18:15', ['latePickup soir 1000']],
    ['18:16', ['latePickup soir 5000']],
  ])('fetched at %s', (departure, expected) => {
    expect(late(rule, departure)).toEqual(expected);
  });
});

describe('what a rule may add', () => {
  test('minutes forgiven; past them the whole lateness counts', () => {
    const rule: LatePickup = {
      graceMinutes: 10,
      charge: { kind: 'perSlice', minutes: 5, cents: cents(100) },
    };
    expect(late(rule, '18:10')).toEqual([]);
    expect(late(rule, '18:11')).toEqual(['latePickup soir 300']);
  });

  test('from the third time of the school year', () => {
    const lines = late({ charge: fiveEuros, from: 3 }, '18:05', '18:05', '17:50', '18:05', '18:05');
    expect(lines).toEqual(['latePickup soir 500', 'latePickup soir 500']);
  });

  test('a price for the time past the end', () => {
    const price = {
      kind: 'timeBlocks',
      minutes: 30,
      count: 'started',
      price: flat(200),
    } as const;
    expect(late({ charge: { kind: 'price', price } }, '18:31')).toEqual(['latePickup soir 400']);
  });

  const waived = booked('2026-11-16', {
    unit: 'soir',
    attendance: 'present',
    departure: '18:05',
    latePickupWaived: true,
  });

  test.each([
    [true, 1],
    [undefined, 2],
  ] as const)('the staff may let it pass where it has the choice (%s)', (discretionary, count) => {
    const rule = { charge: fiveEuros, discretionary };
    const lines = bill({ activity: { units: [evening], presence: { latePickup: rule } } }, [
      waived,
    ]);
    expect(lines).toHaveLength(count);
  });

  test('two children fetched late at once are late once, where the household is charged', () => {
    const departure = '18:05';
    const records = ['noe', 'lea'].map((childId) =>
      booked('2026-11-16', { childId, unit: 'soir', attendance: 'present', departure }),
    );
    const charged = (scope: 'child' | 'household') =>
      bill(
        { activity: { units: [evening], presence: { latePickup: { charge: fiveEuros, scope } } } },
        records,
        { household: household({ children: [noe, lea] }) },
      ).filter(({ kind }) => kind === 'latePickup');
    expect(charged('household').map(({ childId }) => childId)).toEqual(['lea']);
    expect(charged('child')).toHaveLength(2);
  });
});
