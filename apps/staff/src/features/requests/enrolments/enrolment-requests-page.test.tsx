import { client as api } from '@preau/api-client/staff/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EnrolmentRequestsPage } from './enrolment-requests-page.tsx';
import type { EnrolmentRequest } from './enrolments.queries.ts';

let kept: EnrolmentRequest[];
let taken: string[];
let isLate: boolean;

const request = (id: string, lastName: string): EnrolmentRequest => ({
  id,
  household: { id: `h-${id}`, name: lastName },
  child: { id: `c-${id}`, firstName: 'Léa', lastName, schoolClass: 'CE1', age: 7 },
  activity: { id: 'act', code: 'alp', label: 'Accueil périscolaire' },
  facility: { id: 'f', name: 'École A' },
  schoolYear: '2026-2027',
  state: 'requested',
  ageGroup: 'elementaire',
  ageGroups: [
    { code: 'maternelle', label: 'Maternelle' },
    { code: 'elementaire', label: 'Élémentaire' },
  ],
  note: `Mot de ${lastName}`,
  requestedAt: '2026-11-16T08:00:00.000Z',
  answerDueAt: '2026-11-18T08:00:00.000Z',
  decidedAt: null,
  decidedBy: null,
  reason: null,
  answers: ['accept', 'refuse', 'incomplete', 'wait'],
  why: [],
  householdStatus: { fileComplete: false, missingDocuments: ['Vaccinations'] },
});

type Sent = {
  readonly answers: readonly {
    readonly enrolmentId: string;
    readonly answer: string;
    readonly ageGroup: string | null;
  }[];
  readonly because: string | null;
};

async function server(asked: Request): Promise<Response> {
  const { pathname } = new URL(asked.url);
  if (pathname.includes('/organisations/')) {
    const contact = { name: 'Mairie', phone: '', email: '' };
    return Response.json({ name: 'Ville', timeZone: 'Europe/Paris', contact, officeHoursText: '' });
  }
  if (pathname.endsWith('/me')) return Response.json({ account: { id: 'clerk' }, roles: [] });
  if (pathname.endsWith('/requests/counts')) {
    return Response.json({ bookings: 0, overdue: 0, dueSoon: 0, enrolments: 2, documents: 0 });
  }
  if (pathname.endsWith('/undo')) {
    taken.push('undo');
    return Response.json({ results: [{ result: 'takenBack' }] });
  }
  if (pathname.endsWith('/decisions')) {
    const { answers, because } = (await asked.json()) as Sent;
    const [one] = answers;
    if (isLate || !one) return Response.json({ decisionId: null, finalAt: null, results: [] });
    taken.push([one.answer, one.enrolmentId, one.ageGroup, because].filter(Boolean).join(' '));
    kept = kept.filter(({ id }) => id !== one.enrolmentId);
    return Response.json({ decisionId: 'd', finalAt: '2026-11-16T08:00:30.000Z', results: [] });
  }
  const pending = kept.length;
  return Response.json({ items: kept, next: null, counts: { pending, overdue: 0 } });
}

const show = async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={['/staff/ville/demandes/inscriptions']}>
        <Routes>
          <Route path="/staff/:slug/demandes/inscriptions" element={<EnrolmentRequestsPage />} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  await screen.findByText('Mot de Aubry');
};

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  kept = [request('a', 'Aubry'), request('b', 'Benali')];
  taken = [];
  isLate = false;
  document.cookie = 'preau-touches=oui';
  api.setConfig({ baseUrl: 'http://localhost', fetch: (input) => server(input as Request) });
});
afterEach(cleanup);

describe('requests for enrolments', () => {
  test('show the child, the household and what is missing', async () => {
    await show();
    expect(screen.queryByRole('heading', { level: 2 })?.textContent).toBe('Aubry Léa, CE1');
    expect(screen.queryByText('Dossier incomplet')).not.toBeNull();
    expect(screen.queryByText('Manque : Vaccinations')).not.toBeNull();
  });

  test('are accepted in the group proposed, or in another', async () => {
    await show();
    press('Accepter');
    await screen.findByText('Mot de Benali');
    fireEvent.change(screen.getByLabelText('Groupe d’âge'), { target: { value: 'maternelle' } });
    press('Accepter');
    await waitFor(() => expect(taken).toEqual(['accept a', 'accept b maternelle']));
  });

  test('are refused, or sent back for something missing, with the reason', async () => {
    await show();
    press('Demander un complément…');
    press('Demander ce complément');
    expect(screen.queryByText(/Écrivez pourquoi/)).not.toBeNull();
    press('Coordonnées');
    press('Demander ce complément');
    await screen.findByText('Mot de Benali');
    press('Refuser…');
    press('Âge');
    press('Refuser l’inscription');
    await waitFor(() => expect(taken).toHaveLength(2));
    expect(taken[0]).toMatch(/^incomplete a Vos coordonnées/);
    expect(taken[1]).toMatch(/^refuse b Cet accueil/);
  });

  test('answered, one can be taken back', async () => {
    await show();
    press('Mettre en liste d’attente');
    await screen.findByText('Inscription en liste d’attente');
    press(/^Revenir sur cette réponse/);
    expect(await screen.findByText(/la demande attend à nouveau/)).not.toBeNull();
    expect(taken).toEqual(['wait a', 'undo']);
  });

  test('answered by somebody else meanwhile, it is said', async () => {
    await show();
    isLate = true;
    press('Accepter');
    expect(await screen.findByText('Une autre personne a répondu avant vous.')).not.toBeNull();
    expect(taken).toEqual([]);
  });
});
