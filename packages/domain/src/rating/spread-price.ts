import { findKey } from '../prices/selector-key.ts';
import type { PriceContext } from '../prices/price-context.ts';
import type { Price } from '../reglement/document.ts';

export type PeriodPrice = Extract<Price, { kind: 'perPeriod' }>;
export type FamilyDayPrice = Extract<Price, { kind: 'familyDay' }>;

/** A price taken apart: what each presence costs by itself, and what is one price for several. */
export type SpreadPrice = {
  /** `null` = nothing by itself. */
  readonly each: Price | null;
  readonly periods: readonly PeriodPrice[];
  readonly familyDays: readonly FamilyDayPrice[];
};

/** Takes apart the price of one presence, in the case that it is of. */
export function spreadPrice(price: Price, context: PriceContext): SpreadPrice {
  const periods: PeriodPrice[] = [];
  const familyDays: FamilyDayPrice[] = [];
  const each = takeOut(price, context, (node, wrap) => {
    if (node.kind === 'familyDay') familyDays.push(node);
    // The same object as long as nothing is around it: prices of one span are known by it.
    else periods.push(wrap === asItIs ? node : { ...node, price: wrap(node.price) });
  });
  return { each, periods, familyDays };
}

type Take = (node: PeriodPrice | FamilyDayPrice, wrap: (price: Price) => Price) => void;

const asItIs = (price: Price): Price => price;

function takeOut(
  price: Price,
  context: PriceContext,
  take: Take,
  wrap: (price: Price) => Price = asItIs,
): Price | null {
  switch (price.kind) {
    case 'perPeriod':
    case 'familyDay':
      take(price, wrap);
      return null;
    case 'by': {
      const key = findKey(price.what, price.cases, context);
      const chosen = key === null ? price.otherwise : price.cases[key];
      const left = chosen === undefined ? price : takeOut(chosen, context, take, wrap);
      // A case that is not spread keeps what tells its case.
      return left === chosen ? price : left;
    }
    case 'sum': {
      const parts = price.parts.flatMap((part) => {
        const left = takeOut(part.price, context, take, wrap);
        return left === null ? [] : [{ ...part, price: left }];
      });
      return parts.length === 0 ? null : { ...price, parts };
    }
    case 'share':
    case 'bounded': {
      const around = (inner: Price): Price => wrap({ ...price, of: inner });
      const left = takeOut(price.of, context, take, around);
      return left === null ? null : { ...price, of: left };
    }
    case 'quotientBands': {
      const chosen = bandPrice(price, context);
      const left = chosen === undefined ? price : takeOut(chosen, context, take, wrap);
      return left === chosen ? price : left;
    }
    default:
      return price;
  }
}

/** The price of the band, where the table has prices rather than amounts. */
function bandPrice(
  { bands, without }: Extract<Price, { kind: 'quotientBands' }>,
  { quotient }: PriceContext,
): Price | undefined {
  if (quotient === null) return without ?? bands.at(-1)?.price;
  return bands.find(({ from, below }, place) => {
    const end = below === undefined ? (bands[place + 1]?.from ?? null) : below;
    return from <= quotient && (end === null || quotient < end);
  })?.price;
}
