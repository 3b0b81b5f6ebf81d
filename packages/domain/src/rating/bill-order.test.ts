import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import { day } from '../time/day.ts';
import { child } from '../testing/household.ts';
import type { ChargeLine } from './charge-line.ts';
import { inBillOrder } from './line-order.ts';

const line = (more: Partial<ChargeLine>): ChargeLine => ({
  kind: 'presence',
  childId: 'lea',
  unit: 'matin',
  on: day('2026-11-16'),
  code: null,
  cents: cents(100),
  undetermined: false,
  reasons: [],
  ...more,
});

const children = [child('tom', '2015-01-01'), child('lea', '2018-01-01')];
const starts: Readonly<Record<string, string>> = { matin: '07:30', aube: '16:30', soir: '16:30' };
const startOf = ({ unit }: ChargeLine): string => (unit === null ? '' : (starts[unit] ?? ''));

describe('the order of a bill', () => {
  test.each<[string, readonly ChargeLine[]]>([
    ['days', [line({}), line({ on: day('2026-11-17') })]],
    [
      'what happened, whatever it was, then what is charged or taken off by the span',
      [
        line({ kind: 'lateCancellation' }),
        line({ kind: 'noShow', on: day('2026-11-17') }),
        line({ kind: 'presence', on: day('2026-11-19') }),
        line({ kind: 'package', on: day('2026-11-01') }),
        line({ kind: 'quantityDiscount', on: day('2026-11-01') }),
        line({ kind: 'cap', on: day('2026-11-01') }),
        line({ kind: 'aid', on: day('2026-11-01') }),
        line({ kind: 'credit', on: day('2026-11-01') }),
        line({ kind: 'membership', on: day('2026-11-01') }),
        line({ kind: 'fee', on: day('2026-11-01') }),
      ],
    ],
    ['hours of a day, rather than names', [line({}), line({ unit: 'aube' })]],
    ['names of units of one hour', [line({ unit: 'aube' }), line({ unit: 'soir' })]],
    ['hours before children', [line({ childId: 'lea' }), line({ childId: 'tom', unit: 'soir' })]],
    ['children, the eldest first', [line({ childId: 'tom' }), line({ childId: 'lea' })]],
    [
      'the household before its children',
      [line({ kind: 'fee', childId: null }), line({ kind: 'fee', childId: 'tom' })],
    ],
    [
      'who is not of the household before its children',
      [line({ childId: 'ana' }), line({ childId: 'tom' })],
    ],
    [
      'kinds of one place, by their names',
      [line({ kind: 'latePickup', cents: cents(900) }), line({ cents: cents(100) })],
    ],
    [
      'codes, none first',
      [line({ code: null, cents: cents(900) }), line({ code: 'a' }), line({ code: 'b' })],
    ],
    ['amounts', [line({ cents: cents(-50) }), line({}), line({ cents: cents(300) })]],
  ])('is of %s', (_title, expected) => {
    for (const given of [expected, expected.toReversed()]) {
      expect(inBillOrder(given, children, startOf)).toEqual(expected);
    }
  });
});
