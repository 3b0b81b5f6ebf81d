import { cents } from '../money/cents.ts';
import { bandShiftOf, priceOfPresence } from '../prices/adjust-price.ts';
import { type Charge, charge, isUndetermined } from '../prices/charge.ts';
import { chargeUnder } from '../prices/consequences.ts';
import type { PriceContext } from '../prices/price-context.ts';
import type { Consequence, Price } from '../reglement/document.ts';
import { type Entry, isThere } from './entries.ts';
import { FamilyDays } from './family-days.ts';
import type { HouseholdView } from './household-view.ts';
import type { UnitPricing, UnitRating } from './rating-rules.ts';
import { type PeriodPrice, spreadPrice } from './spread-price.ts';

/** The adjusted price of one presence, and the prices of spans it belongs to. */
export type PricedPresence = {
  readonly normal: Charge;
  readonly periods: readonly PeriodPrice[];
  readonly context: PriceContext;
};

const nothingByItself: Price = { kind: 'flat', cents: cents(0) };

/** Prices of the presences of one household; what cannot differ from day to day is computed once. */
export class PresencePrices {
  readonly view: HouseholdView;
  /** By unit and child; then by quotient, and by what was asked with the booking. */
  readonly #known = new Map<
    UnitPricing,
    Map<string, Map<number | string | null, PricedPresence>>
  >();
  readonly #booked = new WeakMap<PricedPresence, Map<number, Charge>>();
  readonly #familyDays: FamilyDays;

  constructor(view: HouseholdView) {
    this.view = view;
    this.#familyDays = new FamilyDays(view);
  }

  /** The price before what comes of how it was booked. */
  of(entry: Entry): PricedPresence {
    const pricing = entry.rating.pricingOn(entry.record.on);
    if (pricing.traits.changesByDay) return this.#price(entry, pricing);
    let ofUnit = this.#known.get(pricing);
    if (ofUnit === undefined) {
      ofUnit = new Map();
      this.#known.set(pricing, ofUnit);
    }
    const { booking, childId } = entry.record;
    let ofChild = ofUnit.get(childId);
    if (ofChild === undefined) {
      ofChild = new Map();
      ofUnit.set(childId, ofChild);
    }
    const quotient = this.view.quotientOn(entry.rating.rules, entry.record.on);
    const isPlain = booking === null || (booking.mode === null && booking.extras.length === 0);
    const key = isPlain ? quotient : `${quotient}|${booking.mode}|${booking.extras.join()}`;
    let priced = ofChild.get(key);
    if (priced === undefined) {
      priced = this.#price(entry, pricing);
      ofChild.set(key, priced);
    }
    return priced;
  }

  /** The price of a booking taken at that stage. */
  booked({ rating }: Entry, priced: PricedPresence, stage: number): Charge {
    let byStage = this.#booked.get(priced);
    if (byStage === undefined) {
      byStage = new Map();
      this.#booked.set(priced, byStage);
    }
    let booked = byStage.get(stage);
    if (booked === undefined) {
      booked = chargeUnder(bookingConsequence(rating, stage), priced.normal, priced.context);
      byStage.set(stage, booked);
    }
    return booked;
  }

  /** What may be asked about the presence, of its own day and hours. */
  contextOf(entry: Entry): PriceContext {
    const { child, rating, record } = entry;
    const { on, booking, arrival, departure } = record;
    return this.view.contextOf({
      child,
      rating,
      on,
      mode: booking?.mode ?? null,
      extras: booking?.extras ?? [],
      arrival,
      departure,
      isThere: isThere(entry),
    });
  }

  #price(entry: Entry, { pricing, traits }: UnitPricing): PricedPresence {
    const context = this.contextOf(entry);
    if (!traits.isSpread)
      return { normal: priceOfPresence(pricing, context), periods: [], context };
    const shift = bandShiftOf(pricing.adjustments, context);
    const { each, periods, familyDays } = spreadPrice(pricing.price, context, shift);
    if (each === null && familyDays.length === 0) {
      const extras = { ...pricing, price: nothingByItself, adjustments: [] };
      return { normal: withoutBase(priceOfPresence(extras, context)), periods, context };
    }
    if (familyDays.length === 0 && each !== null) {
      return { normal: priceOfPresence({ ...pricing, price: each }, context), periods, context };
    }
    const shares = familyDays.map((price) => this.#familyDays.shareOf(price, entry));
    const flat = cents(shares.reduce((sum, { cents: part }) => sum + part, 0));
    const parts = [{ label: '', price: { kind: 'flat', cents: flat } as const }];
    const price: Price =
      each === null
        ? { kind: 'flat', cents: flat }
        : { kind: 'sum', parts: [...parts, { label: '', price: each }] };
    const priced = withoutBase(priceOfPresence({ ...pricing, price }, context));
    const reasons = [...shares.flatMap((share) => share.reasons), ...priced.reasons];
    const normal = charge(isUndetermined(reasons) ? cents(0) : priced.cents, ...reasons);
    return { normal, periods, context };
  }
}

/** What the stage at which a booking was taken says; a stage past the last has what the last says. */
export function bookingConsequence({ activity }: UnitRating, stage: number): Consequence {
  const { booking } = activity;
  return booking[Math.min(stage, booking.length - 1)]?.consequence ?? { kind: 'normal' };
}

/** An amount that is explained otherwise does not say that it is a single price as well. */
function withoutBase({ cents: amount, reasons }: Charge): Charge {
  return charge(
    amount,
    ...reasons.filter(({ code }) => code !== 'flatPrice' && code !== 'summedPrice'),
  );
}
