import { addCents, fixedPoint, roundedRatio } from '../money/cents.ts';
import type { Price } from '../reglement/vocabulary/price-rules.ts';
import { type Charge, charge, isUndetermined, undetermined } from './charge.ts';
import { type Evaluate, because, detailsOf } from './evaluate.ts';
import type { PriceContext } from './price-context.ts';
import { bounded } from './quotient-formulas.ts';
import { countingOf, findKey, labelOfKey } from './selector-key.ts';

type Of<Kind extends Price['kind']> = Extract<Price, { kind: Kind }>;

/** Prices made of other prices: by case, added up, a share of one, one within bounds. */

/** The price of the case the presence is of; without such a case, `otherwise`, or nothing is said. */
export function casePrice(
  { what, cases, otherwise }: Of<'by'>,
  context: PriceContext,
  shift: number,
  evaluate: Evaluate,
): Charge {
  const key = findKey(what, cases, context);
  const price = key === null ? otherwise : cases[key];
  if (price === undefined) return undetermined;
  const amount = evaluate(price, context, shift);
  if (what.kind === 'frequency') {
    const regular = context.presences(what.per) >= what.regularFrom;
    const { regularFrom, per } = what;
    return because(
      { code: 'frequencyPrice', regular, regularFrom, per, cents: amount.cents },
      amount,
    );
  }
  if (what.kind === 'count') {
    const { of, per } = what;
    const count = context.count(of, per);
    return because({ code: 'countPrice', count, of, per, cents: amount.cents }, amount);
  }
  // Nothing distinguishes all the rest: a price that names its own pattern says enough.
  if (key === null && detailsOf(amount).length > 0) return amount;
  return because(
    {
      code: 'casePrice',
      what: what.kind,
      key,
      label: key === null ? '' : labelOfKey(what, key, context),
      counting: countingOf(what),
      cents: amount.cents,
    },
    amount,
  );
}

/** « repas + surveillance ». Not known as soon as one of its parts is not. */
export function summedPrice(
  { parts }: Of<'sum'>,
  context: PriceContext,
  shift: number,
  evaluate: Evaluate,
): Charge {
  const charges = parts.map(({ label, price }) => ({
    label,
    amount: evaluate(price, context, shift),
  }));
  if (charges.some(({ amount }) => isUndetermined(amount.reasons))) return undetermined;
  const total = addCents(...charges.map(({ amount }) => amount.cents));
  const named = charges.map(({ label, amount }) => ({ label, cents: amount.cents }));
  return charge(
    total,
    { code: 'summedPrice', parts: named, cents: total },
    ...charges.flatMap(({ amount }) => detailsOf(amount)),
  );
}

/** « le double », « 150 % » of another price, whole before it is multiplied. */
export function sharePrice(
  { percent, of, rounding }: Of<'share'>,
  context: PriceContext,
  shift: number,
  evaluate: Evaluate,
): Charge {
  const whole = evaluate(of, context, shift);
  if (isUndetermined(whole.reasons)) return whole;
  const exact = BigInt(whole.cents) * BigInt(fixedPoint(percent, 4));
  const amount = roundedRatio(exact, 1_000_000, rounding);
  return charge(
    amount,
    { code: 'sharePrice', percent, ofCents: whole.cents, cents: amount },
    ...detailsOf(whole),
  );
}

/** Another price, never below the floor nor above the cap. */
export function boundedPrice(
  price: Of<'bounded'>,
  context: PriceContext,
  shift: number,
  evaluate: Evaluate,
): Charge {
  const whole = evaluate(price.of, context, shift);
  if (isUndetermined(whole.reasons)) return whole;
  const { cents, bound } = bounded(whole.cents, price);
  if (bound === null) return whole;
  return charge(
    cents,
    { code: 'boundedPrice', bound, insteadOf: whole.cents },
    ...detailsOf(whole),
  );
}
