import { describe, expect, test } from 'vitest';
import type { Fee, Membership } from '../reglement/document.ts';
import { bill, booked, flat, household, lea, noe, shown, unitAt } from '../testing/household.ts';
import { day } from '../time/day.ts';

describe('a membership', () => {
  const membership: Membership = {
    code: 'adhesion',
    label: 'Adhésion',
    per: 'household',
    yearFrom: '09-01',
    prices: [
      { from: '09-01', price: flat(1000) },
      { from: '01-01', price: flat(600) },
    ],
  };
  const rules = (more: Partial<Membership> = {}) => ({
    activity: { units: [unitAt(flat(500))] },
    document: { memberships: [{ ...membership, ...more }] },
  });
  const taken = (on: string) => ({
    memberships: [{ code: 'adhesion', on: day(on), childId: null }],
  });

  test('comes with the first presence of its year, once for the family', () => {
    const records = [
      booked('2026-11-03'),
      booked('2026-11-05'),
      booked('2026-11-03', { childId: 'noe' }),
    ];
    const lines = bill(rules(), records, { household: household({ children: [lea, noe] }) });
    expect(shown(lines).filter((line) => line.startsWith('membership'))).toEqual([
      'membership adhesion 1000',
    ]);
    expect(lines.at(-1)).toMatchObject({ childId: null, on: '2026-11-03' });
  });

  test('or for each child', () => {
    const records = [booked('2026-11-03'), booked('2026-11-05', { childId: 'noe' })];
    const lines = bill(rules({ per: 'child' }), records, {
      household: household({ children: [lea, noe] }),
    });
    expect(lines.filter(({ kind }) => kind === 'membership').map(({ childId }) => childId)).toEqual(
      ['lea', 'noe'],
    );
  });

  test('is not due again where it was paid earlier in its year', () => {
    const lines = bill(rules(), [booked('2026-10-05'), booked('2026-11-03')]);
    expect(shown(lines)).toEqual(['presence matin 500']);
  });

  test('nor where it was taken before', () => {
    expect(shown(bill(rules(), [booked('2026-11-03')], taken('2026-09-10')))).toEqual([
      'presence matin 500',
    ]);
  });

  test('has the price of the part of its year it is taken in', () => {
    const january = { from: day('2027-01-01'), until: day('2027-01-31') };
    expect(shown(bill(rules(), [booked('2027-01-05')], january)).at(-1)).toBe(
      'membership adhesion 600',
    );
    expect(shown(bill(rules(), [], { ...january, ...taken('2027-01-20') }))).toEqual([
      'membership adhesion 600',
    ]);
  });

  test('a booking given back brings none', () => {
    const gone = booked('2026-11-03', { cancelled: { stage: 0, keptPercent: null } });
    expect(bill(rules(), [gone])).toEqual([]);
  });

  test('one the règlement does not know is a mistake', () => {
    expect(() => bill({}, [], taken('2026-11-03'))).toThrow('Unknown membership "adhesion"');
  });
});

describe('a fee', () => {
  const fees: readonly Fee[] = [
    { code: 'carnet', label: 'Carnet', per: 'household', on: 'ticketBook', price: flat(3000) },
    { code: 'dossier', label: 'Dossier tardif', per: 'child', on: 'lateFile', price: flat(1500) },
  ];
  const owed = (code: string, quantity: number) => ({
    fees: [{ code, on: day('2026-11-10'), childId: 'lea', quantity }],
  });

  test('is owed as many times as it is taken, by the household or by the child', () => {
    expect(bill({ document: { fees } }, [], owed('carnet', 3))).toMatchObject([
      { kind: 'fee', code: 'carnet', cents: 9000, childId: null },
    ]);
    expect(bill({ document: { fees } }, [], owed('dossier', 1))).toMatchObject([
      { cents: 1500, childId: 'lea' },
    ]);
  });

  test('one the règlement does not know is a mistake', () => {
    expect(() => bill({ document: { fees } }, [], owed('autre', 1))).toThrow('Unknown fee "autre"');
  });
});
