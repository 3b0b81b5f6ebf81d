import { describe, expect, test } from 'vitest';
import type { ReglementDocument } from '../reglement/document.ts';
import {
  bill,
  booked,
  flat,
  household,
  ill,
  lea,
  noe,
  total,
  unitAt,
} from '../testing/household.ts';

const [first, second, third] = ['2026-11-05', '2026-11-06', '2026-11-09'] as const;

const town = (closureCredit: ReglementDocument['closureCredit'], more = {}) => ({
  activity: { units: [unitAt(flat(400))], ...more },
  document: { closureCredit },
});

describe('a day the service itself cancels', () => {
  const records = [booked(first), booked(second, { closed: true })];

  test('owes nothing, and has no line', () => {
    expect(bill(town('full'), records).map(({ on }) => on)).toEqual([first]);
    const cancelled = { stage: 0, keptPercent: null };
    const given = [booked(first), booked(second, { closed: true, cancelled })];
    expect(total(bill(town('full'), given))).toBe(400);
  });

  test('owes its price all the same where the règlement gives nothing back, and says so', () => {
    const lines = bill(town('none'), records);
    expect(lines.map(({ kind, cents }) => [kind, cents])).toEqual([
      ['presence', 400],
      ['presence', 400],
    ]);
    expect(lines[0]?.reasons).not.toContainEqual({ code: 'closureBilled' });
    expect(lines[1]?.reasons).toContainEqual({ code: 'closureBilled' });
  });

  test('is no absence: nobody is charged for not being there', () => {
    const presence = {
      noShow: { steps: [{ from: 1, consequence: { kind: 'multiple' as const, times: 2 } }] },
    };
    const away = [booked(second, { closed: true, attendance: 'absent' })];
    expect(total(bill(town('none', { presence }), away))).toBe(400);
    expect(total(bill(town('full', { presence }), away))).toBe(0);
    const open = [booked(second, { attendance: 'absent' })];
    expect(total(bill(town('none', { presence }), open))).toBe(800);
  });

  test('lies between no two days of one illness', () => {
    const absences = [
      { reasons: ['illness' as const], waitingDays: 1, effect: { kind: 'free' as const } },
    ];
    const illness = [ill(first), booked(second, { closed: true }), ill(third)];
    expect(total(bill(town('full', { presence: { absences } }), illness))).toBe(400);
  });

  test('counts in nothing: neither a sister nor the days of a package', () => {
    const price = {
      kind: 'by' as const,
      what: { kind: 'children' as const, counting: 'booked' as const },
      cases: { '1': flat(400), '2+': flat(300) },
    };
    const sisters = [booked(first), booked(first, { childId: 'noe', closed: true })];
    const family = { household: household({ children: [lea, noe] }) };
    expect(total(bill(town('full', { units: [unitAt(price)] }), sisters, family))).toBe(400);
    expect(total(bill(town('none', { units: [unitAt(price)] }), sisters, family))).toBe(600);
  });
});
