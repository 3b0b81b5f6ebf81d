import type { Cents } from '../money/cents.ts';

/** Why a line of what is owed is what it is: absences, counters, packages, caps. */
export type RatingReason =
  /** The règlement, a study, does not give the amount. */
  { readonly code: 'amountNotStated' } | { readonly code: 'absenceExcused'; readonly cents: Cents };
