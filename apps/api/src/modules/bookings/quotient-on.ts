import type { Day } from '@preau/domain/time/day';
import type { QuotientRow } from './planning.queries.ts';

/** The family quotient in force on a day, from a dated list, oldest first; `null` = no document. */
export function quotientOn(quotients: readonly QuotientRow[], on: Day): number | null {
  let inForce: number | null = null;
  for (const { valid_from, quotient } of quotients) {
    if (valid_from > on) break;
    inForce = quotient;
  }
  return inForce;
}
