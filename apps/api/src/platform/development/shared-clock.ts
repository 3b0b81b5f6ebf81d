import type { Instant } from '@preau/domain/time/instant';
import type pg from 'pg';
import { type Clock, createAdjustableClock } from '../clock.ts';

/** A clock that all processes of a demonstration share, and that can be moved. */
export type SharedClock = Clock & {
  /** By how much it is ahead of the real one, in milliseconds. */
  offset(): number;
  /** Moves it for every process. */
  move(offsetMs: number): Promise<void>;
  /** Moves it so that it now shows `instant`. */
  moveTo(instant: Instant): Promise<void>;
  /** Calls `act` whenever another process has moved it. */
  whenMoved(act: () => void): void;
  /** Stops following what other processes do with it. */
  stop(): void;
};

/** How late another process may learn that the clock moved, in milliseconds. */
const followEveryMs = 1_000;

/**
 * The clock of demo and test modes: its offset lives in the database, which refuses any but 0 in
 * production.
 * @param offsetMs what the database said at the start.
 */
export function createSharedClock(pool: pg.Pool, offsetMs: number): SharedClock {
  const clock = createAdjustableClock(offsetMs);
  let offset = offsetMs;
  const listeners: (() => void)[] = [];
  const apply = (next: number) => {
    offset = next;
    clock.setOffset(next);
  };
  const move = async (next: number) => {
    await pool.query('update instance set clock_offset_ms = $1', [next]);
    apply(next);
  };
  const follow = async () => {
    const { rows } = await pool.query<{ offset: number }>(
      'select clock_offset_ms as offset from instance',
    );
    if (!rows[0] || rows[0].offset === offset) return;
    apply(rows[0].offset);
    for (const act of listeners) act();
  };
  // A database that restarts is asked again a second later.
  const timer = setInterval(() => void follow().catch(() => undefined), followEveryMs);
  timer.unref();
  return {
    now: () => clock.now(),
    offset: () => offset,
    move,
    whenMoved: (act) => void listeners.push(act),
    moveTo: (instant) => move(offset + (instant - clock.now())),
    stop: () => clearInterval(timer),
  };
}
