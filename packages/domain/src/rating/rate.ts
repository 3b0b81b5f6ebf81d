import type { CompiledReglement } from '../reglement/compile.ts';
import type { Operation } from '../reglement/document.ts';
import type { Day } from '../time/day.ts';
import { applyAids } from './aids.ts';
import { type BatchStages, batchStagesOf } from './batch-stages.ts';
import { sinceBill } from './begun-spans.ts';
import { applyCaps } from './caps.ts';
import { chargeRecord } from './charge-record.ts';
import type { ChargedItem } from './charged-item.ts';
import type { ChargeLine } from './charge-line.ts';
import { type Entry, entriesOf } from './entries.ts';
import { type Fate, fatesOf } from './fates.ts';
import { feeLines } from './fees.ts';
import { HouseholdView } from './household-view.ts';
import { latePickupLines } from './late-pickups.ts';
import { inBillOrder } from './line-order.ts';
import { membershipLines } from './memberships.ts';
import { applyPackages } from './packages.ts';
import { periodItemsOf } from './period-items.ts';
import { PresencePrices } from './presence-prices.ts';
import { applyQuantityDiscounts } from './quantity-discounts.ts';
import type { RatingInput } from './rating-input.ts';
import type { RatingRules } from './rating-rules.ts';
import { RunningBill } from './running-bill.ts';

const apply: Readonly<Record<Operation, (bill: RunningBill) => void>> = {
  quantityDiscounts: applyQuantityDiscounts,
  packages: applyPackages,
  caps: applyCaps,
  aids: applyAids,
};

/**
 * What a household owes for a span of days: a pure function of what happened and of the règlement in
 * force on each day. The same records in any order give the same lines in the same order; their sum
 * is the bill. Records around the days charged only count: ranks of no-shows, spells, packages that
 * began before.
 *
 * @throws RangeError when a child, unit, membership or fee is unknown, or a unit has no price on its day
 */
export function rate(
  input: RatingInput,
  reglementOn: (on: Day) => CompiledReglement,
): ChargeLine[] {
  const { from, until, household } = input;
  const isCharged = ({ on }: { readonly on: Day }): boolean => from <= on && on <= until;
  const entries = entriesOf(input, reglementOn);
  const view = new HouseholdView(household, entries);
  const fates = fatesOf(entries);
  const prices = new PresencePrices(view);
  const since = firstDay(entries, from, until);
  const items = chargeRecords({ entries, fates, prices }, since, until);
  const billed = billOf(items);
  const before = since < from ? billOf(items.filter(({ on }) => on < from)) : [];
  const contextOn = (childId: string | null, on: Day) =>
    view.contextBeside(childId, on, reglementOn);
  const lines = [
    ...(since < from ? sinceBill(billed, before, from) : billed),
    ...latePickupLines(entries, view).filter(isCharged),
    ...membershipLines({
      entries: entries.filter((_entry, place) => stands(fates[place])),
      taken: input.memberships,
      reglementOn,
      contextOf: (entry) => prices.contextOf(entry),
      contextOn,
    }).filter(isCharged),
    ...feeLines(input.fees.filter(isCharged), reglementOn, contextOn),
  ];
  return inBillOrder(lines, view.children, ({ unit, on }) =>
    unit === null ? '' : (reglementOn(on).unit(unit)?.unit.startsAt ?? ''),
  );
}

type Charged = {
  readonly entries: readonly Entry[];
  readonly fates: readonly Fate[];
  readonly prices: PresencePrices;
};

function chargeRecords({ entries, fates, prices }: Charged, from: Day, until: Day): ChargedItem[] {
  const batches: BatchStages = batchStagesOf(entries);
  const items: ChargedItem[] = [];
  for (const [place, entry] of entries.entries()) {
    const fate = fates[place];
    if (fate === undefined || entry.record.on < from || entry.record.on > until) continue;
    const item = chargeRecord(entry, fate, prices, batches);
    if (item !== null) items.push(item);
  }
  return items;
}

/** Items, and prices of spans, after the operations of the règlement in its order. */
function billOf(items: readonly ChargedItem[]): ChargeLine[] {
  const bill = new RunningBill([...items.filter(isOwnLine), ...periodItemsOf(items)]);
  const rules = items.at(-1)?.entry.rating.rules;
  for (const operation of rules?.operations ?? []) apply[operation](bill);
  return bill.lines();
}

/** A presence that only the price of its span charges has no line of its own. */
function isOwnLine({ periods, cents, undetermined }: ChargedItem): boolean {
  return periods.length === 0 || cents !== 0 || undetermined;
}

/**
 * The beginning of the spans that reach into the days charged; and of those that reach into these: a
 * day of November that a week of December takes back was under the cap of November.
 */
function firstDay(entries: readonly Entry[], from: Day, until: Day): Day {
  const seen = new Set(
    entries
      .filter(({ record }) => from <= record.on && record.on <= until)
      .map(({ rating }) => rating.rules),
  );
  return beginningOf(seen, beginningOf(seen, from));
}

function beginningOf(seen: ReadonlySet<RatingRules>, on: Day): Day {
  let first = on;
  for (const rules of seen) {
    for (const per of rules.chargedSpans) {
      const span = rules.spanOf(per, on);
      if (span.from < first) first = span.from;
    }
  }
  return first;
}

/** A presence, or a booking nobody gave back. */
function stands(fate: Fate | undefined): boolean {
  return fate !== undefined && fate.kind !== 'nothing' && fate.kind !== 'cancelled';
}
