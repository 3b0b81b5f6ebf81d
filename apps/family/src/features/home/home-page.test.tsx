import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Refusal, showPortal } from '../../shared/portal.factory.tsx';
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
