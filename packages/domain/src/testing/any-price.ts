import fc from 'fast-check';
import { cents } from '../money/cents.ts';
import type { PriceContext } from '../prices/price-context.ts';
import type { Adjustment, Condition, Price, Selector } from '../reglement/document.ts';
import { addDays, day } from '../time/day.ts';
import { presence } from './any-presence.ts';

/** Prices, adjustments and presences of any kind, for what must hold whatever they are. */

const amount = fc.integer({ min: 0, max: 20_000 }).map(cents);
const quotient = fc.integer({ min: 0, max: 300_000 }).map((hundredths) => hundredths / 100);
const clock = fc.constantFrom('07:30', '09:00', '16:30', '17:00', '18:45');
const counting = fc.constantFrom('registered', 'booked', 'present', 'dependent' as const);
const percent = fc.integer({ min: 0, max: 300 });
const rounding = fc.option(
  fc.record({
    toCents: fc.constantFrom(1, 5, 10),
    mode: fc.constantFrom('halfUp' as const, 'up' as const, 'down' as const),
  }),
  { nil: undefined },
);

const plainSelector: fc.Arbitrary<Selector> = fc
  .constantFrom('residence', 'scheme', 'group', 'mode', 'flag', 'weekday', 'season' as const)
  .map((kind): Selector => ({ kind }));
const countingSelector: fc.Arbitrary<Selector> = fc
  .record({ kind: fc.constantFrom('rank' as const, 'children' as const), counting })
  .map((selector): Selector => selector);
const selector = fc.oneof(
  plainSelector,
  countingSelector,
  fc.constant<Selector>({ kind: 'frequency', per: 'month', regularFrom: 3 }),
  fc.constant<Selector>({ kind: 'count', of: 'distinctDays', per: 'week' }),
);
/** Few of them, so that presences often have one. */
const key = fc.constantFrom('a', 'a', '2', '3+', 'term', 'regular');

/** Bands without a hole: each begins where the one before ends. */
const bands = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 500 }), amount), { minLength: 1, maxLength: 5 })
  .map((widths): Extract<Price, { kind: 'quotientBands' }>['bands'] => {
    let from = 0;
    return widths.map(([width, each]) => {
      const band = { from, cents: each };
      from += width;
      return band;
    });
  });

const points = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 500 }), amount), { minLength: 1, maxLength: 4 })
  .map((widths) => {
    let at = 0;
    return widths.map(([width, each]) => {
      at += width;
      return { quotient: at, cents: each };
    });
  });

