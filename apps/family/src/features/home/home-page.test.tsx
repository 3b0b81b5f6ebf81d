import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { claire, Refusal, showPortal, valDeLure } from '../../shared/portal.factory.tsx';
import { HomePage } from './home-page.tsx';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-17T08:00:00Z'), toFake: ['Date'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const weekdays = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];

const row = (unit: string, unitLabel: string, startsAt: string, states: (string | null)[]) => ({
  childId: 'lea',
  unit,
  unitLabel,
  activity: unit,
  activityLabel: unitLabel,
  facility: 'École Jean-Moulin',
  startsAt,
  endsAt: '18:30',
  excludes: [],
  on: weekdays,
  sessionId: weekdays,
  state: states,
  constraint: weekdays.map(() => 'free'),
  limitAt: weekdays.map(() => null),
  placesLeft: weekdays.map(() => 1),
  cents: weekdays.map(() => 0),
  unitCents: weekdays.map(() => 0),
  reasons: weekdays.map(() => []),
  waitingList: 'online',
  acceptance: 'automatic',
  cancellation: 'automatic',
  payment: 'later',
  enrolment: 'accepted',
  queue: [],
});

const planning = {
  now: '2026-11-17T08:00:00.000Z',
  timeZone: 'Europe/Paris',
  days: [...weekdays, '2026-11-21', '2026-11-22'].map((on) => ({
    on,
    kind: 'school',
    label: on === '2026-11-20' ? 'Pont' : null,
  })),
  children: [{ id: 'lea', firstName: 'Léa', schoolClass: 'CE1' }],
  reasons: [],
  rows: [
    row('soir', 'Accueil du soir', '16:30', ['confirmed', 'waitlisted', null, 'cancelled', null]),
    row('repas', 'Repas', '12:00', ['confirmed', 'confirmed', null, 'refused', null]),
  ],
};

const news = (id: string, changes: object = {}) => ({
  id,
  kind: 'information',
  title: `Titre ${id}`,
  summary: `Résumé ${id}`,
  html: `<p>Texte ${id}</p>`,
  important: false,
  visibleFrom: '2026-11-01',
  visibleUntil: null,
  ...changes,
});

const offer = {
  bookingId: 'b',
  childId: 'lea',
  childFirstName: 'Léa',
  unit: 'soir',
  unitLabel: 'Accueil du soir',
  activityLabel: 'Périscolaire',
  facility: 'École Jean-Moulin',
  on: '2026-12-08',
  until: '2026-11-18T15:30:00.000Z',
  cents: 280,
  priceReasons: [],
};

const request = (id: string, days: object[], changes: object = {}) => ({
  id,
  kind: 'booking',
  child: { id: 'lea', firstName: 'Léa' },
  activity: { code: 'alp', label: 'Accueil périscolaire' },
  requestedAt: '2026-11-16T08:00:00.000Z',
  answerDueAt: null,
  days,
  ...changes,
});

const asked = (on: string, state: string, until: string | null = null) => ({
  bookingId: `b-${on}`,
  on,
  unit: 'soir',
  unitLabel: 'Soir',
  state,
  cents: 280,
  until,
  reasons: [],
});

const document = (code: string, changes: object = {}) => ({
  code,
  label: `Pièce ${code}`,
  about: 'child',
  child: { id: 'lea', firstName: 'Léa' },
  state: 'expected',
  reason: null,
  expiresOn: null,
  blocks: ['enrolment', 'booking'],
  blocking: true,
  activities: [],
  ...changes,
});

const show = (answers: object = {}) =>
  showPortal(<HomePage />, { answers: { 'GET /api/family/planning': planning, ...answers } });
