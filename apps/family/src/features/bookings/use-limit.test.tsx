import { getPlanningQueryKey } from '@preau/api-client/family/queries';
import { fromIso } from '@preau/domain/time/instant';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Planning } from './bookings.queries.ts';
import { useNextLimit } from './use-limit.ts';

const now = '2026-11-24T06:29:00.000Z';
const limitAt = '2026-11-24T06:30:00.000Z';
const query = { from: '2026-11-23', until: '2026-11-29' };

const planning = (limit: string | null): Planning => ({
  now,
  timeZone: 'Europe/Paris',
  days: [],
  children: [],
  reasons: [],
  rows: [
    {
      childId: 'lea',
      unit: 'matin',
      unitLabel: 'Matin',
      activity: 'periscolaire',
      activityLabel: 'Périscolaire',
      facility: 'École',
      startsAt: '07:30',
      endsAt: '08:30',
      excludes: [],
      on: ['2026-11-26'],
      sessionId: ['s'],
      state: [null],
      constraint: ['free'],
      limitAt: [limit],
      placesLeft: [3],
      cents: [170],
      unitCents: [170],
      reasons: [[]],
      waitingList: 'none',
      acceptance: 'automatic',
      cancellation: 'automatic',
      payment: 'later',
      enrolment: 'accepted',
      queue: [],
    },
  ],
});

const client = new QueryClient({
  defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } },
});
const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);

function open(limit: string | null, deviceIsLateBy = 0) {
  const key = getPlanningQueryKey({ query });
  client.setQueryData(key, planning(limit));
  // The device's clock may be wrong: only the time that passes on it counts.
  vi.setSystemTime(fromIso(now) - deviceIsLateBy);
  const receivedAt = fromIso(now) - deviceIsLateBy;
  const hook = renderHook(() => useNextLimit(planning(limit), receivedAt, 'lea'), { wrapper });
  return { hook, isStale: () => client.getQueryState(key)?.isInvalidated };
}

function pass(milliseconds: number): void {
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  client.clear();
  vi.useRealTimers();
});

test('the limit that nears is told in minutes', () => {
  const { hook } = open(limitAt);
  expect(hook.result.current).toEqual({ minutes: 1, limitAt: fromIso(limitAt) });
});

test('the cells are asked again once the limit has passed, not before', () => {
  const { isStale } = open(limitAt);
  pass(59_000);
  expect(isStale()).toBe(false);
  pass(2_000);
  expect(isStale()).toBe(true);
});

test('a device whose clock is an hour late asks again at the same moment', () => {
  const { isStale } = open(limitAt, 3_600_000);
  pass(61_000);
  expect(isStale()).toBe(true);
});

test('a limit that is far is waited for in silence', () => {
  const { hook, isStale } = open('2026-11-24T09:30:00.000Z');
  expect(hook.result.current).toBeNull();
  pass(3 * 3_600_000 + 61_000);
  expect(isStale()).toBe(true);
});

test('nothing is asked again where there is no limit', () => {
  const { hook, isStale } = open(null);
  pass(86_400_000);
  expect(hook.result.current).toBeNull();
  expect(isStale()).toBe(false);
});
