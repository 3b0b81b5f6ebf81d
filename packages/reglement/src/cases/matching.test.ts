import { describe, expect, test } from 'vitest';
import { eachFindsOne } from './matching.ts';

const divides = (one: number, other: number) => other % one === 0;

describe('finding one for each', () => {
  test('makes a pair again another way where somebody is left without', () => {
    // 2 would take 4, which alone suits 4.
    expect(eachFindsOne([2, 4], [4, 6], divides)).toBe(true);
    expect(eachFindsOne([2, 2, 4], [4, 6, 10], divides)).toBe(true);
  });

  test('gives nothing twice, and nobody what does not suit', () => {
    expect(eachFindsOne([2, 4, 4], [4, 6, 10], divides)).toBe(false);
    expect(eachFindsOne([7], [4, 6], divides)).toBe(false);
    expect(eachFindsOne([2], [], divides)).toBe(false);
    expect(eachFindsOne([], [4], divides)).toBe(true);
  });
});
