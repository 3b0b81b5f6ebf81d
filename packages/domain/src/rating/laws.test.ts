import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import { type CompiledReglement, compileReglement } from '../reglement/compile.ts';
import type { ReglementDocument } from '../reglement/document.ts';
import { always, classDays, inputOf, lea, noe, total, zoe } from '../testing/household.ts';
import { richActivity, richDocument } from '../testing/rich-town.ts';
import { townDocument } from '../testing/small-town.ts';
import { day } from '../time/day.ts';
import { runs } from '../testing/runs.ts';
import { fromIso } from '../time/instant.ts';
import type { ChargeLine } from './charge-line.ts';
import { difference } from './difference.ts';
import { rate } from './rate.ts';
import type { PresenceRecord, RatedHousehold, RatingInput } from './rating-input.ts';

const rounds = runs(750);

/** Ways for a régime of everything to be combined: what is left out, and in which order it runs. */
const anyDocument: fc.Arbitrary<CompiledReglement> = fc
  .record({
    quantityDiscounts: fc.boolean(),
    packages: fc.boolean(),
    caps: fc.boolean(),
    aids: fc.boolean(),
    adjustments: fc.boolean(),
    operations: fc.shuffledSubarray(['quantityDiscounts', 'packages', 'caps', 'aids'] as const, {
      minLength: 4,
    }),
  })
  .map(({ operations, ...kept }) => {
    const all: Partial<ReglementDocument> = richDocument;
    const rules = Object.fromEntries(
      Object.entries(all).filter(([key]) => !(key in kept) || kept[key as keyof typeof kept]),
    );
    return compileReglement(
      townDocument(
        { booking: always, cancelling: always, ...richActivity },
        { ...rules, operations },
      ),
    );
  });

const anyDay = fc.constantFrom(...classDays, day('2026-10-30'), day('2026-12-01'));
const clock = fc.constantFrom('07:30', '08:30', '08:41', '18:05');
const anyRecord: fc.Arbitrary<PresenceRecord> = fc.record({
  childId: fc.constantFrom('lea', 'noe', 'zoe'),
  unit: fc.constantFrom('matin', 'repas', 'soir'),
  on: anyDay,
  booking: fc.option(
    fc.record({
      stage: fc.constantFrom(0, 0, 1),
      mode: fc.constant(null),
      extras: fc.subarray(['navette']),
    }),
    { freq: 5 },
  ),
  cancelled: fc.option(
    fc.record({
      stage: fc.constantFrom(0, 1),
      keptPercent: fc.option(fc.integer({ min: 0, max: 100 })),
    }),
    { freq: 1 },
  ),
  attendance: fc.constantFrom('unrecorded', 'present', 'present', 'absent'),
  arrival: fc.option(clock),
  departure: fc.option(clock),
  absence: fc.option(
    fc.record({
      reason: fc.constantFrom('illness', 'strike', 'other', 'work'),
      toldAt: fc.option(fc.constant(fromIso('2026-11-10T08:00:00+01:00'))),
      provedAt: fc.option(fc.constant(fromIso('2026-11-14T08:00:00+01:00'))),
      keptPercent: fc.option(fc.integer({ min: 0, max: 100 })),
    }),
  ),
  closed: fc.boolean(),
  latePickupWaived: fc.boolean(),
});

const anyHousehold: fc.Arbitrary<RatedHousehold> = fc.record({
  residence: fc.constantFrom(null, 'commune', 'ailleurs'),
  scheme: fc.constant(null),
  flags: fc.subarray(['pai']),
  quotients: fc.array(
    fc.record({
      value: fc.integer({ min: 0, max: 2_000 }),
      receivedOn: fc.constantFrom(day('2026-09-01'), day('2026-11-12')),
      validFrom: fc.constant(null),
    }),
    { maxLength: 2 },
  ),
  monthlyResources: fc.constant(null),
  dependentChildren: fc.constantFrom(null, 4),
  children: fc.constant([lea, noe, zoe]),
});

const anyInput: fc.Arbitrary<RatingInput> = fc
  .record({
    household: anyHousehold,
    records: fc.uniqueArray(anyRecord, {
      maxLength: 40,
      selector: ({ childId, unit, on }) => `${childId} ${unit} ${on}`,
    }),
  })
  .map(({ household, records }) => inputOf(records, { household }));

const anyBill = fc.tuple(anyInput, anyDocument);

type Rate = typeof rate;

function keep(law: (input: RatingInput, town: CompiledReglement, by: Rate) => boolean) {
  return (by: Rate) => fc.property(anyBill, ([input, town]) => law(input, town, by));
}

