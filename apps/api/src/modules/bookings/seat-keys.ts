import type { Day } from '@preau/domain/time/day';
import type { SeatShift } from '../activities/activities.public.ts';
import type { PlacesRow } from './line-facts.ts';

/** Every pool of one room and age group on one day: what commands of the waiting list lock. */
export type Room = {
  readonly facility_id: string;
  readonly age_group: string;
  readonly held_on: Day;
};

/** What names a seat pool beside its organisation: room, age group, day and part of the day. */
export type SeatKey = {
  readonly facility_id: string;
  readonly age_group: string;
  readonly held_on: string;
  readonly part: string;
};

/** Free places and capacity of each pool, while a cart is decided line by line. */
export type SeatCount = { free: number; readonly capacity: number };

export function seatKey(facilityId: string, ageGroup: string, on: string, part: string): string {
  return `${facilityId}/${ageGroup}/${on}/${part}`;
}

const unknownPool: SeatCount = { free: 0, capacity: 0 };

/**
 * The tightest pool of a unit decides. A pool that is not known has no place: sessions and pools
 * are made together, so its absence must never book anyone.
 */
export function tightest(pools: readonly (SeatCount | undefined)[]): SeatCount {
  let least: SeatCount | undefined;
  for (const pool of pools) {
    const count = pool ?? unknownPool;
    if (!least || count.free < least.free) least = count;
  }
  return least ?? unknownPool;
}

export function roomKey({ facility_id, age_group, held_on }: Room): string {
  return `${facility_id}/${age_group}/${held_on}`;
}

/** The rooms some pools or bookings are in, each once. */
export function roomsOf(rows: readonly Room[]): Room[] {
  return [...new Map(rows.map((row) => [roomKey(row), row])).values()];
}

/** Rooms as parallel arrays, for a statement that unnests them. */
export function namesOf(rooms: readonly Room[]): readonly (readonly string[])[] {
  return [
    rooms.map(({ facility_id }) => facility_id),
    rooms.map(({ age_group }) => age_group),
    rooms.map(({ held_on }) => held_on),
  ];
}

/** Pools by their key, to count down while lines are decided one by one. */
export function countsOf(places: readonly PlacesRow[]): Map<string, SeatCount> {
  return new Map(
    places.map(({ facility_id, age_group, held_on, part, free, capacity }) => [
      seatKey(facility_id, age_group, held_on, part),
      { free, capacity },
    ]),
  );
}

/** Adds `delta` places in each part of a room, counting with what is there already. */
export function addShift(
  shifts: Map<string, SeatShift>,
  room: Room,
  parts: readonly string[],
  delta: number,
): void {
  const { facility_id: facilityId, age_group: ageGroup, held_on: heldOn } = room;
  for (const part of parts) {
    const key = seatKey(facilityId, ageGroup, heldOn, part);
    const sum = (shifts.get(key)?.delta ?? 0) + delta;
    shifts.set(key, { facilityId, ageGroup, heldOn, part, delta: sum });
  }
}
