import { describe, expect, test } from 'vitest';
import { failureOf, isSignedOut, problemCodeOf, shouldRetry } from './failure.ts';

const problem = (status: number, code: string) => ({
  type: `/problems/${code}`,
  title: code,
  status,
  code,
  requestId: 'r-1',
});

describe('what a failed call tells', () => {
  test('a problem document is a problem', () => {
    expect(failureOf(problem(409, 'cart-changed')).kind).toBe('problem');
    expect(problemCodeOf(problem(409, 'cart-changed'))).toBe('cart-changed');
  });

  test('no answer, or none in time, is being offline', () => {
    expect(failureOf(new TypeError('Failed to fetch')).kind).toBe('offline');
    expect(failureOf(new DOMException('late', 'TimeoutError')).kind).toBe('offline');
  });

  test.each(['<html>', null, {}, new DOMException('left', 'AbortError')])(
    'anything else is unreadable: %s',
    (thrown) => {
      expect(failureOf(thrown).kind).toBe('unreadable');
    },
  );

  test('only an ended session sends back to the sign-in page, not a wrong password', () => {
    expect(isSignedOut(problem(401, 'unauthenticated'))).toBe(true);
    expect(isSignedOut(problem(401, 'wrong-credentials'))).toBe(false);
  });
});

describe('trying again', () => {
  test.each([
    ['silence', new TypeError('Failed to fetch'), true],
    ['a busy server', problem(503, 'busy'), true],
    ['a refusal', problem(409, 'cart-changed'), false],
    ['a bug', problem(500, 'internal'), false],
  ])('%s', (_, error, expected) => {
    expect(shouldRetry(0, error)).toBe(expected);
  });

  test('stops after two', () => {
    expect([0, 1, 2].map((count) => shouldRetry(count, problem(503, 'busy')))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
