import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { Consequence, OccurrenceConsequence } from '../reglement/document.ts';
import {
  bill,
  booked,
  child,
  classDays,
  flat,
  household,
  inTimeThen,
  shown,
  total,
  unbooked,
  unitAt,
} from '../testing/household.ts';

const meal = [unitAt(flat(400))];

describe('a booking given back', () => {
  const cancelled = (
    consequence: Consequence,
    stage = 1,
    keptPercent: number | null = null,
    taken = 0,
  ) =>
    shown(
      bill(
        {
          activity: {
            units: meal,
            booking: inTimeThen({ kind: 'surcharge', cents: cents(150) }),
            cancelling: inTimeThen(consequence),
          },
        },
        [
          booked('2026-11-16', {
            booking: { stage: taken, mode: null, extras: [] },
            cancelled: { stage, keptPercent },
          }),
        ],
      ),
    );

  test.each<[string, Consequence, readonly string[]]>([
    ['nothing', { kind: 'normal' }, []],
    ['its price', { kind: 'billedInFull' }, ['lateCancellation matin 400']],
    ['a share of it', { kind: 'billedInPart', percent: 25 }, ['lateCancellation matin 100']],
    [
      'its price, given back on later days',
      { kind: 'credited' },
      ['lateCancellation matin 400', 'credit matin -400'],
    ],
    [
      'what cancelling costs by itself',
      { kind: 'surcharge', cents: cents(90) },
      ['lateCancellation matin 90'],
    ],
  ])('late costs %s', (_what, consequence, expected) => {
    expect(cancelled(consequence)).toEqual(expected);
  });

  test('in time costs nothing', () => {
    expect(cancelled({ kind: 'billedInFull' }, 0)).toEqual([]);
  });

  test('keeps what its own lateness added', () => {
    expect(cancelled({ kind: 'billedInFull' }, 1, null, 1)).toEqual(['lateCancellation matin 550']);
  });

  test.each([
    [null, 200],
    [30, 120],
    [5, 40],
    [90, 200],
  ])('at the discretion of the staff, which keeps %s percent', (kept, expected) => {
    const consequence = { kind: 'billedAtDiscretion', minPercent: 10, maxPercent: 50 } as const;
    expect(cancelled(consequence, 1, kept)).toEqual([`lateCancellation matin ${expected}`]);
  });

  test('and taken up again is charged once', () => {
    const rules = {
      activity: { units: meal, cancelling: inTimeThen({ kind: 'billedInFull' }) },
    };
    const gone = booked('2026-11-16', { cancelled: { stage: 1, keptPercent: null } });
    expect(shown(bill(rules, [gone, booked('2026-11-16')]))).toEqual(['presence matin 400']);
    expect(shown(bill(rules, [gone, booked('2026-11-17')]))).toEqual([
      'lateCancellation matin 400',
      'presence matin 400',
    ]);
  });

  test('more than once is charged once, as it stands or as it was last given back', () => {
    const rules = {
      activity: { units: meal, cancelling: inTimeThen({ kind: 'billedInFull' }) },
    };
    const inTime = booked('2026-11-16', { cancelled: { stage: 0, keptPercent: null } });
    const late = booked('2026-11-16', { cancelled: { stage: 1, keptPercent: null } });
    const stands = booked('2026-11-16');
    expect(shown(bill(rules, [late, late, stands]))).toEqual(['presence matin 400']);
    expect(shown(bill(rules, [late, inTime, late]))).toEqual(['lateCancellation matin 400']);
    expect(shown(bill(rules, [inTime, inTime]))).toEqual([]);
  });
});

