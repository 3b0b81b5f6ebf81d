import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { Price } from '../reglement/document.ts';
import {
  bill,
  booked,
  classDays,
  flat,
  household,
  lea,
  noe,
  total,
  unitAt,
} from '../testing/household.ts';
import { day } from '../time/day.ts';
import { quoteChange } from './quote-change.ts';

const session = (on: string, childId = 'lea') => ({ childId, unit: 'matin', on: day(on) });
const packages = [
  {
    code: 'forfait',
    label: 'Forfait',
    units: ['matin'],
    per: 'month',
    price: flat(2200),
    applies: { kind: 'fromPresence', count: 5 },
  },
] as const;

describe('what a draft changes', () => {
  const plain = { activity: { units: [unitAt(flat(500))] } };
  const withPackage = { ...plain, document: { packages } };

  test('each session at its own price where nothing else moves', () => {
    const before = bill(plain, [booked('2026-11-03')]);
    const after = bill(plain, [booked('2026-11-03'), booked('2026-11-05'), booked('2026-11-06')]);
    const quoted = quoteChange(before, after, [session('2026-11-05'), session('2026-11-06')]);
    expect(quoted.map((line) => line.cents)).toEqual([500, 500]);
  });

  test('the fifth morning costs what the package adds to the four others, and says so', () => {
    const four = classDays.slice(0, 4).map((on) => booked(on));
    const before = bill(withPackage, four);
    const after = bill(withPackage, [...four, booked('2026-11-20')]);
    const [line] = quoteChange(before, after, [session('2026-11-20')]);
    expect(line?.cents).toBe(200);
    expect(line?.reasons).toEqual([{ code: 'otherLinesChange', cents: 200, whole: 200 }]);
  });

  test('one given back that ends the package gives back the difference', () => {
    const five = classDays.slice(0, 5).map((on) => booked(on));
    const before = bill(withPackage, five);
    const after = bill(withPackage, five.slice(0, 4));
    const [line] = quoteChange(before, after, [session(classDays[4] ?? '')]);
    expect(line?.cents).toBe(-200);
  });

  test('a brother who comes as well changes the share of the other', () => {
    const price: Price = {
      kind: 'familyDay',
      counting: 'booked',
      cents: { '1': cents(280), '2+': cents(465) },
    };
    const family = { household: household({ children: [lea, noe] }) };
    const town = { activity: { units: [unitAt(price)] } };
    const before = bill(town, [booked('2026-11-03')], family);
    const after = bill(
      town,
      [booked('2026-11-03'), booked('2026-11-03', { childId: 'noe' })],
      family,
    );
    const [line] = quoteChange(before, after, [session('2026-11-03', 'noe')]);
    expect(line?.cents).toBe(185);
  });

  test('lines always add up to the difference of the bills', () => {
    const before = bill(
      withPackage,
      classDays.slice(0, 3).map((on) => booked(on)),
    );
    const after = bill(
      withPackage,
      classDays.slice(0, 7).map((on) => booked(on)),
    );
    const changed = classDays.slice(3, 7).map((on) => session(on));
    const quoted = quoteChange(before, after, changed);
    const sum = quoted.reduce((whole, line) => whole + line.cents, 0);
    expect(sum).toBe(total(after) - total(before));
    expect(quoteChange(before, before, [])).toEqual([]);
  });
});
