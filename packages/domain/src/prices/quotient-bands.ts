import { cents } from '../money/cents.ts';
import type { Cents } from '../money/cents.ts';
import type { Price, QuotientBand } from '../reglement/vocabulary/price-rules.ts';
import { type Charge, charge, undetermined } from './charge.ts';
import { type Evaluate, because } from './evaluate.ts';
import type { PriceContext } from './price-context.ts';
import { countingOf, findKey, labelOfKey } from './selector-key.ts';

type QuotientBands = Extract<Price, { kind: 'quotientBands' }>;

/**
 * The amount of the band that holds the quotient, moved by so many bands within the table. Between
 * two bands, or past a table whose last band has an end, nothing is said.
 *
 * @param shift bands to move by, negative for a cheaper one
 */
export function bandsPrice(
  price: QuotientBands,
  context: PriceContext,
  shift: number,
  evaluate: Evaluate,
): Charge {
  const { bands, without } = price;
  const { quotient } = context;
  if (quotient === null && without !== undefined) {
    const said = evaluate(without, context, shift);
    return because({ code: 'withoutQuotientPrice', cents: said.cents }, said);
  }
  const found = findBand(bands, quotient, shift);
  if (found === null) return undetermined;
  const band = bands[found.at];
  if (band === undefined) return undetermined;

  const amount = amountOf(price, band, context, evaluate);
  const known = { cents: amount.cents, from: band.from, below: belowOf(bands, found.at) };
  if (found.at !== found.own)
    return because({ code: 'shiftedBandPrice', quotient, ...known }, amount);
  if (quotient === null) return because({ code: 'noQuotientPrice', cents: amount.cents }, amount);
  return because({ code: 'quotientPrice', quotient, ...known }, amount);
}

/**
 * Where in the table the band of a quotient is (the last without one), and that it is moved to.
 *
 * @returns `null` where no band holds the quotient
 */
export function findBand(
  bands: readonly QuotientBand[],
  quotient: number | null,
  shift: number,
): { readonly own: number; readonly at: number } | null {
  const own =
    quotient === null
      ? bands.length - 1
      : bands.findIndex(({ from }, index) => {
          const below = belowOf(bands, index);
          return from <= quotient && (below === null || quotient < below);
        });
  if (own === -1) return null;
  return { own, at: Math.min(Math.max(own + shift, 0), bands.length - 1) };
}

/** The end that is said, or the beginning of the next band; the last one has none. */
function belowOf(bands: readonly QuotientBand[], index: number): number | null {
  const said = bands[index]?.below;
  return said === undefined ? (bands[index + 1]?.from ?? null) : said;
}

function amountOf(
  { by }: QuotientBands,
  band: QuotientBand,
  context: PriceContext,
  evaluate: Evaluate,
): Charge {
  if (band.price !== undefined) return evaluate(band.price, context, 0);
  if (typeof band.cents === 'number') return flat(band.cents);
  if (by === undefined || band.cents === undefined) return undetermined;
  const key = findKey(by, band.cents, context);
  const amount = key === null ? undefined : band.cents[key];
  if (key === null || amount === undefined) return undetermined;
  const label = labelOfKey(by, key, context);
  return charge(cents(amount), {
    code: 'casePrice',
    what: by.kind,
    key,
    label,
    counting: countingOf(by),
    cents: amount,
  });
}

function flat(amount: Cents): Charge {
  return charge(amount, { code: 'flatPrice', cents: amount });
}
