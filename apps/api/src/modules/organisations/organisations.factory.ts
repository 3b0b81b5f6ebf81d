import type { WrittenSettings } from './organisations.settings.ts';

/** Settings of an invented organisation. */
export function organisationSettings(changes: Partial<WrittenSettings> = {}): WrittenSettings {
  return {
    brandColor: '#0b6b5b',
    contact: {
      name: "l'ALSH",
      phone: '03 00 00 00 00',
      email: 'alsh@val-de-lure.example',
      address: '1 place de la Mairie',
    },
    officeHours: [{ weekday: 1, from: '09:00', until: '12:00' }],
    officeHoursText: 'du lundi au vendredi, 9 h – 12 h',
    schoolZone: 'A',
    timeZone: 'Europe/Paris',
    legal: { publisher: 'La mairie', dataProtectionContact: 'dpo@val-de-lure.example' },
    ...changes,
  };
}
