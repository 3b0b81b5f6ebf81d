import type { Reason } from '../explain/reasons.ts';
import type { Cents } from '../money/cents.ts';
import type { Day } from '../time/day.ts';

export type ChargeLineKind =
  | 'presence'
  | 'unbooked'
  | 'noShow'
  | 'lateCancellation'
  | 'latePickup'
  | 'quantityDiscount'
  | 'package'
  | 'cap'
  | 'aid'
  | 'membership'
  | 'fee'
  /** What is owed for a day and given back on later ones. */
  | 'credit';

/** One thing a household owes, or is given back (negative), and why. */
export type ChargeLine = {
  readonly kind: ChargeLineKind;
  /** `null` = the household as a whole, which only memberships and fees concern. */
  readonly childId: string | null;
  /** `null` where it is not about one unit. */
  readonly unit: string | null;
  /** Day of the session; first day of the span for what concerns a span. */
  readonly on: Day;
  /** Of the package, cap, discount, aid, membership or fee; `null` otherwise. */
  readonly code: string | null;
  readonly cents: Cents;
  /** The règlement, a study, does not say the amount: `cents` is 0 and stands for nothing. */
  readonly undetermined: boolean;
  readonly reasons: readonly Reason[];
};
