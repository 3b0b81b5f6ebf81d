import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { Refusal, showPortal } from '../shared/portal.factory.tsx';
import { Router } from './router.tsx';

afterEach(cleanup);

const page = {
  code: 'privacy',
  version: 1,
  publishedAt: '2026-11-16T08:00:00.000Z',
  html: '<p>Vos données</p>',
};
const signedOut = { 'GET /api/family/me': new Refusal(401, 'unauthenticated') };

// Pages are fetched when first visited, which a busy machine takes its time for.
const visit = (at: string, answers = {}) => showPortal(<Router />, { at, route: null, answers });
const heading = (name: string | RegExp) =>
  screen.findByRole('heading', { level: 1, name }, { timeout: 10_000 });

describe('the addresses of the portal', () => {
  test.each([
    ['', 'Bonjour Claire'],
    ['/historique', 'Historique'],
    ['/factures', 'Page indisponible'],
    ['/compte', 'Mon compte'],
    ['/contact', 'Contact'],
    ['/nulle-part', 'Page introuvable'],
    ['/nulle/part', 'Page introuvable'],
  ])(
    'a signed-in parent finds at « %s »: %s',
    async (at, name) => {
      visit(at, { 'GET /api/family/history': { items: [], next: null } });
      expect((await heading(name)).textContent).toBe(name);
    },
    20_000,
  );

  test.each(['', '/planning', '/nulle-part'])(
    'somebody who is not signed in is asked to, at « %s »',
    async (at) => {
      visit(at, signedOut);
      expect(await heading('Connexion')).toBeDefined();
    },
    20_000,
  );

  test('the legal pages are read without signing in, and lead to one another', async () => {
    visit('/donnees-personnelles', {
      ...signedOut,
      'GET /api/family/organisations/val-de-lure/pages/privacy': page,
    });
    await heading('Données personnelles');
    expect(await screen.findByText('Vos données')).toBeDefined();
    fireEvent.click(screen.getByRole('link', { name: 'Mentions légales' }));
    await heading('Mentions légales');
    expect(await screen.findByText('Ce texte n’est pas encore publié')).toBeDefined();
  }, 20_000);

  test('a portal nobody has says so', async () => {
    visit('/', { 'GET /api/family/organisations/val-de-lure': new Refusal(404, 'not-found') });
    expect(await heading('Portail introuvable')).toBeDefined();
  });
});
