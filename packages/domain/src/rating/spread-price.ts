import { findBand } from '../prices/quotient-bands.ts';
import { findKey } from '../prices/selector-key.ts';
import type { PriceContext } from '../prices/price-context.ts';
import type { Price, Selector } from '../reglement/document.ts';

type PerPeriod = Extract<Price, { kind: 'perPeriod' }>;
export type FamilyDayPrice = Extract<Price, { kind: 'familyDay' }>;

/**
 * One price for a span. `slot` is its place in the price of the unit: the same one for whoever the
 * family is, so that a span is paid once where its quotient, or the tariff, changes on the way.
 */
export type PeriodPrice = { readonly price: PerPeriod; readonly slot: string };

/** A price taken apart: what each presence costs by itself, and what is one price for several. */
export type SpreadPrice = {
  /** `null` = nothing by itself. */
  readonly each: Price | null;
  readonly periods: readonly PeriodPrice[];
  readonly familyDays: readonly FamilyDayPrice[];
};

/**
 * Takes apart the price of one presence, in the case that it is of.
 *
 * @param shift bands to move by in a table of quotients (see `bandShift`)
 */
export function spreadPrice(price: Price, context: PriceContext, shift = 0): SpreadPrice {
  const periods: PeriodPrice[] = [];
  const familyDays: FamilyDayPrice[] = [];
  const take: Take = (node, { wrap, slot }) => {
    if (node.kind === 'familyDay') familyDays.push(node);
    else periods.push({ price: { ...node, price: wrap(node.price) }, slot });
  };
  const each = takeOut(price, { context, shift, take }, { wrap: (inner) => inner, slot: '' });
  return { each, periods, familyDays };
}

/** What is around a part of a price, and where it is. */
type Place = { readonly wrap: (price: Price) => Price; readonly slot: string };
type Take = (node: PerPeriod | FamilyDayPrice, place: Place) => void;
type Asking = { readonly context: PriceContext; readonly shift: number; readonly take: Take };

/** What a presence is, rather than whose it is: two prices of one span are both owed. */
const ofPresence: ReadonlySet<Selector['kind']> = new Set(['mode', 'weekday', 'season']);

function takeOut(price: Price, asking: Asking, place: Place): Price | null {
  switch (price.kind) {
    case 'perPeriod':
    case 'familyDay':
      asking.take(price, place);
      return null;
    case 'by': {
      const { what, cases } = price;
      const key = findKey(what, cases, asking.context);
      const chosen = key === null ? price.otherwise : cases[key];
      const slot = ofPresence.has(what.kind) ? `${place.slot}:${key}` : place.slot;
      const left = chosen === undefined ? price : takeOut(chosen, asking, { ...place, slot });
      // A case that is not spread keeps what tells its case.
      return left === chosen ? price : left;
    }
    case 'sum': {
      const parts = price.parts.flatMap((part, at) => {
        const left = takeOut(part.price, asking, { ...place, slot: `${place.slot}.${at}` });
        return left === null ? [] : [{ ...part, price: left }];
      });
      return parts.length === 0 ? null : { ...price, parts };
    }
    case 'share':
    case 'bounded': {
      const wrap = (inner: Price): Price => place.wrap({ ...price, of: inner });
      const left = takeOut(price.of, asking, { ...place, wrap });
      return left === null ? null : { ...price, of: left };
    }
    case 'quotientBands': {
      const chosen = bandPrice(price, asking);
      const left = chosen === undefined ? price : takeOut(chosen, asking, place);
      return left === chosen ? price : left;
    }
    default:
      return price;
  }
}

/** The price of the band, where the table has prices rather than amounts. */
function bandPrice(
  { bands, without }: Extract<Price, { kind: 'quotientBands' }>,
  { context: { quotient }, shift }: Asking,
): Price | undefined {
  if (quotient === null && without !== undefined) return without;
  const at = findBand(bands, quotient, shift)?.at;
  return at === undefined ? undefined : bands[at]?.price;
}
