import { describe, expect, test } from 'vitest';
import type { Price, Selector } from '../reglement/document.ts';
import {
  bill,
  booked,
  flat,
  household,
  ill,
  lea,
  noe,
  unbooked,
  unitAt,
} from '../testing/household.ts';
import { day } from '../time/day.ts';

type Counted = Extract<Selector, { kind: 'count' }>['of'];

const byCount = (of: Counted): Price => ({
  kind: 'by',
  what: { kind: 'count', of, per: 'week' },
  cases: { '1': flat(277), '2': flat(250), '3+': flat(230) },
});

describe('a price by the number of days of the week', () => {
  const rules = (of: Counted = 'distinctDays') => ({
    activity: {
      units: [
        unitAt(byCount(of)),
        unitAt(byCount(of), { code: 'soir', startsAt: '16:30', endsAt: '18:30' }),
      ],
    },
  });
  const amounts = (records: readonly ReturnType<typeof booked>[], of?: Counted) =>
    bill(rules(of), records, { household: household({ children: [lea, noe] }) }).map(
      (line) => line.cents,
    );

  test('is that of all the days of the week, each week by itself', () => {
    const days = ['2026-11-02', '2026-11-09', '2026-11-10', '2026-11-16', '2026-11-17'];
    const records = [...days, '2026-11-19', '2026-11-20'].map((on) => booked(on));
    expect(amounts(records)).toEqual([277, 250, 250, 230, 230, 230, 230]);
  });

  test('counts the days of each child apart', () => {
    const records = [booked('2026-11-02'), booked('2026-11-03', { childId: 'noe' })];
    expect(amounts(records)).toEqual([277, 277]);
  });

  test('counts a day that was missed, or that nobody booked, not one that was given back', () => {
    const [first, second] = ['2026-11-02', '2026-11-03'];
    expect(amounts([booked(first), ill(second)])).toEqual([250, 250]);
    expect(amounts([booked(first), unbooked(second)])).toEqual([250, 250]);
    const cancelled = { stage: 0, keptPercent: null };
    expect(amounts([booked(first), booked(second, { cancelled })])).toEqual([277]);
  });

  test('counts days of the activity once; presences, those of the unit', () => {
    const sameDay = [booked('2026-11-02'), booked('2026-11-02', { unit: 'soir' })];
    expect(amounts(sameDay)).toEqual([277, 277]);
    const twoDays = [booked('2026-11-02'), booked('2026-11-03', { unit: 'soir' })];
    expect(amounts(twoDays)).toEqual([250, 250]);
    expect(amounts(twoDays, 'presences')).toEqual([277, 277]);
  });

  test('is known of a week that ends in the month after', () => {
    const records = ['2026-10-30', '2026-11-30', '2026-12-01'].map((on) => booked(on));
    expect(amounts(records)).toEqual([250]);
  });

  test('of a whole week, is one price by its days', () => {
    const price: Price = {
      kind: 'by',
      what: { kind: 'count', of: 'distinctDays', per: 'week' },
      cases: {
        '1': flat(2000),
        '2+': { kind: 'perPeriod', per: 'week', price: flat(3500) },
      },
    };
    const lines = bill(
      { activity: { kind: 'holiday', units: [unitAt(price)] } },
      ['2026-10-19', '2026-10-20', '2026-10-21', '2026-10-26'].map((on) => booked(on)),
      { from: day('2026-10-01'), until: day('2026-10-31') },
    );
    expect(lines.map(({ on, cents }) => [on, cents])).toEqual([
      ['2026-10-26', 2000],
      ['2026-10-19', 3500],
    ]);
  });
});
