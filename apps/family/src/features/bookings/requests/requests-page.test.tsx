import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { claire, Refusal, showPortal } from '../../../shared/portal.factory.tsx';
import { RequestsPage } from './requests-page.tsx';
import type { OwnRequest, OwnRequests, RequestedDay } from './requests.queries.ts';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-24T08:00:00Z'), toFake: ['Date'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const dayOf = (
  on: string,
  state: RequestedDay['state'],
  more: Partial<RequestedDay> = {},
): RequestedDay => ({
  bookingId: `b-${on}`,
  on,
  unit: 'matin',
  unitLabel: 'Accueil du matin',
  state,
  cents: 185,
  until: null,
  reasons: [],
  ...more,
});

const request = (id: string, days: RequestedDay[], more: Partial<OwnRequest> = {}): OwnRequest => ({
  id,
  kind: 'booking',
  child: { id: 'lea', firstName: 'Léa' },
  activity: { code: 'alp', label: 'Accueil périscolaire' },
  requestedAt: '2026-11-24T08:00:00.000Z',
  answerDueAt: null,
  days,
  ...more,
});

const because = { code: 'requestRefused', because: 'groupe complet ce jour-là.' };
const pending = request('p', [dayOf('2026-12-01', 'requested'), dayOf('2026-12-03', 'requested')], {
  answerDueAt: '2026-11-26T14:00:00.000Z',
});
const toPay = request('t', [
  dayOf('2026-12-08', 'awaitingPayment', { until: '2026-11-25T23:00:00.000Z' }),
]);
const partly = request(
  'r',
  [
    dayOf('2026-12-04', 'confirmed'),
    dayOf('2026-12-10', 'refused', { reasons: [{ code: 'toBeAnswered', until: 0 }, because] }),
  ],
  { child: { id: 'noe', firstName: 'Noé' } },
);

const page = (items: OwnRequest[], more: Partial<OwnRequests> = {}): OwnRequests => ({
  items,
  next: null,
  counts: { pending: 1, toPay: 1, refused: 1 },
  ...more,
});

const children = [...claire.children, { id: 'noe', firstName: 'Noé', schoolClass: 'MS' }];

const show = (answer: unknown, at = '/reservations/demandes') =>
  showPortal(<RequestsPage />, {
    at,
    route: '/reservations/demandes',
    answers: { 'GET /api/family/me': { ...claire, children }, 'GET /api/family/requests': answer },
  });

const plain = (element: Element) => element.textContent?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? '';
const cards = async () => (await screen.findAllByRole('article')).map((card) => card);

describe('the requests of a household', () => {
  test('tell by when they are answered, day by day', async () => {
    show(page([pending]));
    const [card] = await cards();
    if (!card) throw new Error('No request is shown');
    expect(plain(card)).toContain('En attente');
    expect(plain(card)).toContain('réponse au plus tard le jeudi 26 novembre à 15 h');
    expect(plain(card)).toContain('Accueil du matin : mar. 1er déc., jeu. 3 déc.3,70 €');
    const link = within(card).getByRole('link', { name: /^Voir dans le planning/ });
    expect(link.getAttribute('href')).toBe('/o/val-de-lure/planning?enfant=lea&semaine=2026-11-30');
  });

  test('say that an answer is late', async () => {
    vi.setSystemTime(new Date('2026-11-27T08:00:00Z'));
    show(page([pending]));
    expect(plain((await cards())[0] as Element)).toContain('réponse attendue depuis le jeudi 26');
  });

  test('that were not paid in time say so, and no longer that they are to be paid', async () => {
    const until = Date.parse('2026-11-25T23:00:00Z');
    const expired = (on: string, code: string) =>
      dayOf(on, 'expired', {
        reasons: [{ code, until }],
      });
    show(
      page([
        request('e', [expired('2026-12-07', 'paymentExpired'), expired('2026-12-08', 'payBefore')]),
      ]),
    );
    const [card] = await cards();
    const told = plain(card as Element);
    expect(told).toContain('Non payée');
    expect(told).toContain('Non payé à temps, annulé');
    expect(told).toContain(
      'Non payé avant le mercredi 25 novembre à minuit : la réservation est annulée.',
    );
    expect(told).not.toMatch(/Acceptée|À payer avant|€/);
  });

  test('that are to be paid say by when, and to whom', async () => {
    show(page([toPay]));
    const [card] = await cards();
    expect(plain(card as Element)).toContain('à payer avant le mercredi 25 novembre à minuit');
    expect(screen.getByText('Une demande est à payer')).toBeTruthy();
    expect(screen.getByRole('link', { name: /Appeler le 03 53/ })).toBeTruthy();
  });

  test('accepted in part tell which days were refused, and why, in the words of the service', async () => {
    show(page([partly]));
    const [card] = await cards();
    const groups = within(card as HTMLElement).getAllByRole('listitem');
    expect(groups.map(plain)).toEqual([
      'Accueil du matin : ven. 4 déc.1,85 €Accepté, réservé',
      'Accueil du matin : jeu. 10 déc.RefuséDemande refusée par le service : groupe complet ce jour-là.',
    ]);
    expect(plain(card as Element)).toContain('Acceptée en partie');
  });

  test('to cancel say whether the day is still booked', async () => {
    const days = [dayOf('2026-12-01', 'confirmed'), dayOf('2026-12-03', 'cancelled')];
    show(page([request('c', days, { kind: 'cancellation' })]));
    const [card] = await cards();
    expect(plain(card as Element)).toContain('Annulation refusée, le jour reste réservé');
    expect(plain(card as Element)).toContain('Annulation acceptée');
  });

  test('are shown by child and by state', async () => {
    show(page([pending, toPay, partly]));
    expect(await cards()).toHaveLength(3);
    fireEvent.click(await screen.findByRole('button', { name: /Noé/ }));
    expect(await cards()).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'En attente (1)' }));
    await screen.findByText('Aucune demande de ce genre');
    fireEvent.click(screen.getByRole('button', { name: 'Voir toutes les demandes' }));
    expect(await cards()).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: 'Refusées (1)' }));
    expect((await cards()).map((card) => card.dataset['status'])).toEqual(['partly']);
  });

  test('older ones are fetched when they are asked for', async () => {
    const asked: string[] = [];
    show((input: Request) => {
      const { searchParams } = new URL(input.url);
      asked.push(searchParams.get('after') ?? '');
      return searchParams.has('after') ? page([toPay]) : page([pending], { next: '7' });
    });
    await cards();
    fireEvent.click(screen.getByRole('button', { name: 'Afficher les demandes plus anciennes' }));
    await screen.findByText('À payer', { selector: 'article *' });
    expect(asked).toEqual(['', '7']);
  });

  test('a household that asked for nothing is led to the planning', async () => {
    show(page([], { counts: { pending: 0, toPay: 0, refused: 0 } }));
    await screen.findByText('Aucune demande en cours');
    const link = screen.getByRole('link', { name: 'Ouvrir le planning' });
    expect(link.getAttribute('href')).toBe('/o/val-de-lure/planning');
  });

  test('that could not be loaded say so and can be tried again', async () => {
    let answers = false;
    show(() => (answers ? page([pending]) : new Refusal(400, 'unreadable')));
    await screen.findByText('Vos demandes n’ont pas pu être chargées');
    answers = true;
    fireEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(await cards()).toHaveLength(1);
  });
});
