import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { Organisation } from '../shared/organisation.ts';
import { showPortal, valDeLure } from '../shared/portal.factory.tsx';
import { FeatureGate } from './feature-gate.tsx';
import { MainNavigation } from './main-navigation.tsx';

afterEach(cleanup);

const show = (changes: Partial<Organisation>, answers = {}, at = '/planning') =>
  showPortal(<MainNavigation organisation={{ ...valDeLure, ...changes }} />, { answers, at });
const tabs = () =>
  within(screen.getByRole('navigation'))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);

describe('the tabs of the portal', () => {
  test('are those of the source document, without the invoices where they are off', () => {
    show({});
    expect(tabs()).toEqual(['Actualités', 'Mes réservations', 'Mes demandes', 'Mon compte']);
  });

  test('are those that are on, in the organisation’s own words', () => {
    const labels = { ...valDeLure.labels, invoices: 'Mes factures et paiements' };
    show({ labels, features: { enrolments: false, invoices: true, requests: false } });
    expect(tabs()).toEqual([
      'Actualités',
      'Mes réservations',
      'Mes factures et paiements',
      'Mon compte',
    ]);
  });

  test('do not bear the same name twice', () => {
    const labels = { ...valDeLure.labels, invoices: 'Mon compte' };
    show({ labels, features: { enrolments: false, invoices: true, requests: false } });
    expect(tabs()).toEqual(['Actualités', 'Mes réservations', 'Mon compte', 'Mon profil']);
  });

  test('hold the enrolments where parents ask for them', () => {
    show({ features: { enrolments: true, invoices: false, requests: true } });
    expect(tabs()).toEqual([
      'Actualités',
      'Mes réservations',
      'Mes inscriptions',
      'Mes demandes',
      'Mon compte',
    ]);
  });

  test('leave the enrolments out of a phone where there would be six', () => {
    show({ features: { enrolments: true, invoices: true, requests: true } });
    const left = screen.getAllByRole('link').filter((tab) => 'deskOnly' in tab.dataset);
    expect(left.map(({ textContent }) => textContent)).toEqual(['Mes inscriptions']);
  });

  test('count what is offered, and never say zero', async () => {
    show({}, { 'GET /api/family/offers': { items: [{ bookingId: 'a' }, { bookingId: 'b' }] } });
    const said = await screen.findByRole('link', { name: 'Mes réservations, 2 places proposées' });
    expect(said.textContent).toContain('2');
    expect(screen.getByRole('link', { name: 'Mes demandes' }).textContent).not.toContain('0');
  });

  test.each([
    ['', 'Actualités'],
    ['/actualites/1', 'Actualités'],
    ['/planning', 'Mes réservations'],
    ['/panier', 'Mes réservations'],
    ['/confirmation/1', 'Mes réservations'],
    ['/reservations/demandes', 'Mes réservations'],
    ['/demandes/envoyer', 'Mes demandes'],
    ['/historique', 'Mon compte'],
    ['/contact', 'Mon compte'],
  ])('at %s, the one that is current is %s', (at, name) => {
    show({}, {}, at);
    const current = screen
      .getAllByRole('link')
      .filter((link) => link.ariaCurrent ?? link.getAttribute('aria-current'));
    expect(current.map(({ textContent }) => textContent)).toEqual([name]);
  });
});

test('the address of a part that is off says by whom it is not offered', async () => {
  showPortal(<FeatureGate feature="invoices" />, { at: '/factures' });
  await screen.findByText('Cette page n’est pas proposée par ALSH du Val-de-Lure');
  expect(screen.getByRole('link', { name: 'Revenir à l’accueil' })).toBeDefined();
});