describe('a child who was expected and did not come', () => {
  const missed = (consequence: OccurrenceConsequence, ...on: readonly string[]) =>
    bill(
      {
        activity: {
          units: meal,
          presence: { noShow: { per: 'month', steps: [{ from: 2, consequence }] } },
        },
      },
      on.map((text) => booked(text, { attendance: 'absent' })),
    );

  test.each<[string, OccurrenceConsequence, number]>([
    ['a surcharge', { kind: 'surcharge', cents: cents(200) }, 600],
    ['a share more', { kind: 'percentSurcharge', percent: 50 }, 600],
    ['so many times its price', { kind: 'multiple', times: 2 }, 800],
    ['another price', { kind: 'replacingPrice', price: flat(999) }, 999],
    ['nothing', { kind: 'free' }, 0],
    ['its price', { kind: 'normal' }, 400],
  ])('the second time of the month: %s', (_what, consequence, expected) => {
    const lines = missed(consequence, '2026-11-16', '2026-11-17');
    expect(lines.map((line) => line.cents)).toEqual([400, expected]);
  });

  test('another month begins again', () => {
    expect(total(missed({ kind: 'multiple', times: 2 }, '2026-10-16', '2026-11-17'))).toBe(400);
  });

  test('the highest step that is reached holds, of those whose conditions do', () => {
    const steps = [
      { from: 1, consequence: { kind: 'surcharge', cents: cents(100) } },
      { from: 2, consequence: { kind: 'surcharge', cents: cents(300) } },
      {
        from: 3,
        when: [{ kind: 'flag', is: 'exempt' }],
        consequence: { kind: 'free' },
      },
    ] as const;
    const rules = {
      activity: { units: meal, presence: { noShow: { steps } } },
      document: { profile: { flags: [{ code: 'exempt', label: 'Exempté' }] } },
    };
    const records = classDays.slice(0, 3).map((on) => booked(on, { attendance: 'absent' }));
    const centsOf = (flags: readonly string[]) =>
      bill(rules, records, {
        household: household({ children: [child('lea', '2018-03-01', { flags })] }),
      }).map((line) => line.cents);
    expect(centsOf([])).toEqual([500, 700, 700]);
    expect(centsOf(['exempt'])).toEqual([500, 700, 0]);
  });
});

describe('a child nobody expected', () => {
  const came = (consequence: OccurrenceConsequence) =>
    bill(
      { activity: { units: meal, presence: { unbooked: { steps: [{ from: 1, consequence }] } } } },
      [unbooked('2026-11-16')],
    );

  test('pays the cost price of Le Sourn instead of its own', () => {
    const [line] = came({ kind: 'replacingPrice', centsByUnit: { matin: cents(549) } });
    expect(line?.cents).toBe(549);
    expect(line?.reasons.map(({ code }) => code)).toEqual([
      'latePriceReplaces',
      'unbookedPresence',
    ]);
  });

  test('is not charged where the règlement does not let it in', () => {
    const [line] = came({ kind: 'refused' });
    expect(line).toMatchObject({ kind: 'unbooked', cents: 0 });
    expect(line?.reasons.at(-1)).toEqual({ code: 'unbookedRefused' });
  });

  test('is the ordinary case where nothing has to be booked', () => {
    const regime = {
      acceptance: { kind: 'none' },
      cancellation: { kind: 'automatic' },
      payment: { kind: 'later' },
    } as const;
    const rules = {
      activity: {
        units: meal,
        regime,
        presence: { unbooked: { steps: [{ from: 1, consequence: { kind: 'free' } }] } },
      },
    } as const;
    expect(shown(bill(rules, [unbooked('2026-11-16')]))).toEqual(['presence matin 400']);
  });

  test('gave the day back, and comes all the same: it is charged as unbooked alone', () => {
    const rules = { activity: { units: meal, cancelling: inTimeThen({ kind: 'billedInFull' }) } };
    const record = booked('2026-11-16', {
      cancelled: { stage: 1, keptPercent: null },
      attendance: 'present',
    });
    expect(shown(bill(rules, [record]))).toEqual(['unbooked matin 400']);
  });

  test('nobody booked and nobody came: nothing', () => {
    expect(
      bill({ activity: { units: meal } }, [unbooked('2026-11-16', { attendance: 'absent' })]),
    ).toEqual([]);
  });
});
