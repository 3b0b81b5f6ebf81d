import { client as api } from '@preau/api-client/family/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CartPage } from './cart-page.tsx';
import { draftStore } from './use-draft.ts';

let answer: () => void;

/** A server that answers when the test says so. */
async function server({ url }: Request, cart: Promise<void>): Promise<Response> {
  if (new URL(url).pathname.includes('/organisations/')) {
    return Response.json({ name: 'ALSH', timeZone: 'Europe/Paris' });
  }
  await cart;
  return Response.json({ revision: 1, updatedBy: null, totalCents: 0, lines: [] });
}

beforeEach(() => {
  draftStore.dispatch({ type: 'forgotten' });
  const { promise, resolve } = Promise.withResolvers<void>();
  answer = resolve;
  api.setConfig({
    baseUrl: 'http://localhost',
    fetch: (input) => server(input as Request, promise),
  });
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <MemoryRouter initialEntries={['/o/val-de-lure/panier']}>
        <Routes>
          <Route path="/o/:slug/panier" element={<CartPage />} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
});

afterEach(cleanup);

test('a cart on its way says so, until it is there', async () => {
  const loading = screen.getByText('Chargement…');
  expect(loading.closest('[aria-busy="true"]')).not.toBeNull();
  answer();
  await screen.findByText('Votre panier est vide.');
  expect(screen.queryByText('Chargement…')).toBeNull();
});
