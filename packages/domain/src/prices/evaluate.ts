import type { Reason } from '../explain/reasons.ts';
import type { Price } from '../reglement/vocabulary/price-rules.ts';
import { type Charge, charge, isUndetermined } from './charge.ts';
import type { PriceContext } from './price-context.ts';

/** How a pattern asks for the price of what it is made of. */
export type Evaluate = (price: Price, context: PriceContext, shift: number) => Charge;

/**
 * The same amount, with the reason that names its pattern first. « Tarif unique » is left out below
 * another reason: it would say again the same amount, and less.
 */
export function because(reason: Reason, amount: Charge): Charge {
  if (isUndetermined(amount.reasons)) return amount;
  return charge(amount.cents, reason, ...detailsOf(amount));
}

/** What remains to be said of the parts of a price. */
export function detailsOf({ reasons }: Charge): readonly Reason[] {
  return reasons.filter(({ code }) => code !== 'flatPrice');
}
