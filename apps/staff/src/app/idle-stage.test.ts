import type { Instant } from '@preau/domain/time/instant';
import { describe, expect, test } from 'vitest';
import { endAfterMs, idleStage, nextStageAt, warnAfterMs } from './idle-stage.ts';

describe('a page left alone', () => {
  test.each([
    [0, 'active'],
    [warnAfterMs - 1, 'active'],
    [warnAfterMs, 'warned'],
    [endAfterMs - 1, 'warned'],
    [endAfterMs, 'ended'],
    [8 * endAfterMs, 'ended'],
  ])('for %d ms is %s', (idleMs, stage) => {
    expect(idleStage(idleMs)).toBe(stage);
  });

  test('is warned, then asked again, at the very instants', () => {
    const answered = 1_000 as Instant;
    expect(nextStageAt(answered, 'active')).toBe(answered + warnAfterMs);
    expect(nextStageAt(answered, 'warned')).toBe(answered + endAfterMs);
    expect(nextStageAt(answered, 'ended')).toBeNull();
  });

  test('has at least three minutes to answer, even where the server counts from two minutes before', () => {
    const serverEndsAfter = endAfterMs - 2 * 60_000;
    expect(serverEndsAfter - warnAfterMs).toBeGreaterThanOrEqual(3 * 60_000);
  });
});
