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

/** Before any attempt: two servers whose clocks differ by a second agree that nobody waits. */
const notBlocked = 0 as Instant;

/** Servers agree within seconds; what is dated this far ahead comes from a clock that was wrong. */
const farthestAheadMs = 3_600_000;

/** What still counts: a clock that is put right must not lock people out until it catches up. */
function counted(state: ThrottleState | undefined, now: Instant): ThrottleState | undefined {
  return state !== undefined && state.windowStartedAt - now > farthestAheadMs ? undefined : state;
}

/** Whole seconds before the next attempt is heard; 0 when it is heard now. */
export function secondsBlocked(state: ThrottleState | undefined, now: Instant): number {
  const current = counted(state, now);
  return current ? Math.max(0, Math.ceil((current.blockedUntil - now) / 1000)) : 0;
}

/** The state after one more attempt that did not succeed (or not yet). */
export function afterAttempt(
  state: ThrottleState | undefined,
  policy: ThrottlePolicy,
  now: Instant,
): ThrottleState {
  const known = counted(state, now);
  const current = known && now - known.windowStartedAt < policy.window * 1000 ? known : undefined;
  const failures = (current?.failures ?? 0) + 1;
  const delay =
    failures < policy.free
      ? 0
      : Math.min(policy.longestDelay, policy.firstDelay * 2 ** (failures - policy.free));
  return {
    failures,
    windowStartedAt: current?.windowStartedAt ?? now,
    blockedUntil: delay === 0 ? notBlocked : ((now + delay * 1000) as Instant),
  };
}
