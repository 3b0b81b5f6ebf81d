import type { Settings } from './settings.queries.ts';

/** Settings of an invented town. */
export function settings(changes: Partial<Settings> = {}): Settings {
  return {
    revision: 1,
    name: 'Ville',
    brandColor: '#0b6b5b',
    contact: {
      name: 'le service enfance',
      phone: '03 84 00 00 00',
      email: 'enfance@ville.example',
      address: '1 place de la Mairie',
    },
    officeHours: [{ weekday: 2, from: '09:00', until: '12:00' }],
    officeHoursText: 'du lundi au vendredi, 9 h – 12 h',
    townHallEmail: null,
    bookingFlow: 'planning',
    features: { enrolments: false, invoices: false, requests: true },
    labels: {
      news: 'Actualités',
      bookings: 'Mes réservations',
      invoices: 'Mes factures',
      requests: 'Mes demandes',
      enrolments: 'Mes inscriptions',
    },
    documentKinds: [
      { code: 'dossier', label: 'Dossier', about: 'household', help: 'Signé.' },
      { code: 'dispense', label: 'Dispense médicale', about: 'child', help: '' },
    ],
    legal: { publisher: 'la ville', dataProtectionContact: 'dpo@ville.example' },
    accessibility: 'none',
    ...changes,
  };
}
