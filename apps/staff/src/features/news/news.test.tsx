import { client as api } from '@preau/api-client/staff/client';
import { getMeQueryKey } from '@preau/api-client/staff/queries';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EditNewsPage } from './edit-news-page.tsx';
import { NewNewsPage } from './new-news-page.tsx';
import { NewsPage } from './news-page.tsx';
import type { News, NewsContent } from './news.queries.ts';

/** A server that keeps news as the real one does: by revisions. */
let kept: News[];
let asked: string[];
let silent: boolean;
let account: string;

const news = (changes: Partial<News>): News => ({
  id: 'n-1',
  kind: 'closure',
  title: 'Fermeture de la cantine',
  body: 'La cantine **ferme** mardi.',
  important: false,
  visibleFrom: '2020-01-01',
  visibleUntil: null,
  standing: 'visible',
  revision: 1,
  updatedAt: '2026-11-16T08:00:00.000Z',
  ...changes,
});

const refusal = (code: string) => {
  const body = { code, type: '', title: '', status: 409, requestId: 'r' };
  return Response.json(body, { status: 409 });
};

/** Somebody else, at another desk. */
const elsewhere = (changes: Partial<News>) => {
  kept = kept.map((one) => ({ ...one, ...changes, revision: one.revision + 1 }));
};

async function server(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.includes('/organisations/')) return Response.json({ timeZone: 'Europe/Paris' });
  if (silent) throw new TypeError('Failed to fetch');
  if (pathname.endsWith('/text-preview')) {
    const { text } = (await request.json()) as { text: string };
    return Response.json({ html: `<p>rendu : ${text} <a href="https://x.fr">ici</a></p>` });
  }
  const [, id, move] = /\/news(?:\/([\w-]+))?(?:\/(\w+))?$/.exec(pathname) ?? [];
  if (request.method === 'GET') {
    if (!id) return Response.json({ items: kept, next: null });
    return Response.json(kept.find((one) => one.id === id) ?? {});
  }
  const sent = (await request.json()) as NewsContent & { revision?: number; publish?: boolean };
  asked.push([request.method, id, move, sent.title].filter(Boolean).join(' '));
  if (!id) {
    const { publish, ...content } = sent;
    kept = [news({ ...content, id: 'n-9', standing: publish ? 'visible' : 'draft' }), ...kept];
    return Response.json(kept[0], { status: 201 });
  }
  const found = kept.find((one) => one.id === id);
  if (!found || found.revision !== sent.revision) return refusal('stale-news');
  const standing = move === 'publish' ? 'visible' : move ? 'withdrawn' : found.standing;
  const next = { ...found, ...sent, standing, revision: found.revision + 1 };
  kept = kept.map((one) => (one === found ? next : one));
  return Response.json(next);
}

const show = (at: string) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  // The layout shows no page before it knows who is signed in.
  client.setQueryData(getMeQueryKey(), { account: { id: account }, roles: [] });
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[`/staff/ville/${at}`]}>
        <Routes>
          <Route path="/staff/:slug/actualites" element={<NewsPage />} />
          <Route path="/staff/:slug/actualites/nouvelle" element={<NewNewsPage />} />
          <Route path="/staff/:slug/actualites/:id" element={<EditNewsPage />} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
};

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
let people = 0;

beforeEach(() => {
  kept = [
    news({}),
    news({ id: 'n-2', title: 'Tarifs de janvier', kind: 'prices', standing: 'scheduled' }),
    news({ id: 'n-3', title: 'Fête de fin d’année', standing: 'draft' }),
    news({ id: 'n-4', title: 'Rentrée', standing: 'ended', visibleUntil: '2020-02-01' }),
    news({ id: 'n-5', title: 'Grève', standing: 'withdrawn', important: true }),
  ];
  asked = [];
  silent = false;
  account = `a-${(people += 1)}`;
  api.setConfig({ baseUrl: 'http://localhost', fetch: (input) => server(input as Request) });
});
afterEach(cleanup);

test('while a piece of news loads, its page already has its heading', () => {
  show('actualites/n-1');
  expect(screen.queryByRole('heading', { level: 1, name: 'Modifier l’actualité' })).not.toBeNull();
  expect(screen.queryByText('Chargement…')).not.toBeNull();
});

describe('the list of news', () => {
  test('says where each stands, and what can be done with it at once', async () => {
    show('actualites');
    const rows = await screen.findAllByRole('listitem');
    const told = rows.map((row) => [
      within(row).getByRole('heading').textContent,
      /Brouillon|Programmée|Visible|Terminée|Retirée/.exec(row.textContent)?.[0],
      within(row).queryByRole('button')?.getAttribute('aria-label'),
    ]);
    expect(told).toEqual([
      ['Fermeture de la cantine', 'Visible', 'Retirer « Fermeture de la cantine »'],
      ['Tarifs de janvier', 'Programmée', 'Retirer « Tarifs de janvier »'],
      ['Fête de fin d’année', 'Brouillon', 'Publier « Fête de fin d’année »'],
      ['Rentrée', 'Terminée', undefined],
      ['Grève', 'Retirée', 'Publier « Grève »'],
    ]);
  });

  test('withdraws and says that families do not see it any more', async () => {
    show('actualites');
    await screen.findByText('Visible');
    press('Retirer « Fermeture de la cantine »');
    expect(await screen.findByText(/est retirée : les familles ne la voient plus/)).not.toBeNull();
    expect(asked).toEqual(['POST n-1 withdraw']);
    await screen.findByRole('button', { name: 'Publier « Fermeture de la cantine »' });
  });

  test('what somebody else changed meanwhile is not moved, and the list is asked again', async () => {
    show('actualites');
    await screen.findByText('Visible');
    elsewhere({ title: 'Autre titre' });
    press('Publier « Grève »');
    expect(await screen.findByText(/a modifié cette actualité pendant ce temps/)).not.toBeNull();
    await waitFor(() => expect(screen.queryAllByText('Autre titre')).toHaveLength(5));
  });

  test('empty, it leads to the first one', async () => {
    kept = [];
    show('actualites');
    const first = await screen.findByRole('link', { name: 'Écrire la première actualité' });
    expect(first.getAttribute('href')).toBe('/staff/ville/actualites/nouvelle');
  });

  test('that could not be read is asked for again', async () => {
    silent = true;
    show('actualites');
    await screen.findByText('Les actualités n’ont pas pu être chargées');
    silent = false;
    press('Réessayer');
    expect(await screen.findByText('Fermeture de la cantine')).not.toBeNull();
  });
});

