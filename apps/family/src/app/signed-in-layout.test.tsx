import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { claire, Refusal, showPortal } from '../shared/portal.factory.tsx';
import { SignedInLayout } from './signed-in-layout.tsx';

afterEach(cleanup);

const terms = {
  code: 'terms',
  version: 2,
  publishedAt: '2026-11-16T08:00:00.000Z',
  html: '<p>Nouvelles conditions</p>',
};

/** A server whose parent has the terms to accept, until they do. */
function serverWithTerms(refused = false) {
  let accepted = false;
  return {
    'GET /api/family/me': () => ({ ...claire, termsToAccept: !accepted }),
    'GET /api/family/organisations/val-de-lure/pages/terms': terms,
    'POST /api/family/terms/accept': () => {
      accepted = !refused;
      return refused ? new Refusal(409, 'stale-terms') : null;
    },
  };
}

const accept = () => screen.getByRole('button', { name: 'Accepter et continuer' });

describe('the terms of use', () => {
  test('come before any page, and are accepted on purpose', async () => {
    const asked = showPortal(<SignedInLayout />, { answers: serverWithTerms() });
    await screen.findByText('Nouvelles conditions');
    expect(screen.queryByRole('navigation', { name: 'Navigation principale' })).toBeNull();
    fireEvent.click(accept());
    expect(screen.getByRole('alert').textContent).toContain('Cochez la case');
    expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(accept());
    await screen.findByRole('navigation', { name: 'Navigation principale' });
    expect(asked).toContain('POST /api/family/terms/accept {"version":2}');
  });

  test('that changed while they were read are read again', async () => {
    showPortal(<SignedInLayout />, { answers: serverWithTerms(true) });
    await screen.findByText('Nouvelles conditions');
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(accept());
    await screen.findByText(/Les conditions viennent de changer/);
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
  });
});

describe('a parent who', () => {
  test('is not signed in is sent to the sign-in page and back', async () => {
    showPortal(<SignedInLayout />, {
      at: '/historique',
      answers: { 'GET /api/family/me': new Refusal(401, 'unauthenticated') },
    });
    const sent = await screen.findByText(/^Ailleurs/);
    expect(sent.textContent).toBe(
      'Ailleurs : /o/val-de-lure/connexion?retour=%2Fo%2Fval-de-lure%2Fhistorique',
    );
  });

  test('has no network is told so, with a heading and a way to try again', async () => {
    let answers = false;
    showPortal(<SignedInLayout />, {
      answers: { 'GET /api/family/me': () => (answers ? claire : 'silent') },
    });
    await waitFor(() => expect(screen.getByRole('alert')).toBeDefined(), { timeout: 8_000 });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Espace indisponible');
    answers = true;
    fireEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
    await screen.findByRole('navigation', { name: 'Navigation principale' });
  }, 12_000);

  test('reaches the service and the legal pages from the foot of every page', async () => {
    showPortal(<SignedInLayout />);
    await screen.findByRole('link', { name: 'Accessibilité : non conforme' });
    expect(screen.getByRole('link', { name: /Appeler le 03 53/ })).toBeDefined();
    const towns = screen.getByRole('link', { name: 'Contactez-nous' });
    expect(towns.getAttribute('href')).toBe('mailto:contact@preau.example');
  });
});
