import type { DaySpan } from '../calendar/spans.ts';
import { runsOn } from '../calendar/plan-sessions.ts';
import { roundedRatio } from '../money/cents.ts';
import { type Charge, charge, isUndetermined } from '../prices/charge.ts';
import type { ActivityRules, ProRata } from '../reglement/document.ts';
import { eachDay, weekdayOf } from '../time/day.ts';
import type { RatingRules } from './rating-rules.ts';

/**
 * The part of the price of a span that its days are worth, rounded half up; never more than the
 * whole. Out of how many is the règlement's, or what the calendar would give without closures.
 *
 * @param bookedDays different days of the span that are charged
 */
export function proRated(
  whole: Charge,
  proRata: ProRata | undefined,
  span: DaySpan,
  activity: ActivityRules,
  rules: RatingRules,
  bookedDays: number,
): Charge {
  if (proRata === undefined || isUndetermined(whole.reasons)) return whole;
  const open = rules.openDays(activity, span).length;
  const isOpen = proRata.count === 'openDays';
  const outOf = proRata.outOf ?? (isOpen ? ordinaryDays(activity, span, rules) : open);
  const days = Math.min(isOpen ? open : bookedDays, outOf);
  if (days === outOf) return whole;
  const part = roundedRatio(whole.cents * days, outOf);
  return charge(part, ...whole.reasons, {
    code: 'proRata',
    count: proRata.count,
    days,
    outOf,
    cents: part,
    insteadOf: whole.cents,
  });
}

/** Days the activity would run if nothing were closed. */
function ordinaryDays(
  { kind }: ActivityRules,
  { from, until }: DaySpan,
  rules: RatingRules,
): number {
  const { calendar } = rules.reglement;
  return eachDay(from, until).filter((on) => runsOn[kind](calendar.dayKind(on).kind, weekdayOf(on)))
    .length;
}