/** Any price, a few levels deep; nothing of it is left unsaid but missing cases. */
export const anyPrice: fc.Arbitrary<Price> = fc.letrec<{ price: Price }>((tie) => ({
  price: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    amount.map((each): Price => ({ kind: 'flat', cents: each })),
    bands.map((each): Price => ({ kind: 'quotientBands', bands: each })),
    fc
      .record({ percent: fc.integer({ min: 0, max: 10_000 }), rounding, capCents: amount })
      .map((rate): Price => ({ kind: 'effortRate', ...rate, percent: rate.percent / 10_000 })),
    fc
      .record({
        slope: fc.integer({ min: -20_000, max: 20_000 }),
        interceptCents: fc.integer({ min: -500, max: 2_000 }),
        times: fc.integer({ min: 1, max: 5 }),
      })
      .map(({ slope, ...rest }): Price => ({ kind: 'affine', slope: slope / 1e6, ...rest })),
    fc.record({ points, rounding }).map((line): Price => ({ kind: 'sliding', ...line })),
    fc
      .record({
        what: selector,
        cases: fc.dictionary(key, tie('price'), { minKeys: 1, maxKeys: 4 }),
        otherwise: tie('price'),
      })
      .map((choice): Price => ({ kind: 'by', ...choice })),
    fc
      .record({
        minutes: fc.constantFrom(15, 30, 60),
        price: tie('price'),
        count: fc.constantFrom('started' as const, 'completed' as const, 'proRata' as const),
        from: fc.option(clock, { nil: undefined }),
      })
      .map((blocks): Price => ({ kind: 'timeBlocks', ...blocks })),
    fc.tuple(clock, tie('price'), tie('price')).map(
      ([upTo, before, after]): Price => ({
        kind: 'byClock',
        of: 'departure',
        steps: [
          { upTo, price: before },
          { upTo: null, price: after },
        ],
      }),
    ),
    fc.array(tie('price'), { minLength: 1, maxLength: 3 }).map(
      (parts): Price => ({
        kind: 'sum',
        parts: parts.map((price, place) => ({ label: `Part ${place}`, price })),
      }),
    ),
    fc
      .record({ percent, of: tie('price'), rounding })
      .map((part): Price => ({ kind: 'share', ...part })),
    fc.record({ of: tie('price'), capCents: amount }).map(
      (held): Price => ({
        kind: 'bounded',
        ...held,
      }),
    ),
    tie('price').map((price): Price => ({ kind: 'perPeriod', per: 'month', price })),
    fc.constant<Price>({ kind: 'notStated' }),
  ),
})).price;

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>(
    { kind: 'residence', in: ['a'] },
    { kind: 'flag', is: 'a' },
    { kind: 'noFlag', is: 'b' },
    { kind: 'noQuotient' },
    { kind: 'age', below: 6 },
    { kind: 'weekday', in: [3, 5] },
  ),
  quotient.map((from): Condition => ({ kind: 'quotient', from })),
  fc.record({ counting }).map((counted): Condition => ({ kind: 'rank', from: 2, ...counted })),
);

/** Adjustments of every effect, in any order. */
export const anyAdjustments: fc.Arbitrary<readonly Adjustment[]> = fc.array(
  fc.record({
    code: fc.constant('x'),
    label: fc.constant('Ajustement'),
    when: fc.array(condition, { maxLength: 2 }),
    effect: fc.oneof(
      fc
        .integer({ min: -5_000, max: 5_000 })
        .map((each): Adjustment['effect'] => ({ kind: 'add', cents: each })),
      fc
        .integer({ min: -150, max: 150 })
        .map((each): Adjustment['effect'] => ({ kind: 'percent', percent: each })),
      fc
        .integer({ min: 0, max: 30 })
        .map((each): Adjustment['effect'] => ({ kind: 'multiply', times: each / 10 })),
      fc
        .integer({ min: -2, max: 2 })
        .map((by): Adjustment['effect'] => ({ kind: 'bandShift', by })),
      anyPrice.map((price): Adjustment['effect'] => ({ kind: 'replace', price })),
    ),
  }),
  { maxLength: 4 },
);

/** What the child and its family are, and nothing of the day. */
export const anyFamily: fc.Arbitrary<Partial<PriceContext>> = fc
  .record({
    residence: fc.constantFrom(null, 'a', 'b'),
    scheme: fc.constantFrom(null, 'a', 'b'),
    flags: fc.subarray(['a', 'b']),
    group: fc.constantFrom(null, 'a'),
    mode: fc.constantFrom(null, 'a'),
    monthlyResources: fc.option(quotient),
    bornOn: fc.constantFrom(null, day('2018-05-01'), day('2021-11-18')),
    place: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ place, ...family }) => ({ ...family, rank: () => place, children: () => place }));

/** Any presence of that family, or of any. */
export const anyPresence: fc.Arbitrary<PriceContext> = fc
  .record({
    family: anyFamily,
    quotient: fc.option(quotient),
    on: fc.integer({ min: 0, max: 30 }).map((count) => addDays(day('2026-11-01'), count)),
    season: fc.constantFrom('term' as const, 'holidays' as const),
    departure: fc.option(clock),
    times: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ family, times, ...rest }) =>
    presence({ ...family, ...rest, presences: () => times, count: () => times }),
  );
