import type { Reason } from '../explain/reasons.ts';
import { cents, fixedPoint, roundedRatio, timesPerMillion } from '../money/cents.ts';
import type { ReglementDocument, UnitRules } from '../reglement/document.ts';
import type { Adjustment, AdjustmentEffect } from '../reglement/vocabulary/period-rules.ts';
import type { Price } from '../reglement/vocabulary/price-rules.ts';
import { type Charge, charge, isUndetermined } from './charge.ts';
import { allHold } from './conditions.ts';
import { evaluatePrice } from './evaluate-price.ts';
import { detailsOf } from './evaluate.ts';
import type { PriceContext } from './price-context.ts';

/** All that makes the price of one presence of a unit, before what comes of how it was booked. */
export type PresencePricing = {
  readonly price: Price;
  readonly extras: NonNullable<UnitRules['extras']>;
  /** Those of the unit alone, in the order written. */
  readonly adjustments: readonly Adjustment[];
};

/** The pricing of a unit under one of its dated prices. */
export function pricingOf(
  document: Pick<ReglementDocument, 'adjustments'>,
  unit: Pick<UnitRules, 'code' | 'extras'>,
  price: Price,
): PresencePricing {
  const adjustments = (document.adjustments ?? []).filter(
    ({ units }) => units === undefined || units.includes(unit.code),
  );
  return { price, extras: unit.extras ?? [], adjustments };
}

/**
 * What one presence costs: its price in the band it is moved to, the extras chosen with it, then the
 * adjustments that hold, each applied to what the one before left and never below 0.
 *
 * @param days what is added by the day is added so many times: 1 but for the price of a span
 */
export function priceOfPresence(
  { price, extras, adjustments }: PresencePricing,
  context: PriceContext,
  days = 1,
): Charge {
  const holding = adjustments.filter(({ when }) => allHold(when, context));
  let shift = 0;
  const shifts: Reason[] = [];
  for (const { label, effect } of holding) {
    if (effect.kind !== 'bandShift') continue;
    shift += effect.by;
    shifts.push({ code: 'bandShifted', label, by: effect.by });
  }
  const base = evaluatePrice(price, context, shift);
  let current = shifts.length === 0 ? base : charge(base.cents, ...base.reasons, ...shifts);
  for (const extra of extras) {
    if (!context.extras.includes(extra.code)) continue;
    current = withExtra(current, extra.label, evaluatePrice(extra.price, context));
  }
  return afterAll(current, holding, context, days);
}

/** Bands by which the adjustments that hold move a price. */
export function bandShiftOf(adjustments: readonly Adjustment[], context: PriceContext): number {
  return adjustments.reduce(
    (shift, { when, effect }) =>
      effect.kind === 'bandShift' && allHold(when, context) ? shift + effect.by : shift,
    0,
  );
}

/** Whether an adjustment adds something for each day of a span. */
export function isByDay({ effect }: Adjustment): boolean {
  return effect.kind === 'add' && effect.per === 'day';
}

/** A price as adjustments that hold leave it. */
function afterAll(
  price: Charge,
  holding: readonly Adjustment[],
  context: PriceContext,
  days: number,
): Charge {
  let current = price;
  for (const { label, effect } of holding) {
    current = adjusted(current, label, effect, context, days);
  }
  return current;
}

/** A price with what the adjustments that hold add to it; see `priceOfPresence`. */
export function adjustedPrice(
  price: Charge,
  adjustments: readonly Adjustment[],
  context: PriceContext,
  days: number,
): Charge {
  const holding = adjustments.filter(({ when }) => allHold(when, context));
  return afterAll(price, holding, context, days);
}

function withExtra(current: Charge, label: string, extra: Charge): Charge {
  // Nothing is known of a sum of which a part is not.
  if (isUndetermined(current.reasons)) return current;
  if (isUndetermined(extra.reasons)) {
    return charge(cents(0), ...current.reasons, ...extra.reasons);
  }
  return charge(
    cents(current.cents + extra.cents),
    ...current.reasons,
    { code: 'extraAdded', label, cents: extra.cents },
    ...detailsOf(extra),
  );
}

function adjusted(
  current: Charge,
  label: string,
  effect: AdjustmentEffect,
  context: PriceContext,
  days: number,
): Charge {
  if (effect.kind === 'bandShift') return current;
  if (effect.kind === 'replace') return replaced(current, label, effect.price, context);
  if (isUndetermined(current.reasons)) return current;
  const after = cents(Math.max(0, amountAfter(current, effect, context, days)));
  if (after === current.cents) return current;
  return charge(after, ...current.reasons, {
    code: 'priceAdjusted',
    label,
    cents: cents(after - current.cents),
  });
}

function amountAfter(
  { cents: amount }: Charge,
  effect: Exclude<AdjustmentEffect, { kind: 'bandShift' | 'replace' }>,
  { unit }: PriceContext,
  days: number,
): number {
  switch (effect.kind) {
    case 'add':
      return amount + effect.cents * (effect.per === 'day' ? days : 1);
    case 'addByUnit':
      return amount + (effect.centsByUnit[unit] ?? 0);
    case 'percent':
      return timesPerMillion(cents(amount), 1_000_000 + fixedPoint(effect.percent, 4));
    case 'multiply':
      return roundedRatio(BigInt(amount) * BigInt(fixedPoint(effect.times, 6)), 1_000_000);
  }
}

function replaced(current: Charge, label: string, price: Price, context: PriceContext): Charge {
  const after = evaluatePrice(price, context);
  if (isUndetermined(after.reasons)) return after;
  return isUndetermined(current.reasons)
    ? after
    : charge(
        after.cents,
        { code: 'priceReplaced', label, cents: after.cents, insteadOf: current.cents },
        ...detailsOf(after),
      );
}
