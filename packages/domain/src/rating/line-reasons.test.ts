import { describe, expect, test } from 'vitest';
import type { Reason } from '../explain/reasons.ts';
import { cents } from '../money/cents.ts';
import type {
  AbsenceEffect,
  Consequence,
  OccurrenceConsequence,
  PresenceRules,
} from '../reglement/document.ts';
import { day } from '../time/day.ts';
import {
  bill,
  booked,
  child,
  flat,
  household,
  inTimeThen,
  shown,
  unbooked,
  unitAt,
} from '../testing/household.ts';

/** The lines of a bill, and why each is there. */
function told(lines: ReturnType<typeof bill>): [string, readonly Reason[]][] {
  return lines.map((line) => [shown([line])[0] ?? '', line.reasons]);
}

const meal = [unitAt(flat(400))];
const missed = booked('2026-11-16', { attendance: 'absent' });
const away = (keptPercent: number | null) =>
  booked('2026-11-16', {
    attendance: 'absent',
    absence: { reason: 'work', toldAt: null, provedAt: null, keptPercent },
  });
const ruled = (effect: AbsenceEffect): PresenceRules => ({
  absences: [{ reasons: ['work'], effect }],
});
const eachTime = (consequence: OccurrenceConsequence) => ({ steps: [{ from: 1, consequence }] });

describe('the line of an absence says what becomes of its price', () => {
  const paid: Reason = { code: 'flatPrice', cents: cents(400) };
  const partly = (percent: number, byStaff: boolean, kept: number): Reason => ({
    code: 'absenceBilledInPart',
    percent,
    byStaff,
    cents: cents(kept),
    insteadOf: cents(400),
  });

  test.each<[string, AbsenceEffect, number | null, [string, readonly Reason[]][]]>([
    [
      'excused',
      { kind: 'free' },
      null,
      [['noShow matin 0', [{ code: 'absenceExcused', reason: 'work', cents: cents(400) }]]],
    ],
    [
      'billed',
      { kind: 'billed' },
      null,
      [['noShow matin 400', [paid, { code: 'absenceBilled', reason: 'work' }]]],
    ],
    [
      'credited',
      { kind: 'credited' },
      null,
      [
        [
          'noShow matin 400',
          [paid, { code: 'absenceCredited', reason: 'work', cents: cents(400) }],
        ],
        ['credit matin -400', [{ code: 'creditGiven', cents: cents(400) }]],
      ],
    ],
    [
      'billed in part by the rule',
      { kind: 'billedInPart', percent: 30 },
      null,
      [['noShow matin 120', [partly(30, false, 120)]]],
    ],
    [
      'billed in part as the staff chose, within its bounds',
      { kind: 'billedAtDiscretion', minPercent: 20, maxPercent: 60 },
      10,
      [['noShow matin 80', [partly(20, true, 80)]]],
    ],
    [
      'billed at the upper bound where the staff has not chosen',
      { kind: 'billedAtDiscretion', minPercent: 20, maxPercent: 60 },
      null,
      [['noShow matin 240', [partly(60, true, 240)]]],
    ],
  ])('%s', (_title, effect, keptPercent, expected) => {
    const rules = { activity: { units: meal, presence: ruled(effect) } };
    expect(told(bill(rules, [away(keptPercent)]))).toEqual(expected);
  });
});

describe('the line of what was not foreseen says which time it was', () => {
  const presence = (consequence: OccurrenceConsequence): PresenceRules => ({
    noShow: eachTime(consequence),
    unbooked: eachTime(consequence),
  });

  test.each<[string, OccurrenceConsequence, Reason, number]>([
    ['free', { kind: 'free' }, { code: 'notCharged', cause: 'noShow', cents: cents(400) }, 0],
    [
      'at another price',
      { kind: 'replacingPrice', price: flat(700) },
      { code: 'latePriceReplaces', cents: cents(700), insteadOf: cents(400), cause: 'noShow' },
      700,
    ],
  ])('%s', (_title, consequence, reason, amount) => {
    const rules = { activity: { units: meal, presence: presence(consequence) } };
    const [[line, why] = ['', []]] = told(bill(rules, [missed]));
    expect(line).toBe(`noShow matin ${amount}`);
    expect(why).toContainEqual(reason);
    expect(why.at(-1)).toEqual({ code: 'noShowBilled', nth: 1 });
    const [[other, reasons] = ['', []]] = told(bill(rules, [unbooked('2026-11-16')]));
    expect(other).toBe(`unbooked matin ${amount}`);
    expect(reasons).toContainEqual({ ...reason, cause: 'unbooked' });
    expect(reasons.at(-1)).toEqual({ code: 'unbookedPresence', nth: 1 });
  });

  test('somebody who may not come unbooked is charged nothing, and it is said', () => {
    const rules = {
      activity: { units: meal, presence: { unbooked: eachTime({ kind: 'refused' }) } },
    };
    expect(told(bill(rules, [unbooked('2026-11-16')]))).toEqual([
      ['unbooked matin 0', [{ code: 'unbookedPresence', nth: 1 }, { code: 'unbookedRefused' }]],
    ]);
  });
});

