import type { CompiledReglement } from '../reglement/compile.ts';
import type { Day } from '../time/day.ts';
import { type UnitRating, ratingRulesOf } from './rating-rules.ts';
import type { PresenceRecord, RatedChild, RatingInput } from './rating-input.ts';

/** A record with its child and the rules of its unit on its day. */
export type Entry = {
  readonly record: PresenceRecord;
  readonly child: RatedChild;
  readonly rating: UnitRating;
};

/**
 * The records with their rules, in one order whatever order they came in: by day, hour, unit and
 * child, the eldest first. What the service cancelled itself and gives back is left out: nothing
 * happened.
 *
 * @throws RangeError when a child or a unit is unknown
 */
export function entriesOf(
  input: Pick<RatingInput, 'household' | 'records'>,
  reglementOn: (on: Day) => CompiledReglement,
): Entry[] {
  const children = inAgeOrder(input.household.children);
  const places = new Map(children.map((child, place) => [child.id, place]));
  const entries: (Entry & { readonly place: number })[] = [];
  for (const record of input.records) {
    const place = places.get(record.childId);
    const child = place === undefined ? undefined : children[place];
    if (place === undefined || child === undefined) {
      throw new RangeError(`Unknown child "${record.childId}"`);
    }
    const rating = ratingRulesOf(reglementOn(record.on)).unit(record.unit);
    const isGivenBack = record.closed && rating.rules.reglement.document.closureCredit === 'full';
    if (!isGivenBack) entries.push({ record, child, rating, place });
  }
  return entries.toSorted((one, other) => {
    if (one.record.on !== other.record.on) return one.record.on < other.record.on ? -1 : 1;
    const hours = order(one.rating.unit.startsAt, other.rating.unit.startsAt);
    if (hours !== 0) return hours;
    const units = order(one.record.unit, other.record.unit);
    if (units !== 0) return units;
    if (one.place !== other.place) return one.place - other.place;
    return order(JSON.stringify(one.record), JSON.stringify(other.record));
  });
}

/** The eldest first; those whose birth date is not known last; then by their id. */
export function inAgeOrder(children: readonly RatedChild[]): RatedChild[] {
  return children.toSorted((one, other) => {
    if (one.bornOn === other.bornOn) return order(one.id, other.id);
    if (one.bornOn === null) return 1;
    if (other.bornOn === null) return -1;
    return order(one.bornOn, other.bornOn);
  });
}

/** Booked, and not given back since. */
export function isBooked({ record }: Entry): boolean {
  return record.booking !== null && record.cancelled === null;
}

/** There; or booked, and nobody said otherwise: to be away on a day that was cancelled says nothing. */
export function isThere({ record }: Entry): boolean {
  if (record.attendance === 'present') return true;
  return (
    (record.attendance === 'unrecorded' || record.closed) &&
    record.booking !== null &&
    record.cancelled === null &&
    record.absence === null
  );
}

/** Booked and missed, or announced as missed. */
export function isMissed(entry: Entry): boolean {
  return isBooked(entry) && !isThere(entry);
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
