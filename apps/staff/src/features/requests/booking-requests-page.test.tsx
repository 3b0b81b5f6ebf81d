import { client as api } from '@preau/api-client/staff/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BookingRequestsPage } from './booking-requests-page.tsx';
import { bookingRequest, requestDay } from './requests.factory.ts';
import type { BookingRequest } from './requests.queries.ts';

/** A server of a few requests, which answers them, or says that somebody was first. */
let kept: BookingRequest[];
/** Waits too, beyond the first page. */
let later: BookingRequest[];
let taken: string[];
let mood: 'answers' | 'too-late' | 'silent';

const counts = { bookings: 3, overdue: 1, dueSoon: 0, enrolments: 0, documents: 2 };

type Sent = {
  readonly answers: readonly { readonly bookingId: string; readonly accept: boolean }[];
  readonly because: string | null;
};

async function server(asked: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(asked.url);
  if (pathname.includes('/organisations/')) {
    const contact = { name: 'Mairie', phone: '', email: '' };
    return Response.json({ name: 'Ville', timeZone: 'Europe/Paris', contact, officeHoursText: '' });
  }
  if (pathname.endsWith('/me')) return Response.json({ account: { id: 'clerk' }, roles: [] });
  if (mood === 'silent') throw new TypeError('Failed to fetch');
  if (pathname.endsWith('/requests/counts')) return Response.json(counts);
  if (pathname.endsWith('/undo')) {
    taken.push('undo');
    return Response.json({ results: [{ bookingId: 'a-1', result: 'reopened', code: null }] });
  }
  if (pathname.endsWith('/decisions')) return decide((await asked.json()) as Sent);
  if (pathname.endsWith('/payments')) {
    const { bookingIds, how } = (await asked.json()) as { bookingIds: string[]; how: string };
    taken.push(`pay ${bookingIds.join(' ')} ${how}`);
    return Response.json({ results: [] });
  }
  if (pathname.endsWith('/requests/named')) {
    const items = later.filter(({ id }) => id === searchParams.get('request'));
    return Response.json({ items });
  }
  const state = searchParams.get('state');
  const isToPay = (one: BookingRequest) => one.days.some((day) => day.state === 'awaitingPayment');
  const items = kept.filter((one) => isToPay(one) === (state === 'toPay'));
  return Response.json({ items, next: null, counts });
}

function decide({ answers, because }: Sent): Response {
  if (mood === 'too-late') {
    const answered = { kind: 'staff', name: 'Paul Benali', at: '2026-11-16T09:12:00.000Z' };
    const results = answers.map(({ bookingId }) => ({
      bookingId,
      result: 'notDone',
      state: 'refused',
      code: 'not-pending',
      answered,
    }));
    return Response.json({ decisionId: null, finalAt: null, results });
  }
  const words = answers.map(({ bookingId, accept }) => `${accept ? '+' : '-'}${bookingId}`);
  taken.push([...words, because].filter(Boolean).join(' '));
  const ids = new Set(answers.map(({ bookingId }) => bookingId));
  const left = (all: readonly BookingRequest[]) =>
    all
      .map((one) => ({ ...one, days: one.days.filter(({ bookingId }) => !ids.has(bookingId)) }))
      .filter(({ days }) => days.length > 0);
  kept = left(kept);
  later = left(later);
  const results = answers.map(({ bookingId, accept }) => ({
    bookingId,
    result: accept ? 'accepted' : 'refused',
    state: accept ? 'confirmed' : 'refused',
    code: null,
    answered: null,
  }));
  return Response.json({ decisionId: 'd', finalAt: '2026-11-16T08:00:30.000Z', results });
}

let client: QueryClient;

const show = async (query = '', isThere = () => screen.findByRole('heading', { level: 2 })) => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[`/staff/ville/demandes/reservations${query}`]}>
        <Routes>
          <Route path="/staff/:slug/demandes/reservations" element={<BookingRequestsPage />} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  if (mood === 'silent') await screen.findByText('Réessayer');
  else await isThere();
};

