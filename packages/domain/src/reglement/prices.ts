import type { Day } from '../time/day.ts';
import type { Price, UnitRules } from './document.ts';

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
