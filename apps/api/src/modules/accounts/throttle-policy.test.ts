import type { Instant } from '@preau/domain/time/instant';
import { describe, expect, test } from 'vitest';
import {
  afterAttempt,
  secondsBlocked,
  type ThrottlePolicy,
  type ThrottleState,
} from './throttle-policy.ts';
import { addressSubject } from './throttle.store.ts';

const policy: ThrottlePolicy = { free: 3, firstDelay: 2, longestDelay: 10, window: 60 };
const at = (seconds: number) => (seconds * 1000) as Instant;

describe('the delay before the next attempt', () => {
  test('comes with the last free attempt, doubles, and stops growing', () => {
    const delays: number[] = [];
    let state: ThrottleState | undefined;
    for (let attempt = 0; attempt < 7; attempt += 1) {
      state = afterAttempt(state, policy, at(0));
      delays.push(secondsBlocked(state, at(0)));
    }
    expect(delays).toEqual([0, 0, 2, 4, 8, 10, 10]);
  });

  test('is told in whole seconds, never as nought while it lasts', () => {
    const blocked = { failures: 3, windowStartedAt: at(0), blockedUntil: at(2) };
    expect(secondsBlocked(blocked, 1_999 as Instant)).toBe(1);
    expect(secondsBlocked(blocked, at(2))).toBe(0);
  });

  test('is forgotten when the window is over', () => {
    const blocked = { failures: 9, windowStartedAt: at(0), blockedUntil: at(10) };
    expect(afterAttempt(blocked, policy, at(59))).toMatchObject({ failures: 10 });
    expect(afterAttempt(blocked, policy, at(60))).toEqual({
      failures: 1,
      windowStartedAt: at(60),
      blockedUntil: at(0),
    });
  });

  test('is none at first, even told by a server whose clock is a little behind', () => {
    expect(secondsBlocked(afterAttempt(undefined, policy, at(30)), at(29))).toBe(0);
  });

  test('does not lock out until a clock that was wrong catches up', () => {
    const aWeek = 7 * 86_400;
    const ahead = { failures: 9, windowStartedAt: at(aWeek), blockedUntil: at(aWeek + 10) };
    expect(secondsBlocked(ahead, at(0))).toBe(0);
    expect(afterAttempt(ahead, policy, at(0))).toMatchObject({ failures: 1 });
    const skewed = { failures: 9, windowStartedAt: at(2), blockedUntil: at(12) };
    expect(secondsBlocked(skewed, at(0))).toBe(12);
    expect(afterAttempt(skewed, policy, at(0))).toMatchObject({ failures: 10 });
  });
});

describe('an address', () => {
  test('counts with its whole /64 in IPv6, however it is written', () => {
    expect(addressSubject('2001:db8:0:1:aaaa::1')).toEqual(addressSubject('2001:db8:0:1:bbbb::2'));
    expect(addressSubject('2001:db8::1')).toEqual(addressSubject('2001:db8:0:0:ffff::1'));
    expect(addressSubject('2001:db8:0:1::1')).not.toEqual(addressSubject('2001:db8:0:2::1'));
  });

  test('counts alone in IPv4', () => {
    expect(addressSubject('192.0.2.1')).not.toEqual(addressSubject('192.0.2.2'));
  });
});
