import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { AbsenceRule, Price } from '../reglement/document.ts';
import {
  bill,
  booked,
  classDays,
  flat,
  household,
  lea,
  noe,
  shown,
  total,
  unbooked,
  unitAt,
  withQuotient,
  zoe,
} from '../testing/household.ts';

describe('a bill', () => {
  test('nothing happened: nothing is owed', () => {
    expect(bill({}, [])).toEqual([]);
  });

  test('one line for each presence, booked days that nobody recorded included', () => {
    const lines = bill({ activity: { units: [unitAt(flat(280))] } }, [
      booked('2026-11-03', { attendance: 'present' }),
      booked('2026-11-05'),
    ]);
    expect(lines.map(({ kind, on, cents: amount }) => [kind, on, amount])).toEqual([
      ['presence', '2026-11-03', 280],
      ['presence', '2026-11-05', 280],
    ]);
  });

  test('seventeen meals of November at 2,80 € are 47,60 € (Le Rove)', () => {
    const records = classDays.map((on) => booked(on));
    expect(total(bill({ activity: { units: [unitAt(flat(280))] } }, records))).toBe(4760);
  });

  test('days before and after are not charged', () => {
    const records = [booked('2026-10-30'), booked('2026-11-03'), booked('2026-12-01')];
    expect(total(bill({ activity: { units: [unitAt(flat(280))] } }, records))).toBe(280);
  });

  test('an unknown child or unit is a mistake', () => {
    expect(() => bill({}, [booked('2026-11-03', { childId: 'inconnu' })])).toThrow(
      'Unknown child "inconnu"',
    );
    expect(() => bill({}, [booked('2026-11-03', { unit: 'inconnue' })])).toThrow(
      'Unknown unit "inconnue"',
    );
  });
});

describe('the monthly cap of Montech', () => {
  const bands: Price = {
    kind: 'quotientBands',
    bands: [
      { from: 0, cents: cents(51) },
      { from: 821, cents: cents(56) },
      { from: 1201, cents: cents(61) },
      { from: 1501, cents: cents(67) },
    ],
  };
  const most: Price = {
    kind: 'quotientBands',
    bands: [
      { from: 0, cents: cents(658) },
      { from: 821, cents: cents(724) },
      { from: 1201, cents: cents(789) },
      { from: 1501, cents: cents(868) },
    ],
  };
  const caps = [
    { code: 'mois', label: 'Mois', units: ['matin'], per: 'month', scope: 'child', price: most },
  ] as const;
  const montech = { activity: { units: [unitAt(bands)] }, document: { caps } };
  const days = (count: number) => classDays.slice(0, count).map((on) => booked(on));

  test.each([
    [10, 900, 560],
    [17, 900, 724],
    [13, 1501, 868],
    [12, 1501, 804],
  ])('%i days at a quotient of %i cost %i cents', (count, quotient, expected) => {
    const lines = bill(montech, days(count), { household: withQuotient(quotient) });
    expect(total(lines)).toBe(expected);
  });

  test('what passes the cap is a line of its own, which says so', () => {
    const lines = bill(montech, days(17), { household: withQuotient(900) });
    expect(shown(lines).at(-1)).toBe('cap mois -228');
    expect(lines.at(-1)?.reasons).toEqual([
      { code: 'capReached', label: 'Mois', cents: 724, insteadOf: 952 },
    ]);
  });
});

const free: AbsenceRule = { reasons: ['illness'], effect: { kind: 'free' } };

describe('the family day of Jauldes', () => {
  const price: Price = {
    kind: 'familyDay',
    counting: 'present',
    cents: { '1': cents(280), '2': cents(465), '3+': cents(670) },
  };
  const jauldes = { activity: { units: [unitAt(price), unitAt(price, { code: 'soir' })] } };
  const family = household({ children: [zoe, lea, noe] });
  const there = (on: string, ...children: string[]) =>
    children.map((childId) => booked(on, { childId, attendance: 'present' }));

  test('its week costs 2,80 € + 4,65 € + 6,70 €', () => {
    const records = [
      ...there('2026-11-16', 'lea'),
      ...there('2026-11-17', 'noe', 'lea'),
      ...there('2026-11-19', 'lea', 'noe', 'zoe'),
    ];
    expect(total(bill(jauldes, records, { household: family }))).toBe(1415);
  });

  test('the price is shared over the children there, the odd cent on the eldest', () => {
    const lines = bill(jauldes, there('2026-11-17', 'noe', 'lea'), { household: family });
    expect(lines.map(({ childId, cents: amount }) => [childId, amount])).toEqual([
      ['lea', 233],
      ['noe', 232],
    ]);
  });

  test('who comes in the morning and in the evening pays the day once', () => {
    const records = [
      ...there('2026-11-16', 'lea'),
      booked('2026-11-16', { unit: 'soir', attendance: 'present' }),
    ];
    expect(total(bill(jauldes, records, { household: family }))).toBe(280);
  });

  test('who is excused in the morning and comes in the evening pays the day all the same', () => {
    const absence = { reason: 'illness', toldAt: null, provedAt: null, keptPercent: null } as const;
    const excused = { ...jauldes.activity, presence: { absences: [free] } };
    const records = [
      booked('2026-11-16', { attendance: 'absent', absence }),
      booked('2026-11-16', { unit: 'soir', attendance: 'present' }),
    ];
    expect(total(bill({ activity: excused }, records, { household: family }))).toBe(280);
  });
});

describe('presences nobody booked in Strasbourg', () => {
  const unbookedRule = {
    steps: [{ from: 7, consequence: { kind: 'multiple', times: 2 } }],
  } as const;
  const strasbourg = {
    activity: { units: [unitAt(flat(400))], presence: { unbooked: unbookedRule } },
  };
  const sixBefore = classDays.slice(0, 6).map((on) => unbooked(on.replace('-11-', '-10-')));

  test('the sixth costs the ordinary price, the seventh of the school year twice that', () => {
    const records = [...sixBefore.slice(1), unbooked('2026-11-16'), unbooked('2026-11-17')];
    const lines = bill(strasbourg, records);
    expect(shown(lines)).toEqual(['unbooked matin 400', 'unbooked matin 800']);
    expect(lines[1]?.reasons).toContainEqual({ code: 'unbookedPresence', nth: 7 });
  });

  test('each child has its own count', () => {
    const records = [...sixBefore, unbooked('2026-11-17', { childId: 'noe' })];
    const lines = bill(strasbourg, records, { household: household({ children: [lea, noe] }) });
    expect(total(lines)).toBe(400);
  });
});