describe('the price of a month is owed', () => {
  const monthly = [unitAt({ kind: 'perPeriod', per: 'month', price: flat(2000) })];
  const month = 'package matin 2000';
  const rated = (presence: PresenceRules, record = missed) =>
    shown(bill({ activity: { units: monthly, presence } }, [record]));

  test.each<[string, OccurrenceConsequence, readonly string[]]>([
    ['as usual', { kind: 'normal' }, [month]],
    ['and a surcharge beside', { kind: 'surcharge', cents: cents(150) }, ['150', month]],
    ['not, where it is free', { kind: 'free' }, ['0']],
    ['not, where another price replaces it', { kind: 'replacingPrice', price: flat(700) }, ['700']],
  ])('by a day missed, or unbooked, %s', (_title, consequence, expected) => {
    const rules = { noShow: eachTime(consequence), unbooked: eachTime(consequence) };
    const withKind = (kind: string) =>
      expected.map((line) => (line === month ? line : `${kind} matin ${line}`));
    expect(rated(rules)).toEqual(withKind('noShow'));
    expect(rated(rules, unbooked('2026-11-16'))).toEqual(withKind('unbooked'));
  });

  test('not by who may not come unbooked', () => {
    expect(rated({ unbooked: eachTime({ kind: 'refused' }) }, unbooked('2026-11-16'))).toEqual([
      'unbooked matin 0',
    ]);
  });

  test.each<[string, AbsenceEffect, readonly string[]]>([
    ['billed', { kind: 'billed' }, [month]],
    ['credited', { kind: 'credited' }, [month]],
    ['excused', { kind: 'free' }, ['noShow matin 0']],
    ['billed in part', { kind: 'billedInPart', percent: 30 }, ['noShow matin 0']],
  ])('by an absence, or not: %s', (_title, effect, expected) => {
    expect(rated(ruled(effect), away(null))).toEqual(expected);
  });

  test.each<[string, Consequence, readonly string[]]>([
    ['owed whole', { kind: 'billedInFull' }, [month]],
    ['refused', { kind: 'refused' }, [month]],
    ['owed in part', { kind: 'billedInPart', percent: 30 }, ['lateCancellation matin 0']],
    ['in time', { kind: 'normal' }, []],
  ])('by a day given back, or not: %s', (_title, consequence, expected) => {
    const rules = { activity: { units: monthly, cancelling: inTimeThen(consequence) } };
    // A stage past the last is the last.
    const given = booked('2026-11-16', { cancelled: { stage: 5, keptPercent: null } });
    expect(shown(bill(rules, [given]))).toEqual(expected);
  });
});

describe('what counts towards the presences of a month', () => {
  const discount = {
    code: 'deux',
    label: 'Deux jours',
    per: 'month',
    count: 'distinctDays',
    scope: 'child',
    steps: [{ from: 2, percent: 10 }],
  } as const;
  const withDay = (presence: PresenceRules, record = missed) =>
    shown(
      bill({ activity: { units: meal, presence }, document: { quantityDiscounts: [discount] } }, [
        booked('2026-11-17'),
        record,
      ]),
    ).filter((line) => line.startsWith('quantityDiscount'));

  test.each<[string, PresenceRules, boolean]>([
    ['a day missed and billed', {}, true],
    ['a day missed, free', { noShow: eachTime({ kind: 'free' }) }, false],
    ['an absence billed', ruled({ kind: 'billed' }), true],
    ['an absence excused', ruled({ kind: 'free' }), false],
    ['an absence billed in part', ruled({ kind: 'billedInPart', percent: 50 }), false],
  ])('%s', (_title, presence, counts) => {
    const record = presence.absences === undefined ? missed : away(null);
    expect(withDay(presence, record)).toHaveLength(counts ? 1 : 0);
  });
});

