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
