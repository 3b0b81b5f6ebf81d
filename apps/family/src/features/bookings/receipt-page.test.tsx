import { client as api } from '@preau/api-client/family/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Confirmation, ConfirmationLine } from './bookings.queries.ts';
import { ReceiptPage } from './receipt-page.tsx';
import { draftStore } from './use-draft.ts';

const line = (
  date: string,
  result: ConfirmationLine['result'],
  dueAt: string | null = null,
): ConfirmationLine => ({
  childId: 'lea',
  childFirstName: 'Léa',
  sessionId: `soir-${date}`,
  on: date,
  unit: 'soir',
  unitLabel: 'Périscolaire soir',
  activityLabel: 'Périscolaire',
  action: 'add',
  outcome: result === 'notDone' ? 'refused' : 'accepted',
  limitAt: null,
  late: false,
  dueAt,
  cents: 280,
  reasons:
    result === 'notDone' ? [{ code: 'full', capacity: 14 }, { code: 'waitingListOpen' }] : [],
  priceReasons: [],
  result,
});

let receipt: Confirmation;

async function server({ url }: Request): Promise<Response> {
  const { pathname } = new URL(url);
  if (pathname.includes('/organisations/')) {
    return Response.json({
      name: 'ALSH',
      timeZone: 'Europe/Paris',
      officeHours: [],
      officeHoursText: '',
      contact: { name: 'le service', phone: '', email: '', address: '' },
    });
  }
  return Response.json(receipt);
}

function open(lines: readonly ConfirmationLine[]) {
  receipt = { id: 'r', at: '2026-11-24T08:00:00.000Z', totalCents: 280, lines: [...lines] };
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <MemoryRouter initialEntries={['/o/val-de-lure/confirmation/r']}>
        <Routes>
          <Route path="/o/:slug/confirmation/:id" element={<ReceiptPage />} />
          <Route path="/o/:slug/panier" element={<p>Le panier</p>} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  draftStore.dispatch({ type: 'forgotten' });
  api.setConfig({ baseUrl: 'http://localhost', fetch: (input) => server(input as Request) });
});

afterEach(cleanup);

test('a day that became full meanwhile is named, and its waiting list proposed', async () => {
  open([line('2027-01-05', 'booked'), line('2027-01-12', 'notDone')]);
  await screen.findByText('1 réservation · 1 ligne non enregistrée');
  await screen.findByText('Un jour est devenu complet');
  fireEvent.click(screen.getByRole('button', { name: 'Mettre en liste d’attente' }));
  await screen.findByText('Le panier');
  const entries = [...draftStore.read().entries.values()];
  expect(entries.map(({ sessionId, action }) => `${sessionId} ${action}`)).toEqual([
    'soir-2027-01-12 wait',
  ]);
});

test('where all is done, nothing more is asked', async () => {
  open([line('2027-01-05', 'booked'), line('2027-01-12', 'waitlisted')]);
  await screen.findByText('1 réservation · 1 mise en liste d’attente');
  expect(screen.queryByRole('button')).toBeNull();
});

const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, ' ');
const sections = () =>
  screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

test('a request says by when the service answers, and where the answer will be', async () => {
  open([line('2027-01-05', 'requested', '2026-11-26T14:00:00.000Z')]);
  await screen.findByRole('heading', { level: 1, name: 'Demande envoyée' });
  expect(plain(screen.getByText(/^Réponse/).textContent)).toBe(
    'Réponse au plus tard le jeudi 26 novembre à 15 h',
  );
  const link = screen.getByRole('link', { name: 'Voir mes demandes' });
  expect(link.getAttribute('href')).toBe('/o/val-de-lure/reservations/demandes');
  expect(sections()).toEqual(['Demandé']);
});

test('what is to be paid comes before what is asked and what is done, with its first term', async () => {
  open([
    line('2027-01-05', 'booked'),
    line('2027-01-06', 'requested', '2026-11-26T14:00:00.000Z'),
    line('2027-01-07', 'toPay', '2026-12-25T23:00:00.000Z'),
    line('2027-01-08', 'toPay', '2026-11-26T23:00:00.000Z'),
    line('2027-01-12', 'cancellationRequested', '2026-11-26T14:00:00.000Z'),
  ]);
  await screen.findByText(
    '2 places à payer · 1 demande envoyée · 1 demande d’annulation envoyée · 1 réservation',
  );
  expect(sections()).toEqual(['À payer', 'Demandé', 'Enregistré']);
  expect(plain(screen.getByText(/^À payer avant/).textContent)).toBe(
    'À payer avant le jeudi 26 novembre à minuit',
  );
});

test('a place held for some minutes says until when, how long is left, and what comes after', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  vi.setSystemTime('2026-11-24T08:00:00.000Z');
  open([line('2027-01-05', 'toPay', '2026-11-24T08:30:00.000Z')]);
  expect(plain((await screen.findByText(/^Place tenue/)).textContent)).toBe(
    'Place tenue jusqu’à 9 h 30',
  );
  const timer = screen.getByRole('timer');
  expect(timer.getAttribute('aria-live')).toBe('off');
  expect(timer.textContent).toContain('Il reste 30 minutes');
  const minute = () => act(() => vi.advanceTimersByTimeAsync(60_000));
  await minute();
  expect(timer.textContent).toContain('Il reste 29 minutes');
  for (let passed = 1; passed < 29; passed += 1) await minute();
  expect(timer.textContent).toMatch(/moins d’une minute/);
  await minute();
  expect(screen.queryByText('Le temps pour payer est passé')).not.toBeNull();
  expect(screen.queryByRole('timer')).toBeNull();
  vi.useRealTimers();
});
