import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Organisation } from '../../shared/organisation.ts';
import { showPortal, valDeLure } from '../../shared/portal.factory.tsx';
import { ContactPage } from './contact-page.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  // A Tuesday.
  vi.setSystemTime('2026-11-17T09:30:00.000Z');
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const show = async (changes: Partial<Organisation> = {}) => {
  const organisation = { ...valDeLure, ...changes };
  const answers = { 'GET /api/family/organisations/val-de-lure': organisation };
  showPortal(<ContactPage />, { at: '/contact', answers });
  await screen.findByRole('heading', { name: organisation.name });
};

const fondespierre = {
  officeHours: [
    { weekday: 2, from: '09:00', until: '12:00' },
    { weekday: 2, from: '14:00', until: '18:00' },
    { weekday: 4, from: '14:00', until: '18:00' },
  ],
};

describe('the page that tells whom to contact', () => {
  test('telephone, e-mail and address are links that a phone can follow', async () => {
    await show();
    const link = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href');
    expect(link(/^Téléphone/)).toBe('tel:0353017218');
    expect(link(/^E‑mail/)).toBe('mailto:alsh@val-de-lure.example');
    expect(link(/^Adresse/)).toContain('3+all%C3%A9e+des+Tilleuls');
  });

  test('tells that it is open now, and the hours of each day', async () => {
    await show(fondespierre);
    const section = screen.getByRole('region', { name: 'Horaires des permanences' });
    expect(within(section).queryByText(/^Ouvert maintenant, jusqu’à 12.h$/)).not.toBeNull();
    const days = within(section).getAllByRole('term');
    expect(days.map(({ textContent }) => textContent)).toEqual(['Mardiaujourd’hui', 'Jeudi']);
    expect(within(section).queryByText(/^9.h – 12.h et 14.h – 18.h$/)).not.toBeNull();
  });

  test('tells when it opens', async () => {
    vi.setSystemTime('2026-11-17T17:30:00.000Z');
    await show(fondespierre);
    expect(screen.queryByText(/^Fermé, ouvre jeudi à 14.h$/)).not.toBeNull();
  });

  test('without hours by day, in the organisation’s own words', async () => {
    await show({ officeHoursText: 'sur rendez-vous' });
    expect(screen.queryByText('Sur rendez-vous')).not.toBeNull();
    expect(screen.queryByText(/Ouvert|Fermé/)).toBeNull();
  });

  test('what the organisation does not have is not there', async () => {
    await show({
      officeHoursText: '',
      contact: { ...valDeLure.contact, phone: '', address: '' },
    });
    expect(screen.getAllByRole('link')).toHaveLength(1);
    expect(screen.queryByText('Horaires des permanences')).toBeNull();
  });
});