describe('news being written', () => {
  test('says what is missing, and sends nothing until it is there', async () => {
    show('actualites/nouvelle');
    await screen.findByRole('heading', { name: 'Nouvelle actualité' });
    write('Jusqu’au (facultatif)', '2019-12-31');
    press('Publier');
    expect(screen.queryByText('Donnez un titre à l’actualité.')).not.toBeNull();
    expect(screen.queryByText('Le dernier jour est avant le premier.')).not.toBeNull();
    expect(screen.getByLabelText('Titre')).toBe(document.activeElement);
    expect(asked).toEqual([]);
  });

  test.each([
    ['Publier', 'visible', /« Kermesse » est publiée\. Les familles la verront dès maintenant/],
    ['Enregistrer le brouillon', 'draft', /Le brouillon « Kermesse » est enregistré/],
  ] as const)('« %s » leaves it %s', async (button, standing, told) => {
    show('actualites/nouvelle');
    await screen.findByRole('heading', { name: 'Nouvelle actualité' });
    write('Titre', 'Kermesse');
    write('Texte', 'Samedi, à **10 h**.');
    press(button);
    expect(await screen.findByText(told)).not.toBeNull();
    expect(kept[0]).toMatchObject({ title: 'Kermesse', standing, visibleUntil: null });
  });

  test('is previewed as the server renders it, its links opening elsewhere', async () => {
    show('actualites/n-1');
    const preview = await screen.findByRole('article', { name: 'Aperçu de l’actualité' });
    expect(await within(preview).findByText(/rendu : La cantine/)).not.toBeNull();
    expect(within(preview).getByRole('link').getAttribute('target')).toBe('_blank');
    write('Texte', 'Autre texte');
    expect(await within(preview).findByText(/rendu : Autre texte/)).not.toBeNull();
  });

  test('rewritten and published at once, it goes through its new revision', async () => {
    show('actualites/n-3');
    await screen.findByDisplayValue('Fête de fin d’année');
    write('Titre', 'Fête du 18');
    press('Publier');
    await screen.findByText(/« Fête du 18 » est publiée/);
    expect(asked).toEqual(['PUT n-3 Fête du 18', 'POST n-3 publish']);
  });

  test('left and found again by who wrote it, and by nobody else', async () => {
    show('actualites/n-1');
    await screen.findByDisplayValue('Fermeture de la cantine');
    write('Titre', 'Fermeture repoussée');
    cleanup();
    show('actualites/n-1');
    expect(await screen.findByDisplayValue('Fermeture repoussée')).not.toBeNull();
    expect(screen.queryByText(/Vous aviez commencé/)).not.toBeNull();
    cleanup();
    account = 'somebody-else';
    show('actualites/n-1');
    expect(await screen.findByDisplayValue('Fermeture de la cantine')).not.toBeNull();
  });
});

describe('news that two people rewrite', () => {
  const conflict = async () => {
    show('actualites/n-1');
    await screen.findByDisplayValue('Fermeture de la cantine');
    elsewhere({ title: 'Titre de l’autre', body: 'Texte de l’autre' });
    write('Titre', 'Mon titre');
    press('Enregistrer');
    await screen.findByText('Une autre personne a modifié cette actualité pendant ce temps');
    await screen.findByRole('button', { name: 'Garder mon texte' });
  };

  test('shows the other version, and keeps what was written', async () => {
    await conflict();
    const theirs = screen.getByRole('region', { name: 'Version de l’autre personne' });
    expect(within(theirs).queryByText('Titre de l’autre')).not.toBeNull();
    expect(valueOf('Titre')).toBe('Mon titre');
    expect(kept[0]?.title).toBe('Titre de l’autre');
  });

  test('one’s own text replaces the other once one says so', async () => {
    await conflict();
    press('Garder mon texte');
    expect(valueOf('Titre')).toBe('Mon titre');
    press('Enregistrer');
    await screen.findByText(/« Mon titre » est enregistrée/);
    expect(kept[0]).toMatchObject({ title: 'Mon titre', revision: 3 });
  });

  test('or the other version is taken', async () => {
    await conflict();
    press('Prendre l’autre version');
    expect(valueOf('Titre')).toBe('Titre de l’autre');
    expect(valueOf('Texte')).toBe('Texte de l’autre');
  });
});
