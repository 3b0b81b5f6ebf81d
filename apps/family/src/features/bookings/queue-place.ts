import { fromIso, type Instant } from '@preau/domain/time/instant';
import type { PlanningRow } from './bookings.queries.ts';

/** What a day waits for: its rank in a list, and until when. */
export type QueuePlace = {
  readonly bookingId: string;
  /** From 1, in a waiting list. */
  readonly rank: number | null;
  /** End of the list, of the offer, of the time to pay; start of the day for a request. */
  readonly until: Instant;
  /** By when the service answers a request. */
  readonly answerDueAt: Instant | null;
};

/** What the cell at an index of a row waits for; `null` where it waits for nothing. */
export function queueAt(row: PlanningRow, at: number): QueuePlace | null {
  const queue = row.queue.find(({ index }) => index === at);
  if (!queue) return null;
  const { bookingId, rank, until, answerDueAt } = queue;
  return {
    bookingId,
    rank,
    until: fromIso(until),
    answerDueAt: answerDueAt === null ? null : fromIso(answerDueAt),
  };
}