const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the home of the portal', () => {
  test('tells where each child is expected, day by day, and what is not settled in words', async () => {
    show();
    const week = await screen.findByRole('article', { name: 'LéaCE1' });
    const days = within(week)
      .getAllByRole('listitem')
      .filter(({ className }) => className.includes('day'))
      .map(({ textContent }) => plain(textContent));
    expect(days).toEqual([
      'lun. 16 nov.lundi 16 novembreRepasAccueil du soir',
      "mar. 17 nov.mardi 17 novembre, aujourd’huiRepasAccueil du soir · Liste d'attente",
      'mer. 18 nov.mercredi 18 novembreRien de réservé',
      'jeu. 19 nov.jeudi 19 novembreRien de réservé',
      'ven. 20 nov.vendredi 20 novembrePont',
    ]);
    const change = within(week).getByRole('link', { name: 'Modifier la semaine de Léa' });
    expect(change.getAttribute('href')).toBe(
      '/o/val-de-lure/planning?enfant=lea&semaine=2026-11-16',
    );
  });

  test.each([
    ['planning', '/o/val-de-lure/planning?semaine=2026-12-14'],
    ['wizard', '/o/val-de-lure/reservation/enfant?periode=vacances.noel'],
  ] as const)(
    'leads from an open period to where it is booked: %s',
    async (bookingFlow, address) => {
      const period = {
        code: 'noel',
        label: 'Noël',
        activity: { code: 'vacances', label: 'Vacances' },
        facility: 'ALSH',
        from: '2026-12-19',
        until: '2027-01-03',
        state: 'open',
        opensAt: '2026-11-10T08:00:00.000Z',
        closesAt: '2026-12-11T17:00:00.000Z',
        childIds: ['lea'],
        days: 8,
        daysFull: 0,
      };
      const organisation = { ...valDeLure, bookingFlow };
      show({
        'GET /api/family/organisations/val-de-lure': organisation,
        'GET /api/family/me': { ...claire, organisation },
        'GET /api/family/booking-periods': { now: '2026-11-17T08:00:00.000Z', items: [period] },
      });
      const link = await screen.findByRole('link', { name: /^Réserver.*Noël/ });
      expect(link.getAttribute('href')).toBe(address);
    },
  );

  test('names a child as one says it', async () => {
    const children = [{ id: 'lea', firstName: 'Elaia', schoolClass: 'CE1' }];
    show({ 'GET /api/family/planning': { ...planning, children } });
    expect(await screen.findByRole('link', { name: 'Modifier la semaine d’Elaia' })).toBeTruthy();
  });

  test('asks for nothing when there is nothing to do', async () => {
    show();
    await screen.findByRole('article');
    expect(screen.queryByRole('heading', { name: 'À faire' })).toBeNull();
  });

  test('puts first what waits for an answer, with its term and where to give it', async () => {
    show({
      'GET /api/family/offers': { items: [offer] },
      'GET /api/family/cart': { revision: 1, updatedBy: null, totalCents: 0, lines: [{}, {}] },
    });
    const link = await screen.findByRole('link', { name: /Une place pour Léa/ });
    expect(plain(link.textContent)).toBe(
      'Une place pour Léa : Accueil du soir, mardi 8 décembreRépondez avant mercredi 18 novembre à 16 h 30',
    );
    expect(link.getAttribute('href')).toContain('semaine=2026-12-07');
    const cart = await screen.findByRole('link', { name: /^2 modifications attendent/ });
    expect(cart.getAttribute('href')).toBe('/o/val-de-lure/panier');
  });

  test('tells what is accepted and to be paid, the first term at the head, then what was refused', async () => {
    show({
      'GET /api/family/requests': {
        items: [
          request('a', [asked('2026-12-08', 'awaitingPayment', '2026-11-25T23:00:00.000Z')]),
          request('b', [
            asked('2026-12-01', 'awaitingPayment', '2026-11-19T23:00:00.000Z'),
            asked('2026-12-03', 'confirmed'),
          ]),
          request('c', [asked('2026-11-10', 'refused'), asked('2026-12-10', 'refused')]),
          request('d', [asked('2026-11-12', 'refused')]),
        ],
        next: null,
        counts: { pending: 0, toPay: 2, refused: 2 },
      },
    });
    await screen.findAllByRole('link', { name: /^À payer/ });
    const tasks = within(screen.getByRole('region', { name: 'À faire' })).getAllByRole('link');
    expect(tasks.map(({ textContent }) => plain(textContent))).toEqual([
      'À payer : Accueil périscolaire, Léa, mardi 1er décembreAvant le jeudi 19 novembre à minuit, sinon la place est rendue',
      'À payer : Accueil périscolaire, Léa, mardi 8 décembreAvant le mercredi 25 novembre à minuit, sinon la place est rendue',
      'Demande refusée : Accueil périscolaire, Léa, jeudi 10 décembreVoir la réponse du service',
    ]);
    expect(tasks[0]?.getAttribute('href')).toContain('/reservations/demandes?etat=a-payer');
    const tile = screen.getByRole('link', { name: /^Mes demandes de réservation/ });
    expect(plain(tile.textContent)).toContain('2 à payer');
  });

  test('tells which documents are still to be sent, and what they keep from doing', async () => {
    const expected = [
      document('vaccins'),
      document('domicile', { child: null, blocks: ['enrolment'], state: 'expired' }),
      document('photo', { blocks: [], blocking: false }),
      document('assurance', { state: 'accepted' }),
    ];
    show({ 'GET /api/family/documents/expected': { items: expected } });
    const first = await screen.findByRole('link', { name: /^Document attendu/ });
    expect(plain(first.textContent)).toBe(
      'Document attendu : Pièce vaccins, LéaÀ envoyer pour pouvoir inscrire et réserver',
    );
    const second = screen.getByRole('link', { name: /^Document à renouveler/ });
    expect(plain(second.textContent)).toBe(
      'Document à renouveler : Pièce domicileÀ envoyer pour pouvoir inscrire',
    );
    const tile = screen.getByRole('link', { name: /^Mes demandes/ });
    expect(plain(tile.textContent)).toContain('3 documents attendus');
  });

  test('has a tile for enrolments where families ask for them, with those under way', async () => {
    const features = { ...valDeLure.features, enrolments: true };
    const items = ['requested', 'accepted', 'incomplete'].map((state) => ({ state }));
    show({
      'GET /api/family/organisations/val-de-lure': { ...valDeLure, features },
      'GET /api/family/enrolments': {
        schoolYears: [],
        schoolYear: '2026-2027',
        children: [{ id: 'lea', firstName: 'Léa', items, available: [] }],
      },
    });
    const tile = await screen.findByRole('link', { name: /2\sen cours/ });
    expect(tile.getAttribute('href')).toBe('/o/val-de-lure/inscriptions');
  });

  test('tells when bookings open', async () => {
    show({
      'GET /api/family/booking-periods': {
        now: '2026-11-17T08:00:00.000Z',
        items: [
          {
            code: 'hiver',
            label: 'Mercredis de janvier à mars',
            activity: { code: 'mercredi', label: 'Josta Leku' },
            facility: 'Josta Leku',
            from: '2027-01-06',
            until: '2027-03-31',
            state: 'notYet',
            opensAt: '2026-11-29T23:00:00.000Z',
            closesAt: '2026-12-10T23:00:00.000Z',
            childIds: ['lea'],
            days: 12,
            daysFull: 0,
          },
        ],
      },
    });
    const windows = await screen.findByRole('region', { name: 'Périodes de réservation' });
    expect(plain(windows.textContent)).toContain(
      'Mercredis de janvier à mars · Josta LekuSe réserve du lundi 30 novembre au jeudi 10 décembre.',
    );
  });

  test('shows what is important in full and the rest as cards', async () => {
    const important = news('a', { important: true, visibleUntil: '2027-07-04' });
    show({ 'GET /api/family/news': { items: [important, news('b', { kind: 'closure' })] } });
    await screen.findByText('Texte a');
    expect(plain(screen.getByText(/^Jusqu’au/).textContent)).toBe('Jusqu’au dimanche 4 juillet');
    expect(screen.getByRole('link', { name: 'Titre b' }).getAttribute('href')).toBe(
      '/o/val-de-lure/actualites/b',
    );
    expect(screen.getByText('Fermeture')).toBeDefined();
    expect(screen.queryByText('Texte b')).toBeNull();
  });

  test('each part that could not be loaded says so and can be tried again alone', async () => {
    let answers = false;
    show({
      'GET /api/family/planning': () => (answers ? planning : new Refusal(400, 'unreadable')),
    });
    await screen.findByText('La semaine n’a pas pu être chargée');
    expect(screen.getByText('Aucune actualité en ce moment.')).toBeDefined();
    answers = true;
    screen.getByRole('button', { name: 'Réessayer' }).click();
    await waitFor(() => expect(screen.getByRole('article')).toBeDefined());
  });
});
