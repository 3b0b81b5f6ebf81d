import type { DaySpan } from '../calendar/spans.ts';
import { cents } from '../money/cents.ts';
import {
  type PresencePricing,
  adjustedPrice,
  isByDay,
  priceOfPresence,
} from '../prices/adjust-price.ts';
import { type Charge, isUndetermined } from '../prices/charge.ts';
import type { PriceContext } from '../prices/price-context.ts';
import type { ChargedItem } from './charged-item.ts';
import { proRated } from './pro-rata.ts';
import { type PeriodPrice, spreadPrice } from './spread-price.ts';

type Period = {
  readonly price: PeriodPrice;
  readonly span: DaySpan;
  readonly items: [ChargedItem, ...ChargedItem[]];
};

/** One item for each child, unit and span that has a price of its own, beside those it is made of. */
export function periodItemsOf(items: readonly ChargedItem[]): ChargedItem[] {
  const periods = new Map<string, Period>();
  for (const item of items) {
    for (const price of item.periods) {
      const { record, rating } = item.entry;
      const { per } = price.price;
      const span = rating.rules.spanOf(per, record.on);
      const key = `${record.childId}|${record.unit}|${per}|${span.from}|${price.slot}`;
      const period = periods.get(key);
      if (period === undefined) periods.set(key, { price, span, items: [item] });
      else period.items.push(item);
    }
  }
  return [...periods.values()].map(itemOf);
}

function itemOf(period: Period): ChargedItem {
  const { span, items } = period;
  const [first] = items;
  const { record } = first.entry;
  const owed = priceOfSpan(period);
  const undetermined = isUndetermined(owed.reasons);
  const amount = undetermined ? cents(0) : owed.cents;
  return {
    kind: 'package',
    entry: first.entry,
    entries: items.map(({ entry }) => entry),
    unit: record.unit,
    on: span.from,
    until: span.until,
    code: null,
    cents: amount,
    ordinary: amount,
    undetermined,
    reasons: owed.reasons,
    counts: false,
    credited: false,
    periods: [],
    context: first.context,
  };
}

/** The price at the first presence of the span, adjusted as that of a presence would be. */
function priceOfSpan({ price: { price }, span, items }: Period): Charge {
  const [first] = items;
  const { rating, record } = first.entry;
  const { pricing } = rating.pricingOn(record.on);
  const context = first.context();
  const days = new Set(items.map(({ on }) => on)).size;
  const byDay = pricing.adjustments.filter(isByDay);
  const added = byDay.length > 0 && isChargedByDay(pricing, context) ? 0 : days;
  const { proRata } = price;
  if (proRata === undefined) {
    return priceOfPresence({ ...pricing, price, extras: [] }, context, added);
  }
  // What is added by the day is no part of a whole that is charged in part: it comes after.
  const adjustments = pricing.adjustments.filter((adjustment) => !isByDay(adjustment));
  const whole = priceOfPresence({ price, adjustments, extras: [] }, context, added);
  const part = proRated(whole, proRata, span, rating.activity, rating.rules, days);
  return adjustedPrice(part, byDay, context, added);
}

/** Whether presences cost something by themselves too: what is added by the day is added to that. */
function isChargedByDay({ price }: PresencePricing, context: PriceContext): boolean {
  const { each, familyDays } = spreadPrice(price, context);
  return each !== null || familyDays.length > 0;
}
