import type { DaySession } from './occupancy.queries.ts';

type Pool = DaySession['pools'][number];

/** The places of one part of the day as they are typed. */
export type WrittenPlaces = { readonly capacity: string; readonly allowance: string };

export type PlacesRead = {
  /** Aligned with the pools; `null`: no number of places. */
  readonly pools: readonly {
    readonly part: string;
    readonly taken: number;
    readonly capacity: number | null;
    readonly allowance: number | null;
  }[];
  readonly isUnreadable: boolean;
  /** Bookings beyond the places written, in the part that has most of them. */
  readonly beyond: number;
  /** Places beyond the capacity are given for a reason. */
  readonly needsReason: boolean;
};

/** What is there before anything is typed. */
export function writtenPlaces(pools: readonly Pool[]): WrittenPlaces[] {
  return pools.map(({ capacity, allowance }) => ({
    capacity: String(capacity),
    allowance: String(allowance),
  }));
}

/** What was typed, and what follows from it. */
export function readPlaces(pools: readonly Pool[], written: readonly WrittenPlaces[]): PlacesRead {
  const read = pools.map(({ part, taken }, at) => ({
    part,
    taken,
    capacity: placesIn(written[at]?.capacity),
    allowance: placesIn(written[at]?.allowance),
  }));
  return {
    pools: read,
    isUnreadable: read.some(({ capacity, allowance }) => capacity === null || allowance === null),
    beyond: Math.max(
      0,
      ...read.map(
        ({ capacity, allowance, taken }) => taken - (capacity ?? taken) - (allowance ?? 0),
      ),
    ),
    needsReason: read.some(({ allowance }) => (allowance ?? 0) > 0),
  };
}

/** A number of places as it is typed; `null` when it is none. */
function placesIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
}
