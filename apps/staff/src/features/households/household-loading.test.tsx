import { client as api } from '@preau/api-client/staff/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ChangeHouseholdPage } from './change-household-page.tsx';
import { HouseholdPage } from './household-page.tsx';

const pages: readonly (readonly [string, string, ReactNode])[] = [
  [
    'of a household',
    'Famille',
    <HouseholdPage key="page" id="h-1">
      {null}
    </HouseholdPage>,
  ],
  ['that changes a household', 'Modifier la fiche', <ChangeHouseholdPage key="form" id="h-1" />],
];

// A server that has not answered yet.
beforeEach(() => {
  api.setConfig({ baseUrl: 'http://localhost', fetch: () => new Promise<never>(() => undefined) });
});
afterEach(cleanup);

test.each(pages)('while it loads, the page %s already has its heading', (_, title, page) => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>{page}</MemoryRouter>
    </QueryClientProvider>,
  );
  expect(screen.queryByRole('heading', { level: 1, name: title })).not.toBeNull();
  expect(screen.queryByText('Chargement…')).not.toBeNull();
});
