import { client as api } from '@preau/api-client/family/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Organisation } from '../../../shared/organisation.ts';
import { announcer } from '../announcements.tsx';
import { OfferNotices } from './offer-notices.tsx';
import { OfferOf } from './offer-of.tsx';

/** jsdom has no modal dialogs. */
HTMLDialogElement.prototype.showModal = function open() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function shut() {
  this.open = false;
};

const organisation = {
  timeZone: 'Europe/Paris',
  officeHoursText: '',
  contact: { name: 'le service', phone: '', email: '', address: '' },
} as Organisation;

const offer = {
  bookingId: 'b-1',
  childId: 'lea',
  childFirstName: 'Léa',
  unit: 'soir',
  unitLabel: 'Périscolaire soir',
  activityLabel: 'Périscolaire',
  facility: 'École Jean-Moulin',
  on: '2026-12-15',
  until: '2026-12-10T15:30:00.000Z',
  cents: 280,
  priceReasons: [],
};

let open: boolean;
let lapsed: boolean;
const answers: string[] = [];

async function server({ url, method }: Request): Promise<Response> {
  const { pathname } = new URL(url);
  if (method === 'GET') return Response.json({ items: open ? [offer] : [] });
  if (lapsed) {
    open = false;
    const code = 'offer-lapsed';
    const body = { type: `/problems/${code}`, title: code, status: 409, code, requestId: 'r-1' };
    return Response.json(body, { status: 409 });
  }
  answers.push(pathname);
  open = false;
  return new Response(null, { status: 204 });
}

const text = (element: Element) => element.textContent?.replaceAll(/[\u00a0\u202f]/g, ' ');

beforeEach(() => {
  open = true;
  lapsed = false;
  answers.length = 0;
  api.setConfig({ baseUrl: 'http://localhost', fetch: (input) => server(input as Request) });
});

function show(shown: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(<QueryClientProvider client={client}>{shown}</QueryClientProvider>);
}

afterEach(cleanup);

const answer = async (words: string) => {
  show(<OfferNotices organisation={organisation} />);
  fireEvent.click(await screen.findByRole('button', { name: /^Répondre/ }));
  fireEvent.click(await screen.findByRole('button', { name: words }));
};

test('a place that is free says for whom, when, at what price and until when', async () => {
  show(<OfferNotices organisation={organisation} />);
  const notice = await screen.findByRole('region', { name: 'Une place libre pour vous' });
  expect(text(notice)).toContain('Périscolaire soir · Léa · mardi 15 décembre');
  expect(text(notice)).toContain('2,80 € · à accepter avant le jeudi 10 décembre à 16 h 30');
});

test('the sheet says what happens if nothing is done', async () => {
  show(<OfferNotices organisation={organisation} />);
  fireEvent.click(await screen.findByRole('button', { name: /^Répondre/ }));
  expect(text(await screen.findByRole('dialog'))).toContain(
    'Sans réponse de votre part d’ici là, elle est proposée à la famille suivante',
  );
  expect(answers).toEqual([]);
});

test.each([
  ['Accepter la place', '/api/family/offers/b-1/accept'],
  ['Refuser', '/api/family/offers/b-1/decline'],
])('« %s » answers, and the place is no longer there', async (words, path) => {
  const say = vi.spyOn(announcer, 'say');
  await answer(words);
  await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(answers).toEqual([path]);
  expect(say).toHaveBeenCalledOnce();
  say.mockRestore();
});

test('an offer that lapsed meanwhile says so, although it is no longer among the others', async () => {
  lapsed = true;
  await answer('Accepter la place');
  await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
  await screen.findByText(/n’est plus proposée/);
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('a cell whose offer is gone says so instead of opening nothing', async () => {
  open = false;
  show(<OfferOf bookingId="b-1" organisation={organisation} onClose={() => undefined} />);
  expect(await screen.findByText('Cette place n’est plus proposée.')).toBeTruthy();
});

test('a cell opens the offer it stands for', async () => {
  show(<OfferOf bookingId="b-1" organisation={organisation} onClose={() => undefined} />);
  const dialog = await screen.findByRole('dialog');
  expect(text(dialog)).toContain('Périscolaire soir · Léa · École Jean-Moulin');
});
