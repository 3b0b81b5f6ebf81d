import type { Reason } from '../explain/reasons.ts';
import type { Cents } from '../money/cents.ts';
import type { Day } from '../time/day.ts';
import type { Price, UnitRules } from './document.ts';

export type PricedUnit = { readonly cents: Cents; readonly reason: Reason };

/**
 * The normal price of a unit on a day.
 *
 * @param quotient family quotient on that day; `null` (no document) pays the last band
 * @throws RangeError when the unit has no price yet on that day, or the quotient is negative
 */
export function priceOf(
  unit: Pick<UnitRules, 'code' | 'prices'>,
  on: Day,
  quotient: number | null,
): PricedUnit {
  return priceFor(datedPriceOf(unit, on), quotient);
}

/**
 * The price in force on a day: the last one whose `validFrom` is not after it.
 *
 * @throws RangeError when there is none
 */
export function datedPriceOf(unit: Pick<UnitRules, 'code' | 'prices'>, on: Day): Price {
  const inForce = unit.prices.findLast((dated) => dated.validFrom <= on);
  if (inForce === undefined) throw new RangeError(`Unit "${unit.code}" has no price on ${on}`);
  return inForce.price;
}

/** The amount of a price for a quotient, with the reason that states it. */
export function priceFor(price: Price, quotient: number | null): PricedUnit {
  if (price.kind === 'flat') {
    return { cents: price.cents, reason: { code: 'flatPrice', cents: price.cents } };
  }
  const band =
    quotient === null
      ? price.bands.at(-1)
      : price.bands.find(
          ({ from, below }) => from <= quotient && (below === null || quotient < below),
        );
  if (band === undefined) throw new RangeError(`No band holds the quotient ${quotient}`);
  const { cents } = band;
  if (quotient === null) return { cents, reason: { code: 'noQuotientPrice', cents } };
  return {
    cents,
    reason: { code: 'quotientPrice', quotient, from: band.from, below: band.below, cents },
  };
}
