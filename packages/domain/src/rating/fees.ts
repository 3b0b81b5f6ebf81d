import type { Reason } from '../explain/reasons.ts';
import { cents } from '../money/cents.ts';
import { isUndetermined } from '../prices/charge.ts';
import { evaluatePrice } from '../prices/evaluate-price.ts';
import type { PriceContext } from '../prices/price-context.ts';
import type { CompiledReglement } from '../reglement/compile.ts';
import type { Day } from '../time/day.ts';
import type { ChargeLine } from './charge-line.ts';
import type { RatingInput } from './rating-input.ts';

/**
 * What is owed for something other than a presence, one line each.
 *
 * @throws RangeError when the règlement has no such fee
 */
export function feeLines(
  fees: RatingInput['fees'],
  reglementOn: (on: Day) => CompiledReglement,
  contextOn: (childId: string | null, on: Day) => PriceContext,
): ChargeLine[] {
  return fees.map(({ code, on, childId, quantity }): ChargeLine => {
    const fee = reglementOn(on).document.fees?.find((candidate) => candidate.code === code);
    if (fee === undefined) throw new RangeError(`Unknown fee "${code}"`);
    const owed = evaluatePrice(fee.price, contextOn(childId, on));
    const undetermined = isUndetermined(owed.reasons);
    const { label } = fee;
    const reason: Reason = { code: 'feeDue', label, quantity, cents: owed.cents };
    return {
      kind: 'fee',
      childId: fee.per === 'child' ? childId : null,
      unit: null,
      on,
      code,
      cents: undetermined ? cents(0) : cents(owed.cents * quantity),
      undetermined,
      reasons: undetermined ? owed.reasons : [reason, ...owed.reasons],
    };
  });
}
