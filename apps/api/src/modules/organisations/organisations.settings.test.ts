import { describe, expect, test } from 'vitest';
import { organisationSettings } from './organisations.factory.ts';
import { organisationSettingsSchema } from './organisations.settings.ts';

const read = (stored: unknown) => organisationSettingsSchema.parse(stored);

describe('settings of an organisation', () => {
  test('a document written before parts of the portal could be switched off still reads', () => {
    const { features, labels, documentKinds, townHallEmail } = read(organisationSettings());
    expect(features).toEqual({ enrolments: false, invoices: false, requests: true });
    expect(labels).toEqual({
      news: 'Actualités',
      bookings: 'Mes réservations',
      invoices: 'Mes factures',
      requests: 'Mes demandes',
      enrolments: 'Mes inscriptions',
    });
    expect(documentKinds.map(({ code }) => code)).toContain('dispense-medicale');
    expect(townHallEmail).toBeNull();
  });

  test('what a newer version wrote in it is passed over', () => {
    const features = { invoices: true, requests: false, messages: true };
    expect(read({ ...organisationSettings(), features, theme: 'sombre' }).features).toEqual({
      enrolments: false,
      invoices: true,
      requests: false,
    });
  });

  test('what is set is kept', () => {
    const labels = { invoices: 'Mes factures et paiements' };
    expect(read(organisationSettings({ labels })).labels).toMatchObject({
      invoices: 'Mes factures et paiements',
      news: 'Actualités',
    });
  });

  test.each(['red', '#12345', '#12345g', '#0B6B5B', 'javascript:alert(1)'])(
    '%s is no colour of a theme',
    (brandColor) => {
      expect(() => read(organisationSettings({ brandColor }))).toThrow('brandColor');
    },
  );
});