const heading = () => screen.getByRole('heading', { level: 2 }).textContent;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (key: string) => fireEvent.keyDown(document.body, { key });
const tick = (name: string | RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }));

beforeEach(() => {
  kept = [
    bookingRequest('a', 'Aubry', { due: 'overdue', answerDueAt: '2020-01-06T08:00:00.000Z' }),
    bookingRequest('b', 'Benali'),
    bookingRequest('c', 'Costa', { kind: 'cancellation' }),
  ];
  later = [];
  taken = [];
  mood = 'answers';
  document.cookie = 'preau-touches=oui';
  api.setConfig({ baseUrl: 'http://localhost', fetch: (input) => server(input as Request) });
});
afterEach(cleanup);

describe('requests to book', () => {
  test('are shown by their term, the late ones said so, the first one open with its days', async () => {
    await show();
    expect(heading()).toBe('Aubry Léa, CE1');
    expect(screen.getAllByText(/^En retard : réponse due/).length).toBeGreaterThan(0);
    expect(screen.getAllByText('Annulation').length).toBe(1);
    expect(screen.queryByRole('button', { name: 'À répondre (3)' })).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'En retard (1)' })).not.toBeNull();
    const days = screen.getByRole('list', { name: 'Jours demandés' });
    expect(within(days).getAllByText(/place gardée/)).toHaveLength(2);
    expect(within(days).getAllByRole('checkbox')).toHaveLength(2);
    expect(screen.queryByRole('link', { name: /Documents.*2 à traiter/ })).not.toBeNull();
  });

  test('accepted, one makes room for the next, and can be taken back for a while', async () => {
    await show();
    press(/^Accepter 2/);
    await waitFor(() => expect(heading()).toBe('Benali Léa, CE1'));
    expect(taken).toEqual(['+a-1 +a-2']);
    expect(screen.queryByText(/2.jours acceptés/)).not.toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Benali Léa, CE1'));
    press(/^Revenir sur cette réponse/);
    expect(await screen.findByText(/attend à nouveau une réponse/)).not.toBeNull();
    expect(taken.at(-1)).toBe('undo');
  });

  test('an answer can no longer be taken back once its time is over', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await show();
    press(/^Accepter 2/);
    await screen.findByRole('button', { name: /^Revenir/ });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(screen.queryByRole('button', { name: /^Revenir/ })).toBeNull();
    expect(screen.queryByText('La famille est prévenue par e‑mail.')).not.toBeNull();
    vi.useRealTimers();
  });

  test('some days are accepted, the others wait', async () => {
    await show();
    tick(/Jeudi 3.décembre|jeudi 3.décembre/);
    press(/^Accepter 1/);
    await waitFor(() => expect(taken).toEqual(['+a-1']));
    expect(heading()).toBe('Aubry Léa, CE1');
    await waitFor(() =>
      expect(
        within(screen.getByRole('list', { name: 'Jours demandés' })).getAllByRole('listitem'),
      ).toHaveLength(1),
    );
  });

  test('refused, one says why, and sees what the family will read', async () => {
    await show();
    press('Refuser…');
    press(/^Refuser 2/);
    expect(screen.queryByText(/Écrivez pourquoi/)).not.toBeNull();
    expect(taken).toEqual([]);
    press('Complet');
    expect(
      screen.queryByText(/Demande refusée par le service.: Le groupe est complet/),
    ).not.toBeNull();
    press(/^Refuser 2/);
    await waitFor(() => expect(heading()).toBe('Benali Léa, CE1'));
    expect(taken).toEqual(['-a-1 -a-2 Le groupe est complet ce jour-là.']);
  });

  test('a day that is full is told, and is not accepted with the others', async () => {
    const why = [{ code: 'full', capacity: 12 }];
    const full = { canAccept: false, holdsPlace: false, freePlaces: 0, why };
    kept = [bookingRequest('a', 'Aubry', { days: [requestDay('a-1'), requestDay('a-2', full)] })];
    await show();
    expect(screen.queryByText(/Un des jours choisis ne peut pas être accepté/)).not.toBeNull();
    press(/^Accepter 1/);
    await waitFor(() => expect(taken).toEqual(['+a-1']));
  });

  test('answered by somebody else meanwhile, it is said by whom and when', async () => {
    await show();
    mood = 'too-late';
    press(/^Accepter 2/);
    expect(
      await screen.findByText(/Paul Benali est passé avant vous, le lundi 16.novembre à 10.h.12/),
    ).not.toBeNull();
    expect(heading()).toBe('Aubry Léa, CE1');
  });

  test('the one being read does not give way when a colleague answers it', async () => {
    await show();
    kept = kept.filter(({ id }) => id !== 'a');
    await client.invalidateQueries();
    expect(await screen.findByText('Cette demande n’attend plus')).not.toBeNull();
    expect(screen.queryByRole('button', { name: /^Accepter/ })).toBeNull();
    press('Voir la suivante');
    await waitFor(() => expect(heading()).toBe('Benali Léa, CE1'));
  });

  test('the one of the address is read, though it is beyond the first page', async () => {
    later = [bookingRequest('z', 'Zola')];
    await show('?demande=z');
    await waitFor(() => expect(heading()).toBe('Zola Léa, CE1'));
    expect(screen.queryByText('Cette demande n’attend plus')).toBeNull();
    press(/^Accepter 2/);
    await waitFor(() => expect(taken).toEqual(['+z-1 +z-2']));
    await waitFor(() => expect(heading()).toBe('Aubry Léa, CE1'));
  });

  test('the one of the address is told to be gone where it does not wait anywhere', async () => {
    await show('?demande=z', () => screen.findByText('Cette demande n’attend plus'));
    expect(screen.queryByRole('button', { name: /^Accepter/ })).toBeNull();
  });

  test('several are chosen and accepted at once', async () => {
    await show();
    tick(/Choisir Aubry/);
    tick(/Choisir Costa/);
    const bar = screen.getByRole('region', { name: 'Demandes choisies' });
    expect(bar.textContent).toMatch(/2.demandes, 4.jours/);
    fireEvent.click(within(bar).getByRole('button', { name: /^Accepter 4/ }));
    await waitFor(() => expect(taken).toEqual(['+a-1 +a-2 +c-1 +c-2']));
    await waitFor(() => expect(heading()).toBe('Benali Léa, CE1'));
    expect(screen.queryByRole('region', { name: 'Demandes choisies' })).toBeNull();
  });

  test('are gone through by keys, which can be switched off', async () => {
    await show();
    type('j');
    await waitFor(() => expect(heading()).toBe('Benali Léa, CE1'));
    type('k');
    await waitFor(() => expect(heading()).toBe('Aubry Léa, CE1'));
    type('a');
    await waitFor(() => expect(taken).toEqual(['+a-1 +a-2']));
    await waitFor(() => expect(heading()).toBe('Benali Léa, CE1'));
    type('r');
    const reason = await screen.findByLabelText('Motif du refus');
    fireEvent.keyDown(reason, { key: 'a' });
    type('a');
    expect(taken).toHaveLength(1);
    press('Ne pas refuser');
    tick(/Touches rapides/);
    type('a');
    expect(taken).toHaveLength(1);
  });

  test('to be paid, they are marked paid, and it is said how', async () => {
    const payBefore = '2026-11-25T23:00:00.000Z';
    kept = [
      bookingRequest('p', 'Petit', {
        due: null,
        days: [requestDay('p-1', { state: 'awaitingPayment', payBefore, canAccept: false })],
      }),
    ];
    await show('?etat=a-payer');
    expect(screen.getAllByText(/À payer avant le mercredi 25.novembre à minuit/).length).toBe(2);
    press('Marquer payé');
    expect(screen.queryByText('Dites comment c’est payé.')).not.toBeNull();
    press('Espèces');
    press('Marquer payé');
    await waitFor(() => expect(taken).toEqual(['pay p-1 Espèces']));
  });

  test('that cannot be loaded are told, with a way to try again', async () => {
    mood = 'silent';
    await show();
    expect(screen.queryByText('Les demandes n’ont pas pu être chargées')).not.toBeNull();
  });
});
