import type { Instant } from '@preau/domain/time/instant';

const minuteMs = 60_000;
/** A règlement counts the minutes of a hold; what is due later is a date. */
const longestHoldMs = 3 * 60 * minuteMs;

/** Whether a place is kept for as long as one pays, rather than until a date. */
export const isHold = (from: Instant, until: Instant): boolean =>
  until > from && until - from <= longestHoldMs;

/** Minutes that are left, the last one begun counted; 0 once it is over. */
export const minutesLeft = (now: Instant, until: Instant): number =>
  Math.max(0, Math.ceil((until - now) / minuteMs));
