import { describe, expect, test } from 'vitest';
import type { Reason } from '../explain/reasons.ts';
import { cents } from '../money/cents.ts';
import type { LatePickup } from '../reglement/document.ts';
import { bill, booked, child, flat, household, lea, noe, unitAt } from '../testing/household.ts';
import type { PresenceRecord, RatedChild } from './rating-input.ts';

const evening = unitAt(flat(250), { code: 'soir', startsAt: '16:30', endsAt: '18:00' });
const fiveEuros = { kind: 'fixed', cents: cents(500) } as const;

const fetched = (childId: string, departure: string, more: Partial<PresenceRecord> = {}) =>
  booked('2026-11-16', { childId, unit: 'soir', attendance: 'present', departure, ...more });

function linesOf(
  rule: LatePickup,
  records: readonly PresenceRecord[],
  children: readonly RatedChild[] = [lea, noe],
) {
  const rules = { activity: { units: [evening], presence: { latePickup: rule } } };
  const lines = bill(rules, records, { household: household({ children }) });
  return lines.filter(({ kind }) => kind === 'latePickup');
}

describe('the line of a late pick-up says how late it was, and how it is counted', () => {
  const late = (departure: string, minutes: number): Reason => ({
    code: 'latePickup',
    departure,
    after: '18:00',
    minutes,
  });

  test.each<[string, LatePickup, string, readonly Reason[]]>([
    ['a fixed amount', { charge: fiveEuros }, '18:05', [late('18:05', 5)]],
    [
      'slices',
      { charge: { kind: 'perSlice', minutes: 15, cents: cents(300) } },
      '18:16',
      [late('18:16', 16), { code: 'latePickupSlices', slices: 2, minutes: 15, cents: cents(300) }],
    ],
    [
      'the last tier reached',
      {
        charge: {
          kind: 'tiers',
          tiers: [
            { after: '18:00', cents: cents(100) },
            { after: '18:15', cents: cents(400) },
            { after: '18:30', cents: cents(900) },
          ],
        },
      },
      '18:20',
      [late('18:20', 20), { code: 'latePickupTier', after: '18:15', cents: cents(400) }],
    ],
    [
      'a price of its own',
      { charge: { kind: 'price', price: flat(200) } },
      '18:05',
      [late('18:05', 5), { code: 'flatPrice', cents: cents(200) }],
    ],
  ])('%s', (_title, rule, departure, expected) => {
    const [line] = linesOf(rule, [fetched('lea', departure)]);
    expect(line?.reasons).toEqual(expected);
  });

  test('which time it is, where the first are forgiven', () => {
    const days = ['16', '17', '19'].map((date) =>
      booked(`2026-11-${date}`, { unit: 'soir', attendance: 'present', departure: '18:05' }),
    );
    const lines = linesOf({ charge: fiveEuros, from: 2 }, days);
    expect(lines.map(({ reasons }) => reasons.at(-1))).toEqual([
      { code: 'latePickupRepeated', nth: 2 },
      { code: 'latePickupRepeated', nth: 3 },
    ]);
  });
});

describe('nobody is late', () => {
  test.each<[string, PresenceRecord]>([
    ['who was away', fetched('lea', '18:20', { attendance: 'absent' })],
    ['who left on time', fetched('lea', '18:00')],
    ['whose hour nobody wrote down', fetched('lea', '18:20', { departure: null })],
  ])('%s', (_title, record) => {
    expect(linesOf({ charge: fiveEuros }, [record])).toEqual([]);
  });
});

describe('children fetched at once, where the household is charged', () => {
  const slices: LatePickup = {
    scope: 'household',
    charge: { kind: 'perSlice', minutes: 15, cents: cents(300) },
  };
  const shownOf = (...parameters: Parameters<typeof linesOf>) =>
    linesOf(...parameters).map(({ childId, cents: amount }) => [childId, amount]);

  test.each([
    ['the eldest', ['18:20', '18:05']],
    ['the youngest', ['18:05', '18:20']],
  ])('the latest counts, on the line of the eldest: %s', (_title, [ofLea = '', ofNoe = '']) => {
    const records = [fetched('lea', ofLea), fetched('noe', ofNoe)];
    expect(shownOf(slices, records)).toEqual([['lea', 600]]);
    expect(shownOf(slices, records.toReversed())).toEqual([['lea', 600]]);
  });

  test('who has no birth date is not the eldest', () => {
    const unknown = { ...child('ana', '2010-01-01'), bornOn: null };
    const records = [fetched('ana', '18:20'), fetched('noe', '18:05')];
    const [line, ...others] = shownOf(slices, records, [unknown, noe]);
    expect(others).toEqual([]);
    expect(line).toEqual(['noe', 600]);
  });

  test('on another day they are late again', () => {
    const records = [
      fetched('lea', '18:05'),
      booked('2026-11-17', { unit: 'soir', attendance: 'present', departure: '18:05' }),
    ];
    expect(shownOf(slices, records)).toEqual([
      ['lea', 300],
      ['lea', 300],
    ]);
  });

  test('each child by itself has its own count', () => {
    const rule: LatePickup = { charge: fiveEuros, from: 2 };
    const day = (childId: string, on: string) =>
      booked(on, { childId, unit: 'soir', attendance: 'present', departure: '18:05' });
    const once = [day('lea', '2026-11-16'), day('noe', '2026-11-17')];
    expect(shownOf(rule, once)).toEqual([]);
    expect(shownOf({ ...rule, scope: 'household' }, once)).toEqual([['noe', 500]]);
  });
});
