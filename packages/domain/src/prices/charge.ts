import type { Reason } from '../explain/reasons.ts';
import { type Cents, cents } from '../money/cents.ts';

/** An amount owed and why. */
export type Charge = { readonly cents: Cents; readonly reasons: readonly Reason[] };

export const nothing: Charge = Object.freeze({ cents: cents(0), reasons: Object.freeze([]) });

/** The règlement, a study, does not give the amount: the cents of such a charge stand for nothing. */
export const undetermined: Charge = charge(cents(0), { code: 'amountNotStated' });

/** A charge that nobody can change, since charges are remembered and shared. */
export function charge(amount: Cents, ...reasons: readonly Reason[]): Charge {
  for (const reason of reasons) Object.freeze(reason);
  return Object.freeze({ cents: amount, reasons: Object.freeze(reasons) });
}

/** Whether the reasons say that the amount is not known. */
export function isUndetermined(reasons: readonly Reason[]): boolean {
  return reasons.some(({ code }) => code === 'amountNotStated');
}
