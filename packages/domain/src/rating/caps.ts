import { cents } from '../money/cents.ts';
import { isUndetermined } from '../prices/charge.ts';
import { evaluatePrice } from '../prices/evaluate-price.ts';
import type { Cap } from '../reglement/document.ts';
import { groupsOf, leftOf, unitOf } from './item-groups.ts';
import type { RunningBill } from './running-bill.ts';

/** Takes off what passes the most that units cost together in a span. */
export function applyCaps(bill: RunningBill): void {
  const groups = groupsOf<Cap>(bill.items, {
    rulesIn: ({ caps }) => caps,
    per: ({ per }) => per,
    scope: ({ scope }) => scope,
    accepts: () => true,
  });
  for (const { rule, members, span } of groups) {
    const owed = leftOf(members);
    const most = evaluatePrice(rule.price, members[0].item.context());
    const undetermined = isUndetermined(most.reasons);
    if (!undetermined && owed <= most.cents) continue;
    const { code, label } = rule;
    bill.takeOff(
      {
        kind: 'cap',
        code,
        unit: unitOf(rule),
        on: span.from,
        reasons: undetermined
          ? most.reasons
          : [{ code: 'capReached', label, cents: most.cents, insteadOf: cents(owed) }],
        undetermined,
      },
      members,
      undetermined ? 0 : owed - most.cents,
    );
  }
}
