import { type DaySpan, openDaysOf, spanOf } from '../calendar/spans.ts';
import { boundedMemo } from '../memo/bounded-memo.ts';
import { type PresencePricing, pricingOf } from '../prices/adjust-price.ts';
import type { CompiledReglement } from '../reglement/compile.ts';
import type {
  ActivityRules,
  Operation,
  PeriodUnit,
  Price,
  ReglementDocument,
  UnitRules,
} from '../reglement/document.ts';
import { datedPriceOf } from '../reglement/prices.ts';
import type { Day } from '../time/day.ts';
import { type PriceTraits, traitsOf } from './price-traits.ts';

/** One dated price of a unit. The object stands for its règlement, unit and price. */
export type UnitPricing = { readonly pricing: PresencePricing; readonly traits: PriceTraits };

/** One unit, ready to be charged. The object stands for its règlement and its code. */
export type UnitRating = {
  readonly rules: RatingRules;
  readonly activity: ActivityRules;
  readonly unit: UnitRules;
  /** @throws RangeError when the unit has no price on that day */
  pricingOn(on: Day): UnitPricing;
};

/** What rating needs of a règlement and of nothing else, computed once for each. */
export type RatingRules = {
  readonly reglement: CompiledReglement;
  readonly operations: readonly Operation[];
  /** Spans longer than a day in which something is charged, or taken off, as a whole. */
  readonly chargedSpans: readonly PeriodUnit[];
  /** @throws RangeError for a code the règlement has not */
  unit(code: string): UnitRating;
  spanOf(per: PeriodUnit, on: Day): DaySpan;
  /** Days on which the activity runs in a span. */
  openDays(activity: ActivityRules, span: DaySpan): readonly Day[];
};

const DAYS_REMEMBERED = 5_000;
const usualOperations: readonly Operation[] = ['quantityDiscounts', 'packages', 'caps', 'aids'];
const remembered = new WeakMap<CompiledReglement, RatingRules>();

/** The rules of a règlement as rating uses them; the same object for the same règlement. */
export function ratingRulesOf(reglement: CompiledReglement): RatingRules {
  const known = remembered.get(reglement);
  if (known !== undefined) return known;
  const rules = compileRating(reglement);
  remembered.set(reglement, rules);
  return rules;
}

function compileRating(reglement: CompiledReglement): RatingRules {
  const { document, calendar } = reglement;
  const units = new Map<string, UnitRating>();
  const spans = new Map<PeriodUnit, (on: Day) => DaySpan>();
  const openDays = new Map<ActivityRules, (first: Day, last: Day) => readonly Day[]>();
  const rules: RatingRules = {
    reglement,
    operations: document.operations ?? usualOperations,
    chargedSpans: chargedSpansOf(document),
    unit: (code) => {
      const unit = units.get(code);
      if (unit === undefined) throw new RangeError(`Unknown unit "${code}"`);
      return unit;
    },
    spanOf: (per, on) => {
      let memo = spans.get(per);
      if (memo === undefined) {
        memo = boundedMemo(DAYS_REMEMBERED, (day: Day) => spanOf(per, day, calendar));
        spans.set(per, memo);
      }
      return memo(on);
    },
    openDays: (activity, { from, until }) => {
      let memo = openDays.get(activity);
      if (memo === undefined) {
        memo = rememberedBySpan((first, last) =>
          openDaysOf(activity.kind, { from: first, until: last }, calendar, activity.code),
        );
        openDays.set(activity, memo);
      }
      return memo(from, until);
    },
  };
  for (const activity of document.activities) {
    for (const unit of activity.units) {
      units.set(unit.code, compileUnit(rules, activity, unit));
    }
  }
  return rules;
}

function compileUnit(rules: RatingRules, activity: ActivityRules, unit: UnitRules): UnitRating {
  const { document } = rules.reglement;
  const byPrice = new Map<Price, UnitPricing>();
  for (const { price } of unit.prices) {
    byPrice.set(price, {
      pricing: pricingOf(document, unit, price),
      traits: traitsOf(price, unit, activity, document),
    });
  }
  const pricingOn = boundedMemo(DAYS_REMEMBERED, (on: Day): UnitPricing => {
    const pricing = byPrice.get(datedPriceOf(unit, on));
    if (pricing === undefined) throw new RangeError(`Unit "${unit.code}" has no price on ${on}`);
    return pricing;
  });
  return { rules, activity, unit, pricingOn };
}

function rememberedBySpan(
  compute: (first: Day, last: Day) => readonly Day[],
): (first: Day, last: Day) => readonly Day[] {
  const known = new Map<Day, (last: Day) => readonly Day[]>();
  return (first, last) => {
    let bySpan = known.get(first);
    if (bySpan === undefined) {
      if (known.size >= DAYS_REMEMBERED) known.clear();
      bySpan = boundedMemo(DAYS_REMEMBERED, (until: Day) => compute(first, until));
      known.set(first, bySpan);
    }
    return bySpan(last);
  };
}

function chargedSpansOf(document: ReglementDocument): PeriodUnit[] {
  const spans = new Set<PeriodUnit>([
    ...(document.quantityDiscounts ?? []).map(({ per }) => per),
    ...(document.packages ?? []).map(({ per }) => per),
    ...(document.caps ?? []).map(({ per }) => per),
    ...(document.aids ?? []).flatMap(({ ceiling }) => ceiling?.per ?? []),
    ...document.activities.flatMap((activity) =>
      activity.units.flatMap((unit) =>
        unit.prices.flatMap(({ price }) => traitsOf(price, unit, activity, document).periods),
      ),
    ),
  ]);
  spans.delete('day');
  return [...spans];
}
