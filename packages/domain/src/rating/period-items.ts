import type { DaySpan } from '../calendar/spans.ts';
import { cents } from '../money/cents.ts';
import { priceOfPresence } from '../prices/adjust-price.ts';
import { isUndetermined } from '../prices/charge.ts';
import type { ChargedItem } from './charged-item.ts';
import { proRated } from './pro-rata.ts';
import type { PeriodPrice } from './spread-price.ts';

type Period = {
  readonly price: PeriodPrice;
  readonly span: DaySpan;
  readonly items: [ChargedItem, ...ChargedItem[]];
};

const keys = new WeakMap<PeriodPrice, string>();

/** One item for each child, unit and span that has a price of its own, beside those it is made of. */
export function periodItemsOf(items: readonly ChargedItem[]): ChargedItem[] {
  const periods = new Map<string, Period>();
  for (const item of items) {
    for (const price of item.periods) {
      const { record, rating } = item.entry;
      const span = rating.rules.spanOf(price.per, record.on);
      const key = `${record.childId}|${record.unit}|${span.from}|${keyOf(price)}`;
      const period = periods.get(key);
      if (period === undefined) periods.set(key, { price, span, items: [item] });
      else period.items.push(item);
    }
  }
  return [...periods.values()].map(itemOf);
}

/** The price at the first presence of the span, adjusted as that of a presence would be. */
function itemOf({ price, span, items }: Period): ChargedItem {
  const [first] = items;
  const { rating, record } = first.entry;
  const { pricing } = rating.pricingOn(record.on);
  const whole = priceOfPresence({ ...pricing, price, extras: [] }, first.context());
  const days = new Set(items.map(({ on }) => on)).size;
  const owed = proRated(whole, price.proRata, span, rating.activity, rating.rules, days);
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

function keyOf(price: PeriodPrice): string {
  let key = keys.get(price);
  if (key === undefined) {
    key = JSON.stringify(price);
    keys.set(price, key);
  }
  return key;
}
