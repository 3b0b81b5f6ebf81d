import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import { day } from '../time/day.ts';
import type { ChargeLine } from './charge-line.ts';
import { difference } from './difference.ts';

const line = (on: string, amount: number, more: Partial<ChargeLine> = {}): ChargeLine => ({
  kind: 'presence',
  childId: 'lea',
  unit: 'matin',
  on: day(on),
  code: null,
  cents: cents(amount),
  undetermined: false,
  reasons: [],
  ...more,
});

describe('the difference of two ratings', () => {
  test('is nothing where nothing changed', () => {
    const lines = [line('2026-11-03', 400), line('2026-11-05', 0)];
    expect(difference(lines, lines)).toEqual([]);
  });

  test('is what came, as it is', () => {
    expect(difference([], [line('2026-11-03', 400)])).toEqual([line('2026-11-03', 400)]);
  });

  test('is what went, given back, with the reason', () => {
    expect(difference([line('2026-11-03', 400), line('2026-11-05', 0)], [])).toEqual([
      line('2026-11-03', -400, { reasons: [{ code: 'noLongerOwed', cents: cents(400) }] }),
    ]);
  });

  test('is what was corrected, from what to what', () => {
    expect(difference([line('2026-11-03', 400)], [line('2026-11-03', 280)])).toEqual([
      line('2026-11-03', -120, {
        reasons: [{ code: 'corrected', before: cents(400), after: cents(280) }],
      }),
    ]);
  });

  test('tells two children, units, days, kinds and codes apart', () => {
    const before = [line('2026-11-03', 400)];
    const after = [
      line('2026-11-03', 400, { childId: 'noe' }),
      line('2026-11-03', 400, { unit: 'soir' }),
      line('2026-11-04', 400),
      line('2026-11-03', 400, { kind: 'noShow' }),
      line('2026-11-03', 400, { code: 'forfait' }),
    ];
    expect(difference(before, after).map((changed) => changed.cents)).toEqual([
      400, 400, 400, 400, 400, -400,
    ]);
  });

  test('an amount that is no longer known is said, and gives back what was', () => {
    const unknown = line('2026-11-03', 0, { undetermined: true });
    expect(difference([line('2026-11-03', 400)], [unknown])).toMatchObject([
      { cents: -400, undetermined: true },
    ]);
    expect(difference([unknown], [line('2026-11-03', 400)])).toMatchObject([
      { cents: 400, undetermined: false },
    ]);
  });
});
