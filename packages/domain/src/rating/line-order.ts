import type { ChargeLine, ChargeLineKind } from './charge-line.ts';
import type { RatedChild } from './rating-input.ts';

/** What happened day by day first; then what is charged, or taken off, by the span. */
const places: Readonly<Record<ChargeLineKind, number>> = {
  presence: 0,
  unbooked: 0,
  noShow: 0,
  lateCancellation: 0,
  latePickup: 0,
  package: 1,
  quantityDiscount: 2,
  cap: 3,
  aid: 4,
  credit: 5,
  membership: 6,
  fee: 7,
};

/**
 * The lines in the one order of a bill: those of days by day, hour and child, the eldest first;
 * packages, discounts, caps, aids, credits, memberships and fees after them, each by day.
 *
 * @param children the eldest first
 * @param startOf when a unit starts, for its place in the day
 */
export function inBillOrder(
  lines: readonly ChargeLine[],
  children: readonly RatedChild[],
  startOf: (line: ChargeLine) => string,
): ChargeLine[] {
  const childPlaces = new Map(children.map(({ id }, place) => [id, place]));
  const childPlace = ({ childId }: ChargeLine): number =>
    childId === null ? -1 : (childPlaces.get(childId) ?? -1);
  return lines.toSorted(
    (one, other) =>
      places[one.kind] - places[other.kind] ||
      order(one.on, other.on) ||
      (one.unit === other.unit ? 0 : order(startOf(one), startOf(other))) ||
      order(one.unit, other.unit) ||
      childPlace(one) - childPlace(other) ||
      order(one.kind, other.kind) ||
      order(one.code, other.code) ||
      one.cents - other.cents,
  );
}

/** What is about nothing in particular comes first. */
function order(one: string | null, other: string | null): number {
  if (one === other) return 0;
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
