import type { Instant } from '@preau/domain/time/instant';

const minuteMs = 60_000;

/**
 * The server ends a session left alone for 30 minutes (security rule 27). It counts from a use that
 * may be two minutes older than its last answer, so the warning leaves time before 28.
 */
export const warnAfterMs = 25 * minuteMs;
export const endAfterMs = 30 * minuteMs;

export type IdleStage = 'active' | 'warned' | 'ended';

/** @param idleMs milliseconds since the server last answered. */
export function idleStage(idleMs: number): IdleStage {
  if (idleMs >= endAfterMs) return 'ended';
  return idleMs >= warnAfterMs ? 'warned' : 'active';
}

/** When the next stage comes; `null` after the last one. */
export function nextStageAt(lastAnswer: Instant, stage: IdleStage): Instant | null {
  if (stage === 'ended') return null;
  return (lastAnswer + (stage === 'active' ? warnAfterMs : endAfterMs)) as Instant;
}
