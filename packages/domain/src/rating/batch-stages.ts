import { type Entry, isBooked } from './entries.ts';
import { bookingConsequence } from './presence-prices.ts';

/** Late orders that change the price of the child's whole month of that activity. */
export type BatchStages = {
  /** The latest such stage in the month of a booking; `null` = none. */
  stageOf(entry: Entry): number | null;
};

export function batchStagesOf(entries: readonly Entry[]): BatchStages {
  const latest = new Map<string, number>();
  for (const entry of entries) {
    const { booking } = entry.record;
    if (booking === null || !isBooked(entry)) continue;
    const consequence = bookingConsequence(entry.rating, booking.stage);
    if (!('scope' in consequence) || consequence.scope !== 'batch') continue;
    const key = batchOf(entry);
    latest.set(key, Math.max(latest.get(key) ?? 0, booking.stage));
  }
  return {
    stageOf: (entry) => (latest.size === 0 ? null : (latest.get(batchOf(entry)) ?? null)),
  };
}

function batchOf({ record, rating }: Entry): string {
  return `${record.childId}|${rating.activity.code}|${record.on.slice(0, 7)}`;
}
