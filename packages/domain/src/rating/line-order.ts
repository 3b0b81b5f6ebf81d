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
  const keyed = lines.map((line) => {
    const child = line.childId === null ? -1 : (childPlaces.get(line.childId) ?? -1);
    const start = line.unit === null ? '' : startOf(line);
    const place = String(child + 1).padStart(3, '0');
    const key = [places[line.kind], line.on, start, line.unit, place, line.kind, line.code];
    return { line, key: key.join('|') };
  });
  return keyed
    .sort((one, other) =>
      one.key === other.key ? one.line.cents - other.line.cents : one.key < other.key ? -1 : 1,
    )
    .map(({ line }) => line);
}
