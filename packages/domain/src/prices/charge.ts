import type { Reason } from '../explain/reasons.ts';
import { type Cents, cents } from '../money/cents.ts';

/** An amount owed and why. */
export type Charge = { readonly cents: Cents; readonly reasons: readonly Reason[] };

export const nothing: Charge = frozen(charge(cents(0)));

/** The règlement, a study, does not give the amount: the cents of such a charge stand for nothing. */
export const undetermined: Charge = frozen(charge(cents(0), { code: 'amountNotStated' }));

export function charge(amount: Cents, ...reasons: readonly Reason[]): Charge {
  return { cents: amount, reasons };
}

/** The same, that nobody can change any more: for a charge that is remembered and shared. */
export function frozen(shared: Charge): Charge {
  for (const reason of shared.reasons) Object.freeze(reason);
  Object.freeze(shared.reasons);
  return Object.freeze(shared);
}

/** Whether the reasons say that the amount is not known. */
export function isUndetermined(reasons: readonly Reason[]): boolean {
  return reasons.some(({ code }) => code === 'amountNotStated');
}
