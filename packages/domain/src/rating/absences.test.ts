import { describe, expect, test } from 'vitest';
import type { AbsenceRule, PresenceRules } from '../reglement/document.ts';
import { bill, booked, flat, ill, shown, total, unitAt } from '../testing/household.ts';
import type { PresenceRecord } from './rating-input.ts';

const meal = [unitAt(flat(400))];

function town(absences: readonly AbsenceRule[], more: PresenceRules = {}) {
  return { activity: { units: meal, presence: { absences, ...more } } };
}

const monday = '2026-11-16';
const fourMeals = [monday, '2026-11-17', '2026-11-19', '2026-11-20'];

describe('a certificate in tiers, école Saint-Exupéry', () => {
  const rules = town([
    {
      reasons: ['illness'],
      proof: {
        anchor: 'firstDay',
        tiers: [
          { within: 72, unit: 'hours' },
          { within: 10, unit: 'calendar', waitingDays: 2 },
        ],
      },
      effect: { kind: 'free' },
    },
  ]);
  const proved = (at: string | undefined) =>
    bill(
      rules,
      fourMeals.map((on) => ill(on, at === undefined ? {} : { proved: at })),
    );

  test.each([
    ['the Wednesday, within 72 hours: nothing is due', '2026-11-18T12:00:00+01:00', 0],
    ['the last millisecond of the 72 hours', '2026-11-18T23:59:59.999+01:00', 0],
    ['the first that is past them: two days due', '2026-11-19T00:00:00+01:00', 800],
    ['seven days later: two days due', '2026-11-23T12:00:00+01:00', 800],
    ['the end of the tenth day', '2026-11-26T23:59:00+01:00', 800],
    ['eleven days later: everything is due', '2026-11-27T12:00:00+01:00', 1600],
    ['never', undefined, 1600],
  ])('%s', (_when, at, expected) => {
    expect(total(proved(at))).toBe(expected);
  });

  test('the days due are the first ones, and each line says why', () => {
    const lines = proved('2026-11-23T12:00:00+01:00');
    expect(lines.map((line) => line.cents)).toEqual([400, 400, 0, 0]);
    expect(lines[1]?.reasons).toContainEqual({ code: 'waitingDay', nth: 2, of: 2 });
    expect(lines[2]?.reasons).toEqual([{ code: 'absenceExcused', reason: 'illness', cents: 400 }]);
  });

  test('a day the child came between cuts the spell in two: each has its days due', () => {
    const at = '2026-11-25T12:00:00+01:00';
    const records = [
      ill(monday, { proved: at }),
      ill('2026-11-17', { proved: at }),
      booked('2026-11-19', { attendance: 'present' }),
      ill('2026-11-20', { proved: at }),
    ];
    const absent = bill(rules, records).filter(({ kind }) => kind === 'noShow');
    expect(absent.map((line) => line.cents)).toEqual([400, 400, 400]);
  });

  test('two absences that follow one another for two reasons are two spells', () => {
    const at = '2026-11-23T12:00:00+01:00';
    const records = fourMeals.map((on) => ill(on, { proved: at }));
    const strike = records.map((record, place) =>
      place < 2 || record.absence === null
        ? record
        : { ...record, absence: { ...record.absence, reason: 'strike' as const } },
    );
    // Nothing excuses a strike here.
    expect(total(bill(rules, strike))).toBe(1600);
  });

  test('a spell that begins the month before keeps its days due there', () => {
    const at = '2026-11-06T12:00:00+01:00';
    const records = ['2026-10-29', '2026-10-30', '2026-11-02', '2026-11-03'].map((on) =>
      ill(on, { proved: at }),
    );
    expect(total(bill(rules, records))).toBe(0);
  });
});

