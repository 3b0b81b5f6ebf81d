import { getCartQueryKey } from '@preau/api-client/family/queries';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Cart, CartLine } from './cart-types.ts';
import { OverdueNotice } from './overdue-notice.tsx';
import { draftStore } from './use-draft.ts';

const line = (sessionId: string, more: Partial<CartLine> = {}): CartLine => ({
  childId: 'lea',
  childFirstName: 'Léa',
  sessionId,
  on: '2026-11-24',
  unit: 'soir',
  unitLabel: 'Périscolaire soir',
  activityLabel: 'Périscolaire',
  action: 'add',
  outcome: 'accepted',
  limitAt: null,
  late: false,
  dueAt: null,
  cents: 280,
  reasons: [],
  priceReasons: [],
  ...more,
});
const late = line('late', { outcome: 'staffOnly' });
const full = line('full', {
  outcome: 'refused',
  reasons: [{ code: 'full', capacity: 14 }, { code: 'waitingListOpen' }],
});

function show(...lines: readonly CartLine[]) {
  const cart: Cart = { revision: 1, updatedBy: null, totalCents: 0, lines: [...lines] };
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } },
  });
  client.setQueryData(getCartQueryKey(), cart);
  draftStore.dispatch({ type: 'loaded', lines: cart.lines });
  render(
    <QueryClientProvider client={client}>
      <OverdueNotice />
    </QueryClientProvider>,
  );
}

const drafted = () =>
  [...draftStore.read().entries.values()].map(({ sessionId, action }) => `${sessionId} ${action}`);

beforeEach(() => draftStore.dispatch({ type: 'forgotten' }));

afterEach(cleanup);

test('a cart that can be confirmed says nothing', () => {
  show(line('fine'));
  expect(screen.queryByRole('status')).toBeNull();
});

test('a day whose limit passed is named, and taken out in one step', async () => {
  show(line('fine'), late);
  expect(screen.getByRole('status').textContent?.replaceAll('\u00a0', ' ')).toContain(
    'Périscolaire soir, Léa, mar. 24 nov. (hors délai)',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Le retirer du panier' }));
  expect(drafted()).toEqual(['fine add']);
  await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
});

test('a day that became full can be waited for', () => {
  show(late, full);
  fireEvent.click(screen.getByRole('button', { name: 'Mettre en liste d’attente' }));
  expect(drafted()).toEqual(['late add', 'full wait']);
});
