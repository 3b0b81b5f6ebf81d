import { client as api } from '@preau/api-client/family/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepCart, keptCart, previewKey } from './bookings.queries.ts';
import type { Cart } from './cart-types.ts';
import type { Change } from './draft.ts';
import { DraftSync, useSaveStatus } from './draft-sync.tsx';
import { draftStore } from './use-draft.ts';

/** A server of one draft, which answers, refuses or stays silent as the test says. */
let mood: 'answers' | 'silent' | 'refuses' = 'answers';
let kept: Map<string, 'add' | 'remove'>;
let batches: number;
/** What the answer to a save waits for. */
let onTheWay: Promise<void> | undefined;
let queryClient: QueryClient;

type Body = { changes: { childId: string; sessionId: string; action: 'add' | 'remove' | null }[] };

function cart(): Cart {
  const lines = [...kept].map(([sessionId, action]) => ({
    childId: 'lea',
    childFirstName: 'Léa',
    sessionId,
    on: '2026-12-01',
    unit: 'repas',
    unitLabel: 'Repas',
    activityLabel: 'Restauration scolaire',
    action,
    outcome: 'accepted' as const,
    limitAt: null,
    late: false,
    dueAt: null,
    cents: 342,
    reasons: [],
    priceReasons: [],
  }));
  return { revision: batches, updatedBy: null, totalCents: 342 * lines.length, lines };
}

async function server(request: Request): Promise<Response> {
  if (mood === 'silent') throw new TypeError('Failed to fetch');
  if (request.method === 'PUT') {
    if (mood === 'refuses') return problem(404, 'not-found');
    const { changes } = (await request.json()) as Body;
    for (const { sessionId, action } of changes) {
      if (action === null) kept.delete(sessionId);
      else kept.set(sessionId, action);
    }
    batches += 1;
    const answer = cart();
    await onTheWay;
    return Response.json(answer);
  }
  return Response.json(cart());
}

function problem(status: number, code: string): Response {
  const body = { type: `/problems/${code}`, title: code, status, code, requestId: 'r-1' };
  return Response.json(body, { status });
}

function Status() {
  return <p>{useSaveStatus()}</p>;
}

const add = (sessionId: string): Change => ({
  childId: 'lea',
  sessionId,
  action: 'add',
  cents: 342,
});

const tap = (...changes: readonly Change[]) => draftStore.dispatch({ type: 'gesture', changes });

beforeEach(() => {
  mood = 'answers';
  kept = new Map();
  batches = 0;
  onTheWay = undefined;
  draftStore.dispatch({ type: 'forgotten' });
  api.setConfig({ baseUrl: 'http://localhost', fetch: (input) => server(input as Request) });
  queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queryClient}>
      <DraftSync householdId="durand">
        <Status />
      </DraftSync>
    </QueryClientProvider>,
  );
});

afterEach(cleanup);

test('days touched one after the other are saved together', async () => {
  tap(add('mon'));
  tap(add('tue'));
  await waitFor(() => expect(kept.size).toBe(2));
  await screen.findByText('saved');
  expect(batches).toBe(1);
  expect(draftStore.read().pending.size).toBe(0);
});

test('what a period would do is asked again once the draft it was asked of has changed', async () => {
  const asked = [...previewKey, 'mornings until July'];
  queryClient.setQueryData(asked, { lines: [] });
  tap(add('mon'));
  await waitFor(() => expect(queryClient.getQueryState(asked)?.isInvalidated).toBe(true));
  expect(kept.size).toBe(1);
});

test('an answer that comes after a later one does not bring the draft back', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  onTheWay = promise;
  tap(add('mon'));
  await waitFor(() => expect(batches).toBe(1));
  // A period put into the draft meanwhile has answered first.
  kept.set('tue', 'add');
  await keepCart(queryClient, { ...cart(), revision: 2 });
  resolve();
  await waitFor(() => expect(draftStore.read().pending.size).toBe(0));
  expect([...draftStore.read().entries.values()].map(({ sessionId }) => sessionId)).toEqual([
    'mon',
    'tue',
  ]);
  expect(keptCart(queryClient)?.revision).toBe(2);
});

test('without an answer the change waits, and leaves when the network is back', async () => {
  mood = 'silent';
  tap(add('mon'));
  await screen.findByText('waiting');
  expect(draftStore.read().entries.size).toBe(1);
  mood = 'answers';
  window.dispatchEvent(new Event('online'));
  await screen.findByText('saved');
  expect([...kept.keys()]).toEqual(['mon']);
});

test('a change refused for good gives way to what the server holds', async () => {
  mood = 'refuses';
  tap(add('gone'));
  await waitFor(() => expect(draftStore.read().pending.size).toBe(0));
  expect(draftStore.read().entries.size).toBe(0);
});
