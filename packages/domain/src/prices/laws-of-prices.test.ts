import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../explain/explain.ts';
import { cents } from '../money/cents.ts';
import type { Price } from '../reglement/document.ts';
import { presence } from '../testing/any-presence.ts';
import { anyAdjustments, anyFamily, anyPresence, anyPrice } from '../testing/any-price.ts';
import { day } from '../time/day.ts';
import { priceOfPresence } from './adjust-price.ts';
import { type Charge, isUndetermined } from './charge.ts';
import { dependenceOf } from './dependence.ts';
import { evaluatePrice } from './evaluate-price.ts';

const explained = {
  timeZone: 'Europe/Paris',
  contact: { name: 'la mairie', phone: '', email: '', hours: '' },
  locale: 'fr',
} as const;

/** Whole cents, none below 0, nothing where nothing is known; each reason a sentence. */
function checkCharge({ cents: amount, reasons }: Charge): void {
  expect(Number.isSafeInteger(amount)).toBe(true);
  expect(amount).toBeGreaterThanOrEqual(0);
  expect(reasons.length).toBeGreaterThan(0);
  expect(isUndetermined(reasons) ? amount : 0).toBe(0);
  for (const reason of reasons) {
    expect(explain(reason, explained)).toMatch(/^[A-ZÀ-Ü0-9«].*\.$/u);
  }
}

describe('whatever the price', () => {
  test('it is whole cents, never below 0, and every reason of it is a sentence', () => {
    fc.assert(
      fc.property(anyPrice, anyPresence, (price, context) => {
        checkCharge(evaluatePrice(price, context));
      }),
    );
  });

  test('asked again it is the same', () => {
    fc.assert(
      fc.property(anyPrice, anyPresence, (price, context) => {
        expect(evaluatePrice(price, context)).toEqual(evaluatePrice(price, context));
      }),
    );
  });

  test('adjustments leave it whole, and never below 0', () => {
    fc.assert(
      fc.property(anyPrice, anyAdjustments, anyPresence, (price, adjustments, context) => {
        checkCharge(priceOfPresence({ price, extras: [], adjustments }, context));
      }),
    );
  });

  test('the amounts told of adjustments add up to what they made of the price', () => {
    fc.assert(
      fc.property(anyPrice, anyAdjustments, anyPresence, (price, all, context) => {
        const adjustments = all.filter(
          ({ effect }) => !['replace', 'bandShift'].includes(effect.kind),
        );
        const before = evaluatePrice(price, context);
        const after = priceOfPresence({ price, extras: [], adjustments }, context);
        const told = after.reasons.map((reason) =>
          reason.code === 'priceAdjusted' ? reason.cents : 0,
        );
        const sum = told.reduce((total: number, each) => total + each, 0);
        expect(before.cents + sum).toBe(after.cents);
      }),
    );
  });
});

/** Changes the family of a presence, and nothing else. */
const movedFamily = fc
  .tuple(anyPresence, anyFamily)
  .map(([context, family]) => [context, { ...context, ...family }] as const);

describe('what a price is said not to depend on', () => {
  test('never changes it: the family', () => {
    fc.assert(
      fc.property(anyPrice, anyAdjustments, movedFamily, (price, adjustments, [one, other]) => {
        const pricing = { price, extras: [], adjustments };
        fc.pre(!dependenceOf(pricing, []).profile);
        expect(priceOfPresence(pricing, one)).toEqual(priceOfPresence(pricing, other));
      }),
      { numRuns: 1_000 },
    );
  });

  test('never changes it: the day', () => {
    fc.assert(
      fc.property(anyPrice, anyAdjustments, anyPresence, (price, adjustments, context) => {
        const pricing = { price, extras: [], adjustments };
        fc.pre(!dependenceOf(pricing, []).day);
        const other = { ...context, on: day('2026-12-04'), season: 'holidays' as const };
        expect(priceOfPresence(pricing, context)).toEqual(priceOfPresence(pricing, other));
      }),
      { numRuns: 1_000 },
    );
  });

  test('what it does depend on can be seen to change it', () => {
    const price: Price = {
      kind: 'by',
      what: { kind: 'flag' },
      cases: { pai: { kind: 'flat', cents: cents(100) } },
      otherwise: { kind: 'flat', cents: cents(200) },
    };
    expect(dependenceOf({ price, extras: [], adjustments: [] }, []).profile).toBe(true);
    expect(evaluatePrice(price, presence({ flags: ['pai'] }))).not.toEqual(
      evaluatePrice(price, presence()),
    );
  });
});

test('bands and rates that rise never cost less with a higher quotient', () => {
  const rising: fc.Arbitrary<Price> = fc.oneof(
    fc
      .array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 300 })), {
        minLength: 1,
        maxLength: 6,
      })
      .map((steps): Price => {
        let [from, amount] = [0, 0];
        const bands = steps.map(([width, more]) => {
          amount += more;
          const band = { from, cents: cents(amount) };
          from += width;
          return band;
        });
        return { kind: 'quotientBands', bands };
      }),
    fc
      .integer({ min: 0, max: 10_000 })
      .map((rate): Price => ({ kind: 'effortRate', percent: rate / 10_000 })),
  );
  const anyQuotient = fc.integer({ min: 0, max: 200_000 });
  fc.assert(
    fc.property(rising, anyQuotient, anyQuotient, (price, one, other) => {
      const at = (hundredths: number) =>
        evaluatePrice(price, presence({ quotient: hundredths / 100 })).cents;
      expect(at(Math.min(one, other))).toBeLessThanOrEqual(at(Math.max(one, other)));
    }),
  );
});
