import type { Occurrence, OccurrenceConsequence, PeriodUnit } from '../reglement/document.ts';
import { allHold } from '../prices/conditions.ts';
import type { PriceContext } from '../prices/price-context.ts';
import type { Day } from '../time/day.ts';
import type { UnitRating } from './rating-rules.ts';

/**
 * Counts the times something happens, each in its span: the first of its school year, the second…
 * Times have to be counted in their order.
 */
export class TimesCounted {
  readonly #counts = new Map<string, number>();

  /**
   * The rank of this time in its span, from 1.
   *
   * @param who the child, or the household
   * @param per the school year where the rule does not say
   */
  next(who: string, { rules, activity }: UnitRating, on: Day, per: PeriodUnit | undefined): number {
    const { from } = rules.spanOf(per ?? 'schoolYear', on);
    const key = `${who}|${activity.code}|${from}`;
    const nth = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, nth);
    return nth;
  }
}

/** What the highest step reached says of the nth time; `null` = no step is reached: nothing special. */
export function consequenceOf(
  { steps }: Occurrence,
  nth: number,
  context: PriceContext,
): OccurrenceConsequence | null {
  let reached: Occurrence['steps'][number] | null = null;
  for (const step of steps) {
    if (step.from > nth || !allHold(step.when, context)) continue;
    // Of two steps of one rank, the first written decides.
    if (reached === null || step.from > reached.from) reached = step;
  }
  return reached?.consequence ?? null;
}
