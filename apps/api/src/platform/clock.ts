import type { Instant } from '@preau/domain/time/instant';

/** The only place the project learns what time it is. Everything else is told. */
export type Clock = { now(): Instant };

export const systemClock: Clock = { now: () => Date.now() as Instant };

/** A clock that runs, shifted by an offset that can be changed: for demonstrations and tests. */
export type AdjustableClock = Clock & {
  setOffset(milliseconds: number): void;
};

export function createAdjustableClock(offset = 0): AdjustableClock {
  let current = offset;
  return {
    now: () => (Date.now() + current) as Instant,
    setOffset: (milliseconds) => {
      current = milliseconds;
    },
  };
}

/** A clock that stands still at `instant` until it is moved: for tests to the minute. */
export function createStoppedClock(instant: Instant): Clock & { set(instant: Instant): void } {
  let current = instant;
  return {
    now: () => current,
    set: (next) => {
      current = next;
    },
  };
}
