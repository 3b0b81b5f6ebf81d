import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Cart } from './cart-types.ts';
import { ElsewhereNotice, useCartElsewhere } from './elsewhere.tsx';
import { noteOwn } from './own-changes.ts';

const line = (sessionId: string, unitLabel: string): Cart['lines'][number] => ({
  childId: 'lea',
  childFirstName: 'Léa',
  sessionId,
  on: '2026-12-01',
  unit: unitLabel,
  unitLabel,
  activityLabel: unitLabel,
  action: 'add',
  outcome: 'accepted',
  limitAt: null,
  late: false,
  dueAt: null,
  cents: 342,
  reasons: [],
  priceReasons: [],
});
const cart = (revision: number, ...lines: Cart['lines']): Cart => ({
  revision,
  updatedBy: 'Claire',
  totalCents: 0,
  lines,
});

function Page({ seen }: { readonly seen: Cart }) {
  useCartElsewhere(seen);
  return <ElsewhereNotice />;
}

const client = new QueryClient();
const page = (seen: Cart) => (
  <QueryClientProvider client={client}>
    <Page seen={seen} />
  </QueryClientProvider>
);

afterEach(cleanup);

test('what another window put in the cart is told, line by line, until it is read', () => {
  const { rerender } = render(page(cart(1, line('a', 'Repas'))));
  noteOwn([line('mine', 'Matin')]);
  rerender(page(cart(3, line('a', 'Repas'), line('mine', 'Matin'), line('theirs', 'Soir'))));
  const told = screen.getByRole('status').textContent;
  expect(told).toContain('Le panier a changé ailleurs (Claire)');
  expect(told).toContain('Mis au panier : ajout de Soir');
  expect(told).not.toContain('Matin');
  fireEvent.click(screen.getByRole('button', { name: 'J’ai compris' }));
  expect(screen.queryByRole('status')).toBeNull();
});

test('the first cart of a page, and its own changes, are no news', () => {
  const { rerender } = render(page(cart(5, line('b', 'Repas'))));
  noteOwn([{ ...line('b', 'Repas'), action: null }]);
  rerender(page(cart(6)));
  expect(screen.queryByRole('status')).toBeNull();
});
