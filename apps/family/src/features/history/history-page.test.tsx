import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { showPortal } from '../../shared/portal.factory.tsx';
import { HistoryPage } from './history-page.tsx';

afterEach(cleanup);

const confirmation = {
  kind: 'confirmation',
  id: '1',
  at: '2026-11-16T08:05:00.000Z',
  totalCents: 280,
  lineCount: 3,
  who: { kind: 'you', name: null },
  lines: [
    {
      childId: 'lea',
      childFirstName: 'Léa',
      on: '2026-12-08',
      unit: 'soir',
      unitLabel: 'Accueil du soir',
      activityLabel: 'Périscolaire',
      action: 'add',
      result: 'booked',
      cents: 280,
      reasons: [],
      priceReasons: [],
    },
  ],
};

const change = {
  kind: 'change',
  id: '2',
  at: '2026-11-14T23:30:00.000Z',
  bookingId: 'b',
  childId: 'lea',
  childFirstName: 'Léa',
  on: '2026-12-08',
  unit: 'repas',
  unitLabel: 'Repas',
  activityLabel: 'Restauration',
  facility: 'École Jean-Moulin',
  from: 'offered',
  to: 'confirmed',
  cents: 0,
  reasons: [],
  priceReasons: [],
  who: { kind: 'guardian', name: 'Thomas' },
};

const texts = (role: string) =>
  screen.getAllByRole(role).map(({ textContent }) => textContent?.replaceAll('\u00a0', ' '));

describe('the history', () => {
  test('tells what happened on each day, who did it and the price, the newest first', async () => {
    showPortal(<HistoryPage />, {
      answers: { 'GET /api/family/history': { items: [confirmation, change], next: null } },
    });
    await screen.findByText('Vous avez validé le panier');
    expect(
      screen
        .getAllByRole('heading', { level: 2 })
        .map(({ textContent }) => textContent?.replaceAll('\u00a0', ' ')),
    ).toEqual(['Lundi 16 novembre 2026', 'Dimanche 15 novembre 2026']);
    const [entry, line] = texts('listitem');
    expect(entry).toContain('+ 2,80 €');
    expect(line).toBe('Léa · Accueil du soir, mar. 8 déc.Réservé+ 2,80 €');
    expect(screen.getByText('Place acceptée, réservé')).toBeDefined();
    expect(screen.getByText(/^Thomas, à 0/)).toBeDefined();
    expect(
      screen.getByRole('link', { name: 'Voir les 3 lignes et leurs raisons' }).getAttribute('href'),
    ).toBe('/o/val-de-lure/confirmation/1');
  });

  test('goes on where it stopped', async () => {
    const asked = showPortal(<HistoryPage />, {
      answers: {
        'GET /api/family/history': (request: Request) =>
          new URL(request.url).searchParams.get('after') === '1'
            ? { items: [change], next: null }
            : { items: [confirmation], next: '1' },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Afficher la suite' }));
    await screen.findByText('Place acceptée, réservé');
    expect(screen.queryByRole('button', { name: 'Afficher la suite' })).toBeNull();
    expect(asked.filter((one) => one === 'GET /api/family/history')).toHaveLength(2);
  });

  test('of a household that did nothing yet says what will be there', async () => {
    showPortal(<HistoryPage />, {
      answers: { 'GET /api/family/history': { items: [], next: null } },
    });
    await screen.findByText('Rien pour le moment');
    expect(screen.getByRole('link', { name: 'Réserver' })).toBeDefined();
  });
});