describe('the line of an aid', () => {
  const aided = (ceiling: number | null, records = [booked('2026-11-16'), booked('2026-11-17')]) =>
    told(
      bill(
        {
          activity: { units: meal },
          document: {
            aids: [
              {
                code: 'caf',
                label: 'Aide',
                payer: 'la CAF',
                cents: cents(100),
                ...(ceiling === null
                  ? {}
                  : { ceiling: { cents: cents(ceiling), per: 'month' as const } }),
              },
            ],
          },
        },
        records,
      ),
    ).at(-1);
  const aidPaid = (amount: number): Reason => ({
    code: 'aidPaid',
    label: 'Aide',
    payer: 'la CAF',
    cents: cents(amount),
  });

  test('says who pays how much', () => {
    expect(aided(null)).toEqual(['aid caf -200', [aidPaid(200)]]);
  });

  test('says what a ceiling that is reached leaves of it, and nothing of one that is not', () => {
    expect(aided(150)).toEqual([
      'aid caf -150',
      [aidPaid(150), { code: 'aidCeiling', cents: cents(150), insteadOf: cents(200) }],
    ]);
    expect(aided(200)).toEqual(['aid caf -200', [aidPaid(200)]]);
  });

  test('is of whoever comes unbooked too, not of who stays away', () => {
    expect(aided(null, [unbooked('2026-11-16')])?.[0]).toBe('aid caf -100');
    expect(aided(null, [missed])?.[0]).toBe('noShow matin 400');
  });
});

describe('children without a birth date', () => {
  test('come after those who have one, and in the order of their names', () => {
    const nameless = (id: string) => ({ ...child(id, '2018-01-01'), bornOn: null });
    const ids = ['zoe', 'ana', 'tom', 'lea'];
    const family = household({
      children: [
        nameless('zoe'),
        nameless('ana'),
        child('tom', '2019-01-01'),
        child('lea', '2016-01-01'),
      ],
    });
    const records = ids.map((childId) => booked('2026-11-16', { childId }));
    const lines = bill({ activity: { units: meal } }, records, { household: family });
    expect(lines.map(({ childId }) => childId)).toEqual(['lea', 'tom', 'ana', 'zoe']);
    expect(lines.every(({ on }) => on === day('2026-11-16'))).toBe(true);
  });
});

describe('the line of what is owed once a year, or apart', () => {
  const membership = {
    code: 'adhesion',
    label: 'Adhésion',
    per: 'household',
    yearFrom: '09-01',
    prices: [{ from: '09-01', price: flat(1000) }],
  } as const;
  const paid: Reason = { code: 'flatPrice', cents: cents(1000) };
  const due = (byPresence: boolean): Reason => ({
    code: 'membershipDue',
    label: 'Adhésion',
    byPresence,
  });
  const memberships = [{ code: 'adhesion', on: day('2026-11-10'), childId: null }];

  test('a membership says what brought it: a presence, or that it was taken', () => {
    const rules = { activity: { units: meal }, document: { memberships: [membership] } };
    const expected = (byPresence: boolean) => ['membership adhesion 1000', [due(byPresence), paid]];
    expect(told(bill(rules, [booked('2026-11-16')])).at(-1)).toEqual(expected(true));
    expect(told(bill(rules, [], { memberships }))).toEqual([expected(false)]);
    // What comes first in the year.
    const both = bill(rules, [booked('2026-11-16')], { memberships });
    expect(told(both).at(-1)).toEqual(expected(false));
    expect(both.at(-1)?.on).toBe('2026-11-10');
  });

  test.each([
    ['ailleurs', 1],
    ['commune', 0],
  ])('a membership of those who live elsewhere, for who lives: %s', (residence, count) => {
    const elsewhere = {
      ...membership,
      when: [{ kind: 'residence', in: ['ailleurs'] } as const],
    };
    const residences = ['commune', 'ailleurs'].map((code) => ({ code, label: code }));
    const lines = bill(
      {
        activity: { units: meal },
        document: { memberships: [elsewhere], profile: { residences } },
      },
      [booked('2026-11-16')],
      { household: household({ residence }) },
    );
    expect(lines.filter(({ kind }) => kind === 'membership')).toHaveLength(count);
  });

  test('a fee says how many times it is owed', () => {
    const fee = {
      code: 'carnet',
      label: 'Carnet',
      per: 'household',
      on: 'ticketBook',
      price: flat(1000),
    } as const;
    const fees = [{ code: 'carnet', on: day('2026-11-10'), childId: null, quantity: 3 }];
    expect(told(bill({ document: { fees: [fee] } }, [], { fees }))).toEqual([
      [
        'fee carnet 3000',
        [{ code: 'feeDue', label: 'Carnet', quantity: 3, cents: cents(1000) }, paid],
      ],
    ]);
  });
});
