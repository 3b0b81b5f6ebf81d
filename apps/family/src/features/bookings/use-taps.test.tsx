import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { PlanningRow } from './bookings.queries.ts';
import { cellOf } from './cell.ts';
import { december, planningOf, rowOf } from './planning.factory.ts';
import { draftStore } from './use-draft.ts';
import { useTaps } from './use-taps.ts';

const free = rowOf({ unit: 'soir', ...december });
const all = <Value,>(value: Value) => free.on.map(() => value);
const client = new QueryClient();
const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);

/** Taps the 1st of December as it now is. */
function tapping(more: Partial<PlanningRow>) {
  const { result } = renderHook(useTaps, { wrapper });
  const row = { ...free, ...more };
  const planning = planningOf(december.from, december.until, [row]);
  const column = { on: '2026-12-01', kind: 'school' as const, label: null };
  const cell = cellOf(planning, row, column, draftStore.read());
  act(() => result.current.tap(cell, 'Soir', 'Léa'));
  return {
    sheet: () => result.current.sheet?.kind,
    confirm: () => act(() => result.current.confirm(cell, 'Soir', 'Léa')),
    drafted: () => [...draftStore.read().entries.values()].map(({ action }) => action),
  };
}

beforeEach(() => draftStore.dispatch({ type: 'forgotten' }));

describe('a tap', () => {
  test('on a free day, or one to cancel, drafts it at once', () => {
    const one = tapping({});
    expect([one.sheet(), one.drafted()]).toEqual([undefined, ['add']]);
    draftStore.dispatch({ type: 'forgotten' });
    const other = tapping({ state: all('confirmed') });
    expect([other.sheet(), other.drafted()]).toEqual([undefined, ['remove']]);
  });

  test.each([
    ['a request is withdrawn', { state: all('requested' as const) }, 'remove'],
    ['a place to be paid is given up', { state: all('awaitingPayment' as const) }, 'remove'],
    ['a refused day is asked for again', { state: all('refused' as const) }, 'add'],
    ['a day not paid in time is booked again', { state: all('expired' as const) }, 'add'],
    ['a full day is waited for', { constraint: all('full' as const) }, 'wait'],
  ])('asks first, and only then %s', (_, more, action) => {
    const { sheet, confirm, drafted } = tapping(more);
    expect([sheet(), drafted()]).toEqual(['cell', []]);
    confirm();
    expect([sheet(), drafted()]).toEqual([undefined, [action]]);
  });

  test('on a day that cannot change only explains', () => {
    const { sheet, confirm, drafted } = tapping({ constraint: all('notOpenYet') });
    confirm();
    expect(drafted()).toEqual([]);
    expect(sheet()).toBeUndefined();
  });
});
