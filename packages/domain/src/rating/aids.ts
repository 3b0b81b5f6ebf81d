import type { Reason } from '../explain/reasons.ts';
import { cents, fixedPoint, timesPerMillion } from '../money/cents.ts';
import type { Aid } from '../reglement/document.ts';
import type { Entry } from './entries.ts';
import { groupsOf, unitOf } from './item-groups.ts';
import type { RunningBill, RunningItem } from './running-bill.ts';

/** What third parties pay: of presences that took place, not of what absence or lateness costs. */
export function applyAids(bill: RunningBill): void {
  const groups = groupsOf<Aid>(bill.items, {
    rulesIn: ({ aids }) => aids,
    per: ({ ceiling }) => ceiling?.per ?? 'month',
    scope: () => 'child',
    isByFirstDay: true,
    accepts: ({ item }) =>
      item.kind === 'presence' || item.kind === 'unbooked' || item.kind === 'package',
  });
  for (const { rule, members, span } of groups) {
    const { code, label, payer, ceiling } = rule;
    const parts: number[] = [];
    let whole = 0;
    let paid = 0;
    const unspent = new Map<Entry, number>();
    for (const running of members) {
      const aid = aidFor(rule, running, unspent);
      const within = ceiling === undefined ? aid : Math.min(aid, ceiling.cents - paid);
      parts.push(within);
      whole += aid;
      paid += within;
    }
    const reasons: Reason[] = [{ code: 'aidPaid', label, payer, cents: cents(paid) }];
    if (ceiling !== undefined && paid < whole) {
      reasons.push({ code: 'aidCeiling', cents: ceiling.cents, insteadOf: cents(whole) });
    }
    bill.takeOffEach(
      { kind: 'aid', code, unit: unitOf(rule), on: span.from, reasons },
      members,
      parts,
    );
  }
}

/**
 * Never more than is still owed.
 *
 * @param unspent what is left of the aid of a presence that is charged in several lines
 */
function aidFor(
  { cents: each, percent }: Aid,
  { item, left }: RunningItem,
  unspent: Map<Entry, number>,
): number {
  if (each === undefined) {
    return Math.min(timesPerMillion(cents(left), fixedPoint(percent ?? 0, 4)), left);
  }
  let aid = 0;
  for (const entry of item.entries) {
    const ofEntry = unspent.get(entry) ?? each;
    const part = Math.min(ofEntry, left - aid);
    unspent.set(entry, ofEntry - part);
    aid += part;
  }
  return aid;
}