describe('two illnesses with no booked day between, Centre social La Provence', () => {
  const rules = town([
    {
      reasons: ['illness'],
      proof: { anchor: 'firstDay', tiers: [{ within: 48, unit: 'hours' }] },
      waitingDays: 1,
      effect: { kind: 'free' },
    },
  ]);
  const proved = '2026-11-05T10:00:00+01:00';
  const amounts = (records: readonly PresenceRecord[]) =>
    bill(rules, records).map((line) => line.cents);

  test('a week apart they are one: one proof, one day due', () => {
    expect(amounts([ill('2026-11-05', { proved }), ill('2026-11-12')])).toEqual([400, 0]);
  });

  test('longer apart they are two, each with its proof and its day due', () => {
    const second = '2026-11-13T10:00:00+01:00';
    const [first, unproved] = [ill('2026-11-05', { proved }), ill('2026-11-13')];
    expect(amounts([first, unproved])).toEqual([400, 400]);
    expect(bill(rules, [first, unproved])[1]?.reasons).toMatchObject([
      {},
      { code: 'proofMissing', given: false },
      {},
    ]);
    expect(bill(rules, [first, ill('2026-11-13', { proved: second })])[1]?.reasons).toContainEqual({
      code: 'waitingDay',
      nth: 1,
      of: 1,
    });
  });

  test('told at once they are one, however far apart', () => {
    const told = '2026-11-04T18:00:00+01:00';
    const [first, last] = ['2026-11-05', '2026-11-19'];
    expect(amounts([ill(first, { told, proved }), ill(last, { told })])).toEqual([400, 0]);
    const later = '2026-11-18T18:00:00+01:00';
    expect(amounts([ill(first, { told, proved }), ill(last, { told: later })])).toEqual([400, 400]);
  });

  test('told at once, a day the child came lies between all the same', () => {
    const told = '2026-11-04T18:00:00+01:00';
    const records = [
      ill('2026-11-05', { told, proved }),
      booked('2026-11-06', { attendance: 'present' }),
      ill('2026-11-09', { told }),
    ];
    expect(amounts(records)).toEqual([400, 400, 400]);
  });
});

describe('an absence that has to be long enough', () => {
  const rule = (days: number, unit: 'booked' | 'calendar', more: Partial<AbsenceRule> = {}) => ({
    reasons: ['illness' as const],
    atLeast: { days, unit },
    effect: { kind: 'free' as const },
    ...more,
  });
  const missed = (rules: readonly AbsenceRule[], days: readonly string[]) =>
    bill(
      town(rules),
      days.map((on) => ill(on)),
    );

  test('of three booked days is excused whole, of two not at all', () => {
    expect(total(missed([rule(3, 'booked')], fourMeals.slice(0, 3)))).toBe(0);
    const lines = missed([rule(3, 'booked')], fourMeals.slice(0, 2));
    expect(total(lines)).toBe(800);
    expect(lines[0]?.reasons).toContainEqual({
      code: 'absenceTooShort',
      days: 2,
      from: 3,
      unit: 'booked',
    });
  });

  test('by the calendar counts from the first missed day to the last', () => {
    // Tuesday and Thursday: three days, of which two are booked.
    const days = ['2026-11-17', '2026-11-19'];
    expect(total(missed([rule(3, 'calendar')], days))).toBe(0);
    expect(total(missed([rule(4, 'calendar')], days))).toBe(800);
    expect(total(missed([rule(3, 'booked')], days))).toBe(800);
    expect(total(missed([rule(1, 'calendar')], ['2026-11-17']))).toBe(0);
  });

  test('that is too short for one rule is for the next that names the reason', () => {
    const half: AbsenceRule = {
      reasons: ['illness'],
      effect: { kind: 'billedInPart', percent: 50 },
    };
    expect(total(missed([rule(3, 'booked'), half], fourMeals.slice(0, 2)))).toBe(400);
    expect(total(missed([rule(3, 'booked'), half], fourMeals))).toBe(0);
  });
});

describe('the first day due, Boisemont', () => {
  const rules = town([
    {
      reasons: ['illness'],
      notice: { kind: 'sameDay', at: '10:00' },
      noticeOf: 'firstDay',
      waitingDays: 1,
      effect: { kind: 'free' },
    },
  ]);
  const told = (at: string) =>
    bill(rules, [ill('2026-11-23', { told: at }), ill('2026-11-24', { told: at })]);

  test('told at half past nine: that day is due, the next is free', () => {
    const lines = told('2026-11-23T09:30:00+01:00');
    expect(lines.map((line) => line.cents)).toEqual([400, 0]);
  });

  test('told at one past ten: the next stays due as well, and says why', () => {
    const lines = told('2026-11-23T10:01:00+01:00');
    expect(lines.map((line) => line.cents)).toEqual([400, 400]);
    expect(lines[1]?.reasons.map(({ code }) => code)).toContain('noticeMissed');
  });
});

