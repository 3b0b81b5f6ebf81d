import { client as api } from '@preau/api-client/staff/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InboxDocument } from './documents.queries.ts';
import { InboxPage } from './inbox-page.tsx';

/** A server of a few requests, which decides them, or says that somebody else has. */
let kept: InboxDocument[];
let taken: string[];
let rules: readonly object[];
let mood: 'answers' | 'already-decided' | 'silent';

const request = (id: string, householdName: string): InboxDocument => ({
  id,
  kind: { code: 'dossier-annuel', label: 'Dossier de l’année' },
  household: { id: `h-${id}`, name: householdName },
  child: null,
  note: `Mot de ${householdName}`,
  state: 'sent',
  reason: null,
  sentAt: '2026-11-16T08:00:00.000Z',
  sentBy: 'Claire Durand',
  decidedAt: null,
  expiresOn: null,
  decidedBy: null,
  files: [
    { id: `f-${id}`, name: 'dossier.pdf', mediaType: 'application/pdf', sizeBytes: 2_048 },
    { id: `g-${id}`, name: 'page.jpg', mediaType: 'image/jpeg', sizeBytes: 2_048 },
  ],
});

async function server(asked: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(asked.url);
  if (pathname.includes('/organisations/')) {
    return Response.json({ name: 'Ville', timeZone: 'Europe/Paris' });
  }
  if (pathname.endsWith('/document-rules')) return Response.json({ items: rules });
  if (pathname.endsWith('/me')) return Response.json({ account: { id: 'clerk' }, roles: [] });
  if (pathname.endsWith('/requests/counts')) return Response.json(counts);
  if (mood === 'silent') throw new TypeError('Failed to fetch');
  const [, id = '', decision] = /documents\/([\w-]+)(?:\/(accept|refuse))?$/.exec(pathname) ?? [];
  if (decision) {
    if (mood === 'already-decided') {
      const body = { code: 'already-decided', params: { state: 'withdrawn' }, requestId: 'r' };
      return Response.json({ ...body, type: '', title: '', status: 409 }, { status: 409 });
    }
    const body = (await asked.json()) as { reason?: string; expiresOn?: string | null };
    const said = body.reason ?? body.expiresOn ?? '';
    taken.push(`${decision} ${id} ${said}`.trim());
    kept = kept.filter((one) => one.id !== id);
    return new Response(null, { status: 204 });
  }
  if (id && id !== 'count') {
    return Response.json({ ...request(id, 'Aubry'), state: 'withdrawn', files: [] });
  }
  const state = searchParams.get('state');
  const items = state === 'sent' ? kept : [];
  return Response.json({ items, next: null, waiting: kept.length });
}

const counts = { bookings: 0, overdue: 0, dueSoon: 0, enrolments: 0, documents: 3 };

let client: QueryClient;

const show = async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={['/staff/ville/demandes/documents']}>
        <Routes>
          <Route path="/staff/:slug/demandes/documents" element={<InboxPage />} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  await screen.findByText(mood === 'silent' ? 'Réessayer' : 'Mot de Aubry');
};

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (key: string) => fireEvent.keyDown(document.body, { key });

beforeEach(() => {
  kept = [request('a', 'Aubry'), request('b', 'Benali'), request('c', 'Costa')];
  taken = [];
  rules = [];
  mood = 'answers';
  document.cookie = 'preau-touches=oui; path=/staff; max-age=0';
  document.cookie = 'preau-touches=oui';
  api.setConfig({ baseUrl: 'http://localhost', fetch: (input) => server(input as Request) });
});
afterEach(cleanup);

