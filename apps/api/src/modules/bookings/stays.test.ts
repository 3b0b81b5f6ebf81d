import { compileReglement } from '@preau/domain/reglement/compile';
import { day } from '@preau/domain/time/day';
import { readTown } from '@preau/reglement/read-town';
import { describe, expect, test } from 'vitest';
import { staysOfDraft } from './stays.ts';

const inForce = { versionId: 'one', reglement: compileReglement(readTown('val-de-lure')) };

const line = (
  held_on: string,
  over: Partial<Parameters<ReturnType<typeof staysOfDraft>>[0]> = {},
) => ({
  child_id: 'lea',
  unit: 'vacances-journee',
  action: 'add' as const,
  held_on: day(held_on),
  ...over,
});

describe('the stay a line of a draft belongs to', () => {
  const rows = [
    line('2027-02-23'),
    line('2027-02-22'),
    line('2027-04-20'),
    line('2027-02-18', { unit: 'mercredi-journee' }),
    line('2027-02-19', { child_id: 'tom' }),
    line('2027-02-20', { action: 'remove' }),
  ];
  const stayOf = staysOfDraft(rows, () => inForce);

  test('begins with the first day added in the same holiday, whatever the order', () => {
    expect([rows[0], rows[1]].map((row) => row && stayOf(row))).toEqual([
      '2027-02-22',
      '2027-02-22',
    ]);
  });

  test('is another in another holiday, for another child and for another activity', () => {
    const others = rows.slice(2, 5).map((row) => stayOf(row));
    expect(others).toEqual(['2027-04-20', '2027-02-18', '2027-02-19']);
  });

  test('is none of what is given back', () => {
    expect(rows.slice(5).map((row) => stayOf(row))).toEqual([undefined]);
  });
});