describe('a voicemail before a quarter past eight, Mauléon', () => {
  const rules = town([
    {
      reasons: ['illness', 'strike', 'weather'],
      notice: { kind: 'sameDay', at: '08:15' },
      effect: { kind: 'free' },
    },
  ]);

  test.each([
    ['08:14', 0],
    ['08:16', 400],
  ])('at %s the meal costs %i cents', (clock, expected) => {
    expect(total(bill(rules, [ill(monday, { told: `2026-11-16T${clock}:00+01:00` })]))).toBe(
      expected,
    );
  });

  test('each day has its own notice', () => {
    const records = [
      ill(monday, { told: '2026-11-16T08:30:00+01:00' }),
      ill('2026-11-17', { told: '2026-11-16T08:30:00+01:00' }),
    ];
    expect(bill(rules, records).map((line) => line.cents)).toEqual([400, 0]);
  });
});

describe('what an excused absence may leave', () => {
  const ruled = (effect: AbsenceRule['effect'], keptPercent: number | null = null) => {
    const record = ill(monday);
    const absence = record.absence === null ? null : { ...record.absence, keptPercent };
    return bill(town([{ reasons: ['illness'], effect }]), [{ ...record, absence }]);
  };

  test('a credit: owed, and given back on later days', () => {
    expect(shown(ruled({ kind: 'credited' }))).toEqual(['noShow matin 400', 'credit matin -400']);
  });

  test('a share of its price', () => {
    expect(total(ruled({ kind: 'billedInPart', percent: 12.5 }))).toBe(50);
  });

  test.each([
    ['nobody has chosen yet: the greatest share', null, 40],
    ['the staff keeps less', 5, 20],
    ['never more than the règlement allows', 60, 40],
  ])('a share the staff chooses: %s', (_what, kept, expected) => {
    const effect = { kind: 'billedAtDiscretion', minPercent: 0, maxPercent: 10 } as const;
    expect(total(ruled(effect, kept))).toBe(expected);
  });

  test('its price, without the penalty of a no-show', () => {
    const penalty = { steps: [{ from: 1, consequence: { kind: 'multiple', times: 2 } }] } as const;
    const rules = town([{ reasons: ['illness'], effect: { kind: 'billed' } }], { noShow: penalty });
    expect(total(bill(rules, [ill(monday)]))).toBe(400);
  });

  test('a reason no rule names is a no-show', () => {
    const penalty = { steps: [{ from: 1, consequence: { kind: 'multiple', times: 2 } }] } as const;
    const rules = town([{ reasons: ['strike'], effect: { kind: 'free' } }], { noShow: penalty });
    expect(total(bill(rules, [ill(monday)]))).toBe(800);
  });
});

describe('where a proof is counted from', () => {
  const within = (anchor: 'firstDay' | 'lastDay' | 'return' | 'notice', proved: string) => {
    const rules = town([
      {
        reasons: ['illness'],
        proof: { anchor, tiers: [{ within: 2, unit: 'working' }] },
        effect: { kind: 'free' },
      },
    ]);
    const told = '2026-11-17T08:00:00+01:00';
    const records = [
      ill(monday, { told, proved }),
      ill('2026-11-17', { told, proved }),
      booked('2026-11-19', { attendance: 'present' }),
    ];
    return total(bill(rules, records)) - 400;
  };

  test.each([
    // Two working days after Monday 16, Tuesday 17 and Thursday 19: the 18th, the 19th, the 23rd.
    ['firstDay', '2026-11-18T23:59:00+01:00', '2026-11-19T00:00:00+01:00'],
    ['lastDay', '2026-11-19T23:59:00+01:00', '2026-11-20T00:00:00+01:00'],
    ['return', '2026-11-23T23:59:00+01:00', '2026-11-24T00:00:00+01:00'],
    ['notice', '2026-11-19T23:59:00+01:00', '2026-11-20T00:00:00+01:00'],
  ] as const)('from %s', (anchor, inTime, late) => {
    expect([within(anchor, inTime), within(anchor, late)]).toEqual([0, 800]);
  });
});

describe('an absence nobody explains', () => {
  test('is charged as it was booked where the règlement says nothing', () => {
    const lines = bill({ activity: { units: meal } }, [booked(monday, { attendance: 'absent' })]);
    expect(shown(lines)).toEqual(['noShow matin 400']);
    expect(lines[0]?.reasons).toContainEqual({ code: 'noShowBilled', nth: 1 });
  });

  test('is not known where the notice is not stated, and counts for nothing', () => {
    const rules = {
      ...town([{ reasons: ['illness'], notice: { kind: 'notStated' }, effect: { kind: 'free' } }]),
      document: { status: 'study' as const },
    };
    const [line] = bill(rules, [ill(monday)]);
    expect(line).toMatchObject({ cents: 0, undetermined: true });
    expect(line?.reasons.map(({ code }) => code)).toContain('amountNotStated');
  });
});
