import type { Instant } from '@preau/domain/time/instant';

/** How attempts at something guessable are slowed down. Times in seconds. */
export type ThrottlePolicy = {
  /** Attempts without any delay. */
  readonly free: number;
  readonly firstDelay: number;
  /** Delays double up to here: never a permanent lock, or anybody could lock anybody out. */
  readonly longestDelay: number;
  /** Attempts are forgotten this long after the first. */
  readonly window: number;
};

export type ThrottleState = {
  readonly failures: number;
  readonly windowStartedAt: Instant;
  readonly blockedUntil: Instant;
};

/** Whole seconds before the next attempt is heard; 0 when it is heard now. */
export function secondsBlocked(state: ThrottleState | undefined, now: Instant): number {
  return state === undefined ? 0 : Math.max(0, Math.ceil((state.blockedUntil - now) / 1000));
}

/** The state after one more attempt that did not succeed (or not yet). */
export function afterAttempt(
  state: ThrottleState | undefined,
  policy: ThrottlePolicy,
  now: Instant,
): ThrottleState {
  const current =
    state !== undefined && now - state.windowStartedAt < policy.window * 1000 ? state : undefined;
  const failures = (current?.failures ?? 0) + 1;
  const delay =
    failures < policy.free
      ? 0
      : Math.min(policy.longestDelay, policy.firstDelay * 2 ** (failures - policy.free));
  return {
    failures,
    windowStartedAt: current?.windowStartedAt ?? now,
    blockedUntil: (now + delay * 1000) as Instant,
  };
}
