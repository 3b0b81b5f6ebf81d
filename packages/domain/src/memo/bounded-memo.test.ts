import { expect, test } from 'vitest';
import { boundedMemo } from './bounded-memo.ts';

test('an answer is computed once for each key, null included', () => {
  const asked: number[] = [];
  const memo = boundedMemo(10, (key: number) => {
    asked.push(key);
    return key === 2 ? null : key * 2;
  });
  expect([memo(1), memo(2), memo(1), memo(2)]).toEqual([2, null, 2, null]);
  expect(asked).toEqual([1, 2]);
});

test('the memory never holds more keys than its limit and stays right when it forgets', () => {
  const asked: number[] = [];
  const memo = boundedMemo(2, (key: number) => {
    asked.push(key);
    return -key;
  });
  expect([memo(1), memo(2), memo(3), memo(3), memo(1)]).toEqual([-1, -2, -3, -3, -1]);
  expect(asked).toEqual([1, 2, 3, 1]);
});