const laws = {
  'whole cents': keep((input, town, by) =>
    by(input, () => town).every((line) => Number.isSafeInteger(line.cents)),
  ),
  'the same lines whatever the order of the records': keep((input, town, by) => {
    const other = { ...input, records: input.records.toReversed() };
    return same(
      by(input, () => town),
      by(other, () => town),
    );
  }),
  'the same lines the second time': keep((input, town, by) =>
    same(
      by(input, () => town),
      by(input, () => town),
    ),
  ),
  'nothing below 0 but what is taken off': keep((input, town, by) =>
    by(input, () => town).every(
      ({ kind, cents: amount }) =>
        amount >= 0 || ['quantityDiscount', 'cap', 'aid', 'credit'].includes(kind),
    ),
  ),
  'a bill is never below 0': keep((input, town, by) => total(by(input, () => town)) >= 0),
  'only days of the bill': keep((input, town, by) =>
    by(input, () => town).every(({ on }) => input.from <= on && on <= input.until),
  ),
  'no cap is passed': keep((input, town, by) => {
    const cap = town.document.caps?.[0];
    const lines = by(input, () => town);
    if (cap === undefined || cap.price.kind !== 'flat') return true;
    // What else is taken off the same units has no unit of its own.
    if (town.document.aids !== undefined || town.document.quantityDiscounts !== undefined)
      return true;
    const most = cap.price.cents;
    return [lea, noe, zoe].every((child) => {
      const own = lines.filter(
        ({ childId, unit, kind }) =>
          childId === child.id &&
          kind !== 'latePickup' &&
          kind !== 'credit' &&
          cap.units.includes(unit ?? ''),
      );
      return total(own) <= most;
    });
  }),
  'a bill of two halves is the bill of the whole': keep((input, town, by) => {
    const middle = day('2026-11-15');
    const first = by({ ...input, until: middle }, () => town);
    const second = by({ ...input, from: day('2026-11-16') }, () => town);
    return total(first) + total(second) === total(by(input, () => town));
  }),
};

describe('laws of every bill', () => {
  test.each(Object.keys(laws) as (keyof typeof laws)[])('%s', (name) => {
    fc.assert(laws[name](rate), { numRuns: rounds });
  });

  test('what was said before, and the difference, make what is said after', () => {
    fc.assert(
      fc.property(anyBill, anyInput, ([input, town], other) => {
        const before = rate(input, () => town);
        const after = rate({ ...other, household: input.household }, () => town);
        const applied = sums([...before, ...difference(before, after)]);
        return same(applied, sums(after));
      }),
      { numRuns: rounds },
    );
  });
});

describe('a broken engine would be caught', () => {
  const found = (name: keyof typeof laws, by: Rate) =>
    fc.check(laws[name](by), { numRuns: 500 }).failed;

  const broken: readonly (readonly [keyof typeof laws, string, Rate])[] = [
    [
      'whole cents',
      'a price that is not rounded',
      (input, on) => rate(input, on).map((line) => ({ ...line, cents: (line.cents / 3) as never })),
    ],
    [
      'the same lines whatever the order of the records',
      'the first record decides',
      (input, on) => {
        const first = input.records[0]?.childId;
        return rate(input, on).filter(({ childId }) => childId === first);
      },
    ],
    [
      'nothing below 0 but what is taken off',
      'a reduction without an end',
      (input, on) =>
        rate(input, on).map((line) =>
          line.kind === 'presence' ? { ...line, cents: cents(line.cents - 200) } : line,
        ),
    ],
    [
      'a bill is never below 0',
      'aids paid twice',
      (input, on) =>
        rate(input, on).map((line) =>
          line.cents < 0 ? { ...line, cents: cents(line.cents * 5) } : line,
        ),
    ],
    [
      'only days of the bill',
      'lines of the whole history',
      (input, on) => rate({ ...input, from: day('2026-09-01'), until: day('2026-12-31') }, on),
    ],
    [
      'no cap is passed',
      'caps forgotten',
      (input, on) => rate(input, on).filter(({ kind }) => kind !== 'cap'),
    ],
    [
      'a bill of two halves is the bill of the whole',
      'caps of each bill rather than of each month',
      (input, on) => {
        const inside = input.records.filter(
          (record) => input.from <= record.on && record.on <= input.until,
        );
        return rate({ ...input, records: inside }, on);
      },
    ],
  ];

  test.each(broken)('%s: %s', (name, _what, by) => {
    expect(found(name, by)).toBe(true);
  });

  test('the same lines the second time: what remembers too much', () => {
    let times = 0;
    const forgetful: Rate = (input, on) => {
      times += 1;
      return rate(input, on).slice(times % 2);
    };
    expect(found('the same lines the second time', forgetful)).toBe(true);
  });
});

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What is owed for each thing, nothing where it comes to 0. */
function sums(lines: readonly ChargeLine[]): (readonly [string, number])[] {
  const amounts = new Map<string, number>();
  for (const { kind, childId, unit, on, code, cents: amount } of lines) {
    const key = [kind, childId, unit, on, code].join(' ');
    amounts.set(key, (amounts.get(key) ?? 0) + amount);
  }
  return [...amounts].filter(([, amount]) => amount !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
