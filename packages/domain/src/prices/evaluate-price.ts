import { cents } from '../money/cents.ts';
import type { Price } from '../reglement/vocabulary/price-rules.ts';
import { type Charge, charge, undetermined } from './charge.ts';
import { boundedPrice, casePrice, sharePrice, summedPrice } from './combined-prices.ts';
import { because } from './evaluate.ts';
import type { PriceContext } from './price-context.ts';
import { bandsPrice } from './quotient-bands.ts';
import { affinePrice, effortPrice, slidingPrice } from './quotient-formulas.ts';
import { findNumberKey } from './selector-key.ts';
import { clockPrice, timeBlocksPrice } from './time-prices.ts';

/**
 * The amount of a price for one presence, in whole cents, with the reasons that state it. What the
 * règlement does not say is `undetermined`, never guessed.
 *
 * A price for the family or for a span is evaluated by itself here: that of one child, or of the
 * whole span. `rate` spreads them.
 *
 * @param shift bands to move by in a table of quotients (see `bandShift`)
 */
export function evaluatePrice(price: Price, context: PriceContext, shift = 0): Charge {
  switch (price.kind) {
    case 'flat':
      return charge(price.cents, { code: 'flatPrice', cents: price.cents });
    case 'quotientBands':
      return bandsPrice(price, context, shift, evaluatePrice);
    case 'effortRate':
      return effortPrice(price, context, evaluatePrice);
    case 'affine':
      return affinePrice(price, context, evaluatePrice);
    case 'sliding':
      return slidingPrice(price, context, evaluatePrice);
    case 'by':
      return casePrice(price, context, shift, evaluatePrice);
    case 'timeBlocks':
      return timeBlocksPrice(price, context, shift, evaluatePrice);
    case 'byClock':
      return clockPrice(price, context, shift, evaluatePrice);
    case 'sum':
      return summedPrice(price, context, shift, evaluatePrice);
    case 'share':
      return sharePrice(price, context, shift, evaluatePrice);
    case 'bounded':
      return boundedPrice(price, context, shift, evaluatePrice);
    case 'familyDay':
      return familyDayPrice(price.cents, 1);
    case 'perPeriod': {
      const whole = evaluatePrice(price.price, context, shift);
      return because({ code: 'periodPrice', per: price.per, cents: whole.cents }, whole);
    }
    case 'notStated':
      return undetermined;
  }
}

/** What a family pays that day for so many of its children, before it is shared over them. */
export function familyDayPrice(
  amounts: Extract<Price, { kind: 'familyDay' }>['cents'],
  children: number,
): Charge {
  const key = findNumberKey(amounts, children);
  const amount = key === null ? undefined : amounts[key];
  if (amount === undefined) return undetermined;
  return charge(cents(amount), { code: 'familyDayPrice', children, cents: amount });
}
