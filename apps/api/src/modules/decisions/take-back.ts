import type { Instant } from '@preau/domain/time/instant';

const seconds = 1_000;
/** How long who answered may take it back: long enough to see a slip, short enough to wait for. */
const takeBackFor = 30 * seconds;

/** When an answer given now is final: its households are told from then on. */
export function finalAfter(now: Instant): Instant {
  return (now + takeBackFor) as Instant;
}
