import type { ListHouseholdEnrolmentsResponse } from '@preau/api-client/staff';
import { client as api } from '@preau/api-client/staff/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ChildEnrolments } from './child-enrolments.tsx';
import type { HouseholdEnrolment } from './enrolment-looks.tsx';
import type { Child } from './households.queries.ts';

/** jsdom has no modal dialogs. */
HTMLDialogElement.prototype.showModal = function open() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function shut() {
  this.open = false;
};

const lea: Child = {
  id: 'lea',
  firstName: 'Léa',
  lastName: 'Durand',
  birthOn: '2018-03-14',
  schoolClass: 'CE2',
  hasAllergies: false,
  otherHouseholds: [],
};
const enrolment = (change: Partial<HouseholdEnrolment> = {}): HouseholdEnrolment => ({
  id: 'e',
  childId: 'lea',
  activityId: 'a',
  ageGroup: 'elementaire',
  schoolYear: '2026-2027',
  state: 'requested',
  withdrawn: false,
  own: true,
  requestedAt: '2026-11-16T08:00:00.000Z',
  answerDueAt: '2026-11-18T08:00:00.000Z',
  decidedAt: null,
  decidedBy: null,
  reason: null,
  note: 'Le mardi',
  answers: ['accept', 'refuse', 'incomplete', 'wait'],
  ...change,
});

let items: HouseholdEnrolment[];
let asked: string[];
let result: 'accepted' | 'refused' | 'notDone';

const data = (): ListHouseholdEnrolmentsResponse => ({
  schoolYears: ['2026-2027', '2027-2028'],
  ageGroups: [
    { code: 'elementaire', label: 'Élémentaire' },
    { code: 'maternelle', label: 'Maternelle' },
  ],
  activities: [
    { activityId: 'a', activity: 'Mercredis', facility: 'Josta Leku', ageGroups: ['elementaire'] },
  ],
  items,
});

async function server(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.includes('/organisations/')) return Response.json({ timeZone: 'Europe/Paris' });
  if (request.method === 'GET') return Response.json(data());
  asked.push(`${pathname.replace('/api/staff/enrolment-requests/', '')} ${await request.text()}`);
  if (pathname.endsWith('/undo')) return Response.json({ results: [] });
  const state = result === 'notDone' ? 'ended' : result;
  const done = { enrolmentId: 'e', result, state, code: null };
  const finalAt = '2026-11-17T08:00:30.000Z';
  return Response.json({ decisionId: 'd', finalAt, results: [done] });
}

const show = () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={['/staff/ville']}>
        <Routes>
          <Route
            path="/staff/:slug"
            element={<ChildEnrolments householdId="durand" child={lea} />}
          />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
};
const plain = (element: Element) => element.textContent?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? '';
const openAnswer = async () => {
  fireEvent.click(await screen.findByRole('button', { name: /^Répondre/ }));
  return within(screen.getByRole('dialog'));
};

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-17T08:00:00Z'), toFake: ['Date'] });
  items = [enrolment()];
  asked = [];
  result = 'accepted';
  api.setConfig({ baseUrl: 'http://localhost', fetch: (input) => server(input as Request) });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the enrolments of a child, for the office', () => {
  test('tell how far each is, since when and by whom', async () => {
    items = [
      enrolment(),
      enrolment({
        id: 'f',
        state: 'refused',
        reason: 'Complet',
        decidedAt: '2026-11-16T09:00:00.000Z',
        decidedBy: 'Maialen',
        answers: [],
      }),
      enrolment({ id: 'g', state: 'ended', withdrawn: true, own: false, answers: [] }),
      enrolment({ id: 'h', schoolYear: '2027-2028', state: 'accepted', answers: [] }),
    ];
    show();
    const lines = (await screen.findAllByRole('listitem')).map(plain);
    expect(lines[0]).toContain('Demandée lun. 16 nov. à 9 h · réponse due mer. 18 nov. à 9 h');
    expect(lines[0]).toContain('« Le mardi »');
    expect(lines[1]).toContain('décidée lun. 16 nov. à 10 h par Maialen');
    expect(lines[1]).toContain('Réponse : Complet');
    expect(lines[2]).toContain('Retirée par la famille');
    expect(lines[2]).toContain('Demandée par l’autre foyer.');
    expect(screen.queryByText('Inscriptions 2027-2028')).not.toBeNull();
  });

  test('say that an answer is late', async () => {
    vi.setSystemTime(new Date('2026-11-18T08:00:00Z'));
    show();
    expect(plain(await screen.findByRole('listitem'))).toContain('en retard, elle était due');
  });

  test('are accepted in a group, then taken back while it may be', async () => {
    show();
    const sheet = await openAnswer();
    // Only the groups the activity welcomes.
    expect(sheet.getAllByRole('option').map(plain)).toEqual(['Élémentaire']);
    fireEvent.click(sheet.getByRole('button', { name: 'Accepter' }));
    expect(await screen.findByText('Réponse enregistrée')).not.toBeNull();
    expect(asked).toEqual([
      'decisions {"answers":[{"enrolmentId":"e","answer":"accept","ageGroup":"elementaire"}],"because":null}',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Annuler ma réponse' }));
    await waitFor(() => expect(asked[1]).toBe('decisions/d/undo '));
    await waitFor(() => expect(screen.queryByText('Réponse enregistrée')).toBeNull());
  });

  test('are refused with a reason alone', async () => {
    result = 'refused';
    show();
    const sheet = await openAnswer();
    fireEvent.click(sheet.getByRole('radio', { name: /^Refuser/ }));
    fireEvent.click(sheet.getByRole('button', { name: 'Refuser' }));
    expect(sheet.queryByText(/Écrivez pourquoi/)).not.toBeNull();
    expect(asked).toEqual([]);
    fireEvent.change(sheet.getByLabelText('Motif'), { target: { value: ' Complet ' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Refuser' }));
    await waitFor(() =>
      expect(asked).toEqual([
        'decisions {"answers":[{"enrolmentId":"e","answer":"refuse","ageGroup":null}],"because":"Complet"}',
      ]),
    );
  });

  test('changed meanwhile are told to be', async () => {
    result = 'notDone';
    show();
    const sheet = await openAnswer();
    fireEvent.click(sheet.getByRole('button', { name: 'Accepter' }));
    expect(await screen.findByText(/n’attend plus de réponse/)).not.toBeNull();
  });
});
