import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { showPortal, valDeLure } from '../../shared/portal.factory.tsx';
import { ActivationPage } from './activation-page.tsx';

beforeEach(() => window.location.assign('#jeton'));
afterEach(cleanup);

const answers = {
  'POST /api/family/activation/check': {
    email: 'claire@example.org',
    firstName: 'Claire',
    organisationName: 'ALSH du Val-de-Lure',
  },
  'POST /api/family/activation': null,
};
const show = (more = {}) =>
  showPortal(<ActivationPage />, { at: '/activation', answers: { ...answers, ...more } });
const choose = async () => {
  const password = await screen.findByLabelText('Nouveau mot de passe');
  fireEvent.change(password, { target: { value: 'trois tilleuls au printemps' } });
  fireEvent.click(screen.getByRole('button', { name: 'Activer mon compte' }));
};
const activated = (asked: readonly string[]) =>
  asked.filter((one) => one.startsWith('POST /api/family/activation {'));

describe('the first visit', () => {
  test('asks to accept the terms, which open beside what is being typed', async () => {
    const asked = show();
    await choose();
    expect(screen.getByRole('alert').textContent).toContain('Cochez la case');
    expect(activated(asked)).toEqual([]);
    const terms = screen.getByRole('link', { name: /^conditions générales d’utilisation/ });
    expect(terms.getAttribute('href')).toBe('/o/val-de-lure/conditions-generales');
    expect(terms.getAttribute('target')).toBe('_blank');
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(screen.getByRole('button', { name: 'Activer mon compte' }));
    await screen.findByText(/^Ailleurs : \/o\/val-de-lure$/);
    expect(activated(asked)[0]).toContain('"acceptedTerms":1');
  });

  test('asks for nothing where there are no terms', async () => {
    const asked = show({
      'GET /api/family/organisations/val-de-lure': { ...valDeLure, termsVersion: null },
    });
    await choose();
    await screen.findByText(/^Ailleurs/);
    expect(activated(asked)[0]).not.toContain('acceptedTerms');
  });
});
