import type { Condition } from '../reglement/vocabulary/profile-rules.ts';
import { ageOn } from '../time/age.ts';
import { weekdayOf } from '../time/day.ts';
import type { PriceContext } from './price-context.ts';

/** Whether all of it holds; a list of none always does. */
export function allHold(
  conditions: readonly Condition[] | undefined,
  context: PriceContext,
): boolean {
  return conditions === undefined || conditions.every((condition) => holds(condition, context));
}

/** Whether a condition holds. What is not known (no quotient, no birth date) meets no bound. */
export function holds(condition: Condition, context: PriceContext): boolean {
  switch (condition.kind) {
    case 'residence':
      return context.residence !== null && condition.in.includes(context.residence);
    case 'scheme':
      return context.scheme !== null && condition.in.includes(context.scheme);
    case 'flag':
      return context.flags.includes(condition.is);
    case 'noFlag':
      return !context.flags.includes(condition.is);
    case 'group':
      return context.group !== null && condition.in.includes(context.group);
    case 'mode':
      return context.mode !== null && condition.in.includes(context.mode);
    case 'extra':
      return context.extras.includes(condition.is);
    case 'quotient':
      return context.quotient !== null && isHalfOpen(context.quotient, condition);
    case 'noQuotient':
      return context.quotient === null;
    case 'age':
      return context.bornOn !== null && isHalfOpen(ageOn(context.bornOn, context.on), condition);
    case 'rank':
      return isWithin(
        context.rank(condition.counting, condition.order ?? 'oldestFirst'),
        condition,
      );
    case 'children':
      return isWithin(context.children(condition.counting), condition);
    case 'weekday':
      return condition.in.includes(weekdayOf(context.on));
  }
}

type HalfOpen = { readonly from?: number | undefined; readonly below?: number | undefined };
type Within = { readonly from?: number | undefined; readonly upTo?: number | undefined };

function isHalfOpen(value: number, { from, below }: HalfOpen): boolean {
  return (from === undefined || from <= value) && (below === undefined || value < below);
}

function isWithin(value: number, { from, upTo }: Within): boolean {
  return (from === undefined || from <= value) && (upTo === undefined || value <= upTo);
}
