import type { Instant } from '@preau/domain/time/instant';
import type pg from 'pg';
import type { Clock } from '../platform/clock.ts';

/**
 * Moves the clock of a demonstration so that it shows `instant` now and runs on from there. The
 * processes that start afterwards follow it; the database refuses it outside demo and test modes.
 */
export async function pretendItIs(pool: pg.Pool, instant: Instant, clock: Clock): Promise<void> {
  await pool.query('update instance set clock_offset_ms = $1', [instant - clock.now()]);
}
