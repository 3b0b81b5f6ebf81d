import { describe, expect, test } from 'vitest';
import type { DayKind } from '../calendar/calendar.ts';
import { cents } from '../money/cents.ts';
import { smallActivity, townDocument } from '../testing/small-town.ts';
import { day } from '../time/day.ts';
import { compileTariff } from './charges.ts';
import type { ActivityRules, Price, ReglementDocument, Stage } from './document.ts';

const flat = (amount: number): Price => ({ kind: 'flat', cents: cents(amount) });
const stage = (consequence: Stage['consequence']): Stage => ({
  channels: ['online', 'staff'],
  until: null,
  consequence,
});
const tuesday = day('2026-11-24');
const wednesday = day('2026-11-25');
const calendar = (kind: DayKind = { kind: 'school' }) => ({ dayKind: () => kind });

/** The tariff of the small town's morning, at another price and with other rules. */
function tariffOf(
  price: Price,
  activity: Partial<ActivityRules> = {},
  document: Partial<ReglementDocument> = {},
) {
  const rules = townDocument(activity, document);
  const morning = smallActivity.units[0];
  if (morning === undefined) throw new Error('The small town has a morning');
  return compileTariff(rules, { ...smallActivity, ...activity }, morning, price);
}

describe('a booking costs what its stage says', () => {
  const tariff = tariffOf(flat(400), {
    booking: [
      stage({ kind: 'normal' }),
      stage({ kind: 'surcharge', cents: cents(100) }),
      stage({ kind: 'multiple', times: 2 }),
    ],
    cancelling: [
      stage({ kind: 'normal' }),
      stage({ kind: 'billedInPart', percent: 50 }),
      stage({ kind: 'billedInFull' }),
    ],
  });
  const charges = tariff(tuesday, calendar())(null);

  test.each([
    [0, 400],
    [1, 500],
    [2, 800],
    [3, 800],
  ])('taken at stage %i: %i cents, given back whole when nothing is owed', (at, expected) => {
    expect(charges.booked(at).cents).toBe(expected);
    expect(charges.refund(at)).toEqual({
      cents: -expected,
      reasons: [{ code: 'cancelledInTime', cents: expected }],
    });
  });

  test.each([
    [0, 0, null],
    [0, 1, 200],
    [1, 1, 250],
    [0, 2, 400],
    [2, 2, 800],
    [1, 9, 500],
  ])('taken at stage %i, cancelled at stage %i: %j cents', (at, cancelledAt, expected) => {
    expect(charges.cancelled(at, cancelledAt)?.cents ?? null).toBe(expected);
  });

  test('no stage comes before the first', () => {
    expect(() => charges.booked(-1)).toThrow(RangeError);
  });
});

test('without any stage a presence has its price, and leaving it owes nothing', () => {
  const charges = tariffOf(flat(400), { booking: [], cancelling: [] })(tuesday, calendar())(null);
  expect(charges.booked(0).cents).toBe(400);
  expect(charges.cancelled(0, 0)).toBeNull();
});

test('a price that is not known is given back as unknown', () => {
  const charges = tariffOf({ kind: 'notStated' })(tuesday, calendar())(null);
  const unknown = { cents: 0, reasons: [{ code: 'amountNotStated' }] };
  expect(charges.booked(0)).toEqual(unknown);
  expect(charges.refund(0)).toEqual(unknown);
});

describe('what is computed is remembered', () => {
  test('by quotient alone where nothing else counts, on any day and for any child', () => {
    const tariffOn = tariffOf({ kind: 'effortRate', percent: 0.36 });
    const tariff = tariffOn(tuesday, calendar());
    expect(tariffOn(wednesday, calendar())).toBe(tariff);
    expect(tariff(700)).toBe(tariff(700, { flags: ['pai'] }));
    expect(tariff(700)).not.toBe(tariff(800));
    expect(tariff(null)).not.toBe(tariff(0));
    expect(Object.isFrozen(tariff(700).booked(0).reasons)).toBe(true);
  });

  test('a quotient below 0 is a mistake', () => {
    expect(() => tariffOf(flat(1))(tuesday, calendar())(-1)).toThrow(RangeError);
  });

  test('by quotient and profile where the child counts', () => {
    const byFlag: Price = {
      kind: 'by',
      what: { kind: 'flag' },
      cases: { pai: flat(175) },
      otherwise: { kind: 'effortRate', percent: 0.5 },
    };
    const tariff = tariffOf(byFlag)(tuesday, calendar());
    const pai = { flags: ['pai'] };
    expect(tariff(700, pai).booked(0).cents).toBe(175);
    expect(tariff(700).booked(0).cents).toBe(350);
    expect(tariff(700, {}).booked(0).cents).toBe(350);
    expect(tariff(800, {}).booked(0).cents).toBe(400);
    expect(tariff(700, pai)).toBe(tariff(700, pai));
    expect(() => tariff(-1, pai)).toThrow(RangeError);
  });

  test('by day where the day counts', () => {
    const byWeekday: Price = {
      kind: 'by',
      what: { kind: 'weekday' },
      cases: { '3': flat(500) },
      otherwise: flat(300),
    };
    const tariffOn = tariffOf(byWeekday);
    expect(tariffOn(tuesday, calendar())(null).booked(0).cents).toBe(300);
    expect(tariffOn(wednesday, calendar())(null).booked(0).cents).toBe(500);
  });

  test('by season, as the calendar of the day says', () => {
    const bySeason: Price = {
      kind: 'by',
      what: { kind: 'season' },
      cases: { term: flat(300), holidays: flat(500) },
    };
    const tariffOn = tariffOf(bySeason);
    const holidays = calendar({ kind: 'schoolHoliday', name: 'Noël' });
    expect(tariffOn(tuesday, calendar())(null).booked(0).cents).toBe(300);
    expect(tariffOn(tuesday, holidays)(null).booked(0).cents).toBe(500);
  });

  test('by age, which depends on both', () => {
    const young = { kind: 'age', below: 6 } as const;
    const tariffOn = tariffOf(
      flat(400),
      {},
      {
        adjustments: [
          { code: 'petits', label: 'Petits', when: [young], effect: { kind: 'add', cents: -100 } },
        ],
      },
    );
    const child = { bornOn: wednesday.replace('2026', '2020') as typeof wednesday };
    expect(tariffOn(tuesday, calendar())(null, child).booked(0).cents).toBe(300);
    expect(tariffOn(wednesday, calendar())(null, child).booked(0).cents).toBe(400);
  });

  test('by profile where only what comes late depends on it', () => {
    const late = stage({
      kind: 'replacingPrice',
      price: {
        kind: 'by',
        what: { kind: 'residence' },
        cases: { commune: flat(2197), dehors: flat(2366) },
      },
    });
    const tariff = tariffOf(
      flat(400),
      { booking: [stage({ kind: 'normal' }), late] },
      {
        profile: {
          residences: [
            { code: 'commune', label: 'Commune' },
            { code: 'dehors', label: 'Extérieur' },
          ],
        },
      },
    )(tuesday, calendar());
    expect(tariff(700).booked(1).cents).toBe(2197);
    expect(tariff(700, { residence: 'dehors' }).booked(1).cents).toBe(2366);
  });
});
