import type { Reason } from '../explain/reasons.ts';
import { type Cents, cents } from '../money/cents.ts';
import { isUndetermined } from '../prices/charge.ts';
import { evaluatePrice } from '../prices/evaluate-price.ts';
import type { Package } from '../reglement/document.ts';
import type { ChargedItem } from './charged-item.ts';
import { type ItemGroup, daysOf, groupsOf, presencesOf, unitOf } from './item-groups.ts';
import { proRated } from './pro-rata.ts';
import type { RunningBill, RunningItem } from './running-bill.ts';

/** Puts the price of each package that applies in the place of the presences of its span. */
export function applyPackages(bill: RunningBill): void {
  const candidates = groupsOf<Package>(bill.items, {
    rulesIn: ({ packages }) => packages,
    per: ({ per }) => per,
    scope: () => 'child',
    accepts: ({ item }) => item.counts,
  });
  for (const group of candidates) {
    // An earlier package may have taken some already.
    const [first, ...rest] = group.members.filter(({ isCovered }) => !isCovered);
    if (first === undefined) continue;
    for (const replaced of replacedIn({ ...group, members: [first, ...rest] })) {
      const item = packageItem(replaced);
      const isCheaper = item.undetermined || item.cents < replacedBy(replaced.members);
      if (group.rule.applies.kind === 'whenCheaper' && !isCheaper) continue;
      bill.cover(replaced.members, item);
    }
  }
}

/** What of a span the package takes the place of, each time it is charged. */
function replacedIn(group: ItemGroup<Package>): readonly ItemGroup<Package>[] {
  const { applies } = group.rule;
  if (applies.kind === 'each') return booksOf(group, applies.count);
  return isReached(group, applies) ? [group] : [];
}

/** So many presences at a time, in order of days; those left over are in none. */
function booksOf(group: ItemGroup<Package>, count: number): readonly ItemGroup<Package>[] {
  const presences = group.members.filter(({ item }) => item.kind !== 'package');
  const books: ItemGroup<Package>[] = [];
  for (let at = 0; at + count <= presences.length; at += count) {
    const [first, ...rest] = presences.slice(at, at + count);
    if (first === undefined) break;
    const span = { from: first.item.on, until: (rest.at(-1) ?? first).item.until };
    books.push({ ...group, span, members: [first, ...rest] });
  }
  return books;
}

function isReached(
  { rules, span, members }: ItemGroup<Package>,
  applies: Exclude<Package['applies'], { kind: 'each' }>,
): boolean {
  switch (applies.kind) {
    case 'always':
    case 'whenCheaper':
      return true;
    case 'fromPresence':
      return presencesOf(members) >= applies.count;
    case 'fromDistinctDay':
      return daysOf(members).size >= applies.count;
    case 'everyOpenDay': {
      const days = daysOf(members);
      const open = rules.openDays(members[0].item.entry.rating.activity, span);
      return open.length > 0 && open.every((on) => days.has(on));
    }
  }
}

/** What a package takes the place of: what lateness added stays owed beside it. */
function replacedBy(members: readonly RunningItem[]): number {
  return members.reduce((sum, { item, left }) => {
    const beside = Math.max(0, item.cents - item.ordinary);
    return sum + left - beside;
  }, 0);
}

function packageItem({ rule, rules, span, members }: ItemGroup<Package>): ChargedItem {
  const [{ item: first }] = members;
  const whole = evaluatePrice(rule.price, first.context());
  const days = daysOf(members).size;
  const { activity } = first.entry.rating;
  const owed = proRated(whole, rule.proRata, span, activity, rules, days);
  const undetermined = isUndetermined(owed.reasons);
  const amount: Cents = undetermined ? cents(0) : owed.cents;
  const reason: Reason = {
    code: 'packageApplied',
    label: rule.label,
    presences: presencesOf(members),
    cents: amount,
    insteadOf: cents(replacedBy(members)),
  };
  return {
    kind: 'package',
    entry: first.entry,
    entries: members.flatMap(({ item }) => item.entries),
    unit: unitOf(rule),
    on: span.from,
    until: span.until,
    code: rule.code,
    cents: amount,
    ordinary: amount,
    undetermined,
    reasons: undetermined ? owed.reasons : [reason, ...owed.reasons],
    counts: false,
    credited: false,
    periods: [],
    context: first.context,
  };
}