describe('the requests of families', () => {
  test('are shown from the oldest, the first one open with its files', async () => {
    await show();
    expect(screen.queryByRole('button', { name: 'À traiter (3)' })).not.toBeNull();
    expect(screen.getAllByRole('link', { current: true })).toHaveLength(1);
    expect(screen.queryByRole('button', { name: /^Ouvrir/ })).not.toBeNull();
    const photo = screen.getByRole('img', { name: 'Contenu de page.jpg' });
    expect(photo.getAttribute('src')).toBe('/api/staff/documents/a/files/g-a');
  });

  test('accepted, one makes room for the next, and it is said how many are left', async () => {
    await show();
    press('Accepter');
    expect(await screen.findByText('Mot de Benali')).not.toBeNull();
    expect(taken).toEqual(['accept a']);
    expect(screen.queryByText(/Demande acceptée : .+Aubry\. 2 demandes restent/)).not.toBeNull();
    await waitFor(() => expect(document.activeElement?.id).toBe('titre-demande'));
  });

  test('accepted, one is good until the day the règlement proposes, or another', async () => {
    rules = [{ code: 'dossier-annuel', validMonths: 12, expiresOn: '2027-11-16' }];
    await show();
    const until = (): HTMLInputElement => screen.getByLabelText('Valable jusqu’au');
    await waitFor(() => expect(until().value).toBe('2027-11-16'));
    press('Accepter');
    await screen.findByText('Mot de Benali');
    fireEvent.change(until(), { target: { value: '2027-08-31' } });
    press('Accepter');
    await waitFor(() => expect(taken).toEqual(['accept a 2027-11-16', 'accept b 2027-08-31']));
  });

  test('refused, one says why, in words chosen or written', async () => {
    await show();
    press('Refuser…');
    press('Refuser et prévenir la famille');
    expect(screen.queryByText(/Écrivez pourquoi/)).not.toBeNull();
    expect(taken).toEqual([]);
    press('Signature manquante');
    const reason = screen.getByLabelText('Motif du refus');
    expect(reason).toHaveProperty('value', 'Le document n’est pas signé.');
    fireEvent.change(reason, { target: { value: ' Il manque la page 2. ' } });
    press('Refuser et prévenir la famille');
    expect(await screen.findByText('Mot de Benali')).not.toBeNull();
    expect(taken).toEqual(['refuse a Il manque la page 2.']);
  });

  test('decided by somebody else meanwhile, it is said, and nothing is done', async () => {
    await show();
    mood = 'already-decided';
    press('Accepter');
    expect(await screen.findByText('La famille a retiré ce document.')).not.toBeNull();
    expect(taken).toEqual([]);
  });

  test('the first one, decided by a colleague, does not give way under the hand', async () => {
    await show();
    kept = kept.filter(({ id }) => id !== 'a');
    await client.invalidateQueries();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Accepter' })).toBeNull());
    expect(await screen.findByText('Mot de Aubry')).not.toBeNull();
    expect(screen.queryByText('Mot de Benali')).toBeNull();
  });

  test('a reason being written is found again after a look at another one', async () => {
    await show();
    press('Refuser…');
    fireEvent.change(screen.getByLabelText('Motif du refus'), { target: { value: 'Il manque' } });
    fireEvent.click(screen.getByRole('link', { name: /Benali/ }));
    await screen.findByText('Mot de Benali');
    fireEvent.click(screen.getByRole('link', { name: /Aubry/ }));
    await screen.findByText('Mot de Aubry');
    if (!screen.queryByLabelText('Motif du refus')) press('Refuser…');
    expect(screen.getByLabelText('Motif du refus')).toHaveProperty('value', 'Il manque');
    press('Ne pas refuser');
    press('Refuser…');
    expect(screen.getByLabelText('Motif du refus')).toHaveProperty('value', '');
  });

  test('are gone through by keys', async () => {
    await show();
    type('j');
    expect(await screen.findByText('Mot de Benali')).not.toBeNull();
    type('j');
    expect(await screen.findByText('Mot de Costa')).not.toBeNull();
    type('k');
    expect(await screen.findByText('Mot de Benali')).not.toBeNull();
    type('a');
    expect(await screen.findByText('Mot de Costa')).not.toBeNull();
    expect(taken).toEqual(['accept b']);
    type('r');
    const reason = await screen.findByLabelText('Motif du refus');
    // In a field, and while a reason is written, a letter is a letter.
    fireEvent.keyDown(reason, { key: 'a' });
    type('a');
    expect(taken).toEqual(['accept b']);
  });

  test('keys do nothing with another key held, nor once they are switched off', async () => {
    await show();
    fireEvent.keyDown(document.body, { key: 'a', ctrlKey: true });
    fireEvent.click(screen.getByRole('checkbox', { name: /Touches rapides/ }));
    type('a');
    type('j');
    expect(screen.queryByText('Mot de Aubry')).not.toBeNull();
    expect(taken).toEqual([]);
  });

  test('all decided, the page says so', async () => {
    kept = kept.slice(0, 1);
    await show();
    press('Accepter');
    expect(await screen.findByText('Aucune demande à traiter')).not.toBeNull();
  });

  test('that could not be read are asked for again', async () => {
    mood = 'silent';
    await show();
    mood = 'answers';
    press('Réessayer');
    expect(await screen.findByText('Mot de Aubry')).not.toBeNull();
  });
});
