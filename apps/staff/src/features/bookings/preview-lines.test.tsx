import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { getOrganisationQueryKey } from '@preau/api-client/staff/queries';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import type { PreviewLine } from './bookings.queries.ts';
import { isDoable, PreviewLines } from './preview-lines.tsx';

afterEach(cleanup);

const organisation = {
  slug: 'val-de-lure',
  name: 'ALSH',
  timeZone: 'Europe/Paris',
  contact: { name: 'l’ALSH', phone: '03 84 00 00 00', email: '', address: '' },
  officeHoursText: '',
};

const line = (change: Partial<PreviewLine>): PreviewLine => ({
  childId: 'lea',
  childFirstName: 'Léa',
  sessionId: 's',
  on: '2026-11-24',
  unit: 'soir',
  unitLabel: 'Périscolaire soir',
  activityLabel: 'Périscolaire',
  action: 'add',
  outcome: 'acceptedLate',
  limitAt: null,
  late: true,
  dueAt: null,
  cents: 1_000,
  reasons: [],
  priceReasons: [{ code: 'latePriceReplaces', cents: 1_000, insteadOf: 280 }],
  ...change,
});

const show = (...lines: readonly PreviewLine[]) => {
  const client = new QueryClient();
  client.setQueryData(getOrganisationQueryKey({ path: { slug: 'val-de-lure' } }), organisation);
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={['/staff/val-de-lure/familles/h']}>
        <Routes>
          <Route
            path="/staff/:slug/familles/:id"
            element={<PreviewLines lines={lines} isDone={isDoable} />}
          />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return screen
    .getAllByRole('listitem')
    .map(({ textContent }) => (textContent ?? '').replaceAll(/[\u00a0\u202f]/g, ' '));
};

test('a late booking tells the price it has instead of the usual one', () => {
  const [told] = show(line({}));
  expect(told).toContain('Ajouter : Léa, Périscolaire soir');
  expect(told).toContain('+ 10,00 €');
  expect(told).toContain('10,00 € au lieu de 2,80 €');
});

test('a late cancellation tells that it is billed all the same', () => {
  const [told] = show(
    line({
      action: 'remove',
      cents: 0,
      priceReasons: [{ code: 'lateCancellationBilled', cents: 390 }],
    }),
  );
  expect(told).toContain('Annuler : Léa');
  expect(told).toContain('3,90 € restent facturés');
});

test('what cannot be done says so, with why and without an amount', () => {
  const [told] = show(
    line({ outcome: 'refused', reasons: [{ code: 'full', capacity: 20 }], priceReasons: [] }),
  );
  expect(told).toContain('Impossible');
  expect(told).toContain('les 20 places sont prises');
  expect(told).not.toContain('10,00 €');
});
