import { day } from '@preau/domain/time/day';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DateJump } from './date-jump.tsx';

const chosen: string[] = [];

beforeEach(() => {
  chosen.length = 0;
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const field = () => screen.getByLabelText<HTMLInputElement>('Choisir une date');
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const wait = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });
const show = () =>
  render(<DateJump shown={day('2026-11-23')} onChoose={(on) => chosen.push(on)} />);

describe('going straight to a date', () => {
  test('follows the date once typed, not each of its digits', () => {
    show();
    type('2026-11-02');
    wait(200);
    type('2026-11-24');
    wait(1_000);
    expect(chosen).toEqual(['2026-11-24']);
  });

  test('follows at once on Enter, and only once', () => {
    show();
    type('2026-11-24');
    fireEvent.keyDown(field(), { key: 'Enter' });
    wait(1_000);
    expect(chosen).toEqual(['2026-11-24']);
  });

  test('waits for a year being typed, and comes back to the day shown when it is left', () => {
    show();
    type('0202-11-24');
    wait(5_000);
    fireEvent.blur(field());
    expect(chosen).toEqual([]);
    expect(field().value).toBe('2026-11-23');
  });
});
