import { describe, expect, test } from 'vitest';
import { endAfterMs, idleStage, untilNextStage, warnAfterMs } from './idle-stage.ts';

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
    expect(untilNextStage(0)).toBe(warnAfterMs);
    expect(untilNextStage(warnAfterMs)).toBe(endAfterMs - warnAfterMs);
    expect(untilNextStage(endAfterMs)).toBeNull();
  });

  test('has at least three minutes to answer, even where the server counts from two minutes before', () => {
    const serverEndsAfter = endAfterMs - 2 * 60_000;
    expect(serverEndsAfter - warnAfterMs).toBeGreaterThanOrEqual(3 * 60_000);
  });
});
