import { client as api } from '@preau/api-client/family/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DocumentsPage } from './documents-page.tsx';
import type { FamilyDocument } from './documents.queries.ts';

let pages: Record<string, FamilyDocument[]>;
let silent: boolean;

const document = (id: string, change: Partial<FamilyDocument> = {}): FamilyDocument => ({
  id,
  kind: { code: 'dossier-annuel', label: `Dossier ${id}` },
  child: null,
  note: '',
  state: 'sent',
  reason: null,
  sentAt: '2026-11-16T08:00:00.000Z',
  sentBy: { you: true, firstName: 'Claire' },
  decidedAt: null,
  expiresOn: null,
  files: [{ id: `f-${id}`, name: 'dossier.pdf', mediaType: 'application/pdf', sizeBytes: 2_048 }],
  ...change,
});

async function server(asked: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(asked.url);
  if (pathname.includes('/organisations/')) {
    const labels = { requests: 'Mes demandes' };
    return Response.json({ name: 'Ville', timeZone: 'Europe/Paris', labels });
  }
  if (pathname.endsWith('/documents/expected')) return Response.json({ items: [] });
  if (silent) throw new TypeError('Failed to fetch');
  const after = searchParams.get('after') ?? '';
  const items = pages[after] ?? [];
  const next = after === '' && 'b' in pages ? 'b' : null;
  return Response.json({ items, next, counts: {}, kinds: [], limits: {} });
}

const show = (state: object | null = null) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[{ pathname: '/o/ville/demandes', state }]}>
        <Routes>
          <Route path="/o/:slug/demandes" element={<DocumentsPage />} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
};

const plain = (text: string | null | undefined) => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
const card = async (label: string) =>
  within(await screen.findByRole('article', { name: new RegExp(`^${label}`) }));

beforeEach(() => {
  pages = { '': [document('a')] };
  silent = false;
  api.setConfig({ baseUrl: 'http://localhost', fetch: (input) => server(input as Request) });
});
afterEach(cleanup);

describe('« Mes demandes »', () => {
  test('tells of each document what became of it, by whom it was sent, and why it is refused', async () => {
    pages = {
      '': [
        document('a', { sentBy: { you: false, firstName: 'Paul' } }),
        document('b', {
          state: 'refused',
          reason: 'La signature manque.',
          decidedAt: '2026-11-17T09:30:00.000Z',
          child: { id: 'lea', firstName: 'Léa' },
        }),
        document('c', { state: 'withdrawn', files: [], decidedAt: '2026-11-17T09:30:00.000Z' }),
      ],
    };
    show();
    const [first, second, third] = [
      await card('Dossier a'),
      await card('Dossier b'),
      await card('Dossier c'),
    ];
    expect(first.queryByText('Envoyé, en attente')).not.toBeNull();
    expect(plain(first.getByText(/Envoyé par Paul/).textContent)).toContain(
      'lundi 16 novembre à 9 h',
    );
    expect(first.queryByRole('button', { name: /^Retirer/ })).not.toBeNull();
    expect(first.getByRole('link').getAttribute('href')).toBe('/api/family/documents/a/files/f-a');
    expect(plain(second.getByText(/refusé le/).textContent)).toContain(
      'mardi 17 novembre à 10 h 30',
    );
    expect(second.queryByText('La signature manque.')).not.toBeNull();
    const again = second.getByRole('link', { name: 'Envoyer un autre document' });
    expect(again.getAttribute('href')).toBe(
      '/o/ville/demandes/envoyer?document=dossier-annuel&enfant=lea',
    );
    expect(second.queryByRole('button')).toBeNull();
    expect(third.queryByText('Retiré')).not.toBeNull();
    expect(third.queryByRole('link')).toBeNull();
  });

  test('shows older documents when asked', async () => {
    pages = { '': [document('a')], b: [document('z')] };
    show();
    await card('Dossier a');
    fireEvent.click(screen.getByRole('button', { name: 'Afficher les plus anciens' }));
    await card('Dossier z');
    expect(screen.getAllByRole('article')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Afficher les plus anciens' })).toBeNull();
  });

  test('says that something was just sent, and nothing of the kind otherwise', async () => {
    show({ sent: true });
    expect(await screen.findByText('Votre document est envoyé')).not.toBeNull();
    cleanup();
    show();
    await card('Dossier a');
    expect(screen.queryByText('Votre document est envoyé')).toBeNull();
  });

  test('says what it is for while nothing was sent, and tries again after a silence', async () => {
    pages = {};
    silent = true;
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Réessayer' }));
    silent = false;
    fireEvent.click(await screen.findByRole('button', { name: 'Réessayer' }));
    expect(await screen.findByText('Vous n’avez encore rien envoyé')).not.toBeNull();
    expect(screen.queryByRole('link', { name: 'Envoyer un document' })).not.toBeNull();
  });
});
