import { cents, fixedPoint, timesPerMillion } from '../money/cents.ts';
import { isUndetermined } from '../prices/charge.ts';
import { evaluatePrice } from '../prices/evaluate-price.ts';
import type { QuantityDiscount } from '../reglement/document.ts';
import type { Entry } from './entries.ts';
import { type ItemGroup, daysOf, groupsOf, leftOf, presencesOf, unitOf } from './item-groups.ts';
import type { RunningBill } from './running-bill.ts';

/** Takes off what so many days, or presences, give right to. */
export function applyQuantityDiscounts(bill: RunningBill): void {
  const groups = groupsOf<QuantityDiscount>(bill.items, {
    rulesIn: ({ quantityDiscounts }) => quantityDiscounts,
    per: ({ per }) => per,
    scope: ({ scope }) => scope,
    accepts: ({ item }) => item.counts || item.kind === 'package',
  });
  for (const group of groups) {
    const { rule, members, span } = group;
    const count = rule.count === 'distinctDays' ? daysOf(members).size : presencesOf(members);
    const step = highestStep(rule, count);
    if (step === null) continue;
    const off = amountOff(step, group);
    const { label, code } = rule;
    bill.takeOff(
      {
        kind: 'quantityDiscount',
        code,
        unit: unitOf(rule),
        on: span.from,
        reasons:
          off === null
            ? [{ code: 'amountNotStated' }]
            : [{ code: 'quantityReached', label, count, counted: rule.count, from: step.from }],
        undetermined: off === null,
      },
      members,
      off ?? 0,
    );
  }
}

type Step = QuantityDiscount['steps'][number];

function highestStep({ steps }: QuantityDiscount, count: number): Step | null {
  return steps.reduce<Step | null>(
    (highest, step) =>
      step.from <= count && (highest === null || step.from > highest.from) ? step : highest,
    null,
  );
}

/** Never more than is owed; `null` where the règlement does not say. */
function amountOff(step: Step, { members }: ItemGroup<QuantityDiscount>): number | null {
  const owed = leftOf(members);
  if (step.cents !== undefined) return Math.min(step.cents, owed);
  if (step.percent !== undefined) {
    return timesPerMillion(cents(owed), fixedPoint(step.percent, 4));
  }
  if (step.price === undefined) return 0;
  let reduced = 0;
  const known = new Set<Entry>();
  for (const { item } of members) {
    const each = evaluatePrice(step.price, item.context());
    if (isUndetermined(each.reasons)) return null;
    const entries = item.entries.filter((entry) => !known.has(entry));
    for (const entry of entries) known.add(entry);
    reduced += each.cents * entries.length;
  }
  return Math.max(0, owed - reduced);
}
