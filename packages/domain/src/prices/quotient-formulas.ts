import type { PriceBound } from '../explain/price-reasons.ts';
import { type Cents, cents, fixedPoint, roundedRatio } from '../money/cents.ts';
import type { Price } from '../reglement/vocabulary/price-rules.ts';
import { type Charge, charge, undetermined } from './charge.ts';
import { type Evaluate, because } from './evaluate.ts';
import type { PriceContext } from './price-context.ts';

type Of<Kind extends Price['kind']> = Extract<Price, { kind: Kind }>;

const MILLION = 1_000_000;

/** « 0,36 % du quotient », rounded, then held between its floor and its cap. */
export function effortPrice(
  price: Of<'effortRate'>,
  context: PriceContext,
  evaluate: Evaluate,
): Charge {
  const of = price.of ?? 'quotient';
  const base = context[of];
  if (base === null) return withoutBase(price, context, evaluate);
  // Hundredths of a euro, times parts per million of it.
  const exact = BigInt(fixedPoint(base, 2)) * BigInt(fixedPoint(price.percent, 4));
  const { cents, bound } = bounded(roundedRatio(exact, MILLION, price.rounding), price);
  return charge(cents, { code: 'effortPrice', percent: price.percent, of, base, cents, bound });
}

/** `(quotient × slope + intercept) × times`, rounded once, at the end. */
export function affinePrice(
  price: Of<'affine'>,
  context: PriceContext,
  evaluate: Evaluate,
): Charge {
  const { quotient } = context;
  if (quotient === null) return withoutBase(price, context, evaluate);
  const { slope, interceptCents, times = 1 } = price;
  const perPiece =
    BigInt(fixedPoint(quotient, 2)) * BigInt(fixedPoint(slope, 6)) +
    BigInt(fixedPoint(interceptCents, 6));
  const exact = perPiece * BigInt(fixedPoint(times, 6));
  const { cents, bound } = bounded(roundedRatio(exact, MILLION * MILLION, price.rounding), price);
  return charge(cents, {
    code: 'affinePrice',
    quotient,
    slope,
    interceptCents,
    times,
    cents,
    bound,
  });
}

/** On the straight line between the two points around the quotient; flat beyond the ends. */
export function slidingPrice(
  price: Of<'sliding'>,
  context: PriceContext,
  evaluate: Evaluate,
): Charge {
  const { quotient } = context;
  const { points } = price;
  if (quotient === null && price.without !== undefined) {
    return withoutBase({ without: price.without }, context, evaluate);
  }
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return undetermined;
  if (quotient === null) return charge(last.cents, { code: 'noQuotientPrice', cents: last.cents });

  const after = points.find((point) => quotient <= point.quotient) ?? last;
  const before = points.findLast((point) => point.quotient <= quotient) ?? first;
  const amount = between(before, after, quotient, price);
  return charge(amount, { code: 'slidingPrice', quotient, before, after, cents: amount });
}

type Point = Of<'sliding'>['points'][number];

function between(
  before: Point,
  after: Point,
  quotient: number,
  { rounding }: Of<'sliding'>,
): Cents {
  const low = fixedPoint(before.quotient, 2);
  const width = fixedPoint(after.quotient, 2) - low;
  if (width <= 0) return roundedRatio(before.cents, 1, rounding);
  const rise = BigInt(after.cents - before.cents) * BigInt(fixedPoint(quotient, 2) - low);
  return roundedRatio(BigInt(before.cents) * BigInt(width) + rise, width, rounding);
}

type Bounds = {
  readonly floorCents?: Cents | undefined;
  readonly capCents?: Cents | undefined;
};

/** Without a quotient: what is said of it, or the cap, which is the dearest there is. */
function withoutBase(
  { without, capCents }: Bounds & { readonly without?: Price | undefined },
  context: PriceContext,
  evaluate: Evaluate,
): Charge {
  if (without !== undefined) {
    const said = evaluate(without, context, 0);
    return because({ code: 'withoutQuotientPrice', cents: said.cents }, said);
  }
  return capCents === undefined
    ? undetermined
    : charge(capCents, { code: 'noQuotientPrice', cents: capCents });
}

/** The amount within its bounds, and the bound that held it. A formula is never below 0. */
export function bounded(
  amount: Cents,
  { floorCents, capCents }: Bounds,
): { readonly cents: Cents; readonly bound: PriceBound | null } {
  if (capCents !== undefined && amount > capCents) {
    return { cents: capCents, bound: { kind: 'cap', cents: capCents } };
  }
  const floor = floorCents ?? cents(0);
  if (amount >= floor) return { cents: amount, bound: null };
  return { cents: floor, bound: { kind: 'floor', cents: floor } };
}
