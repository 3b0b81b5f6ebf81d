import { desk, type Device, phone } from '../../browser/devices.ts';
import type { Guardian } from '../town-scene.ts';

const town = 'espace-famille';
const camille = { town, email: 'camille.lemaire@example.org', firstName: 'Camille' } as const;

/** Who lives the procedure on a device. */
export type EspacePart = { readonly device: Device; readonly guardian: Guardian };

export const cast: readonly EspacePart[] = [
  { device: phone, guardian: { ...camille, child: 'Rose' } },
  { device: desk, guardian: { ...camille, child: 'Basile' } },
];

/** Whose requests of enrolment are in every state. */
export const leila: Guardian = {
  town,
  email: 'leila.saidi@example.org',
  firstName: 'Leïla',
  child: 'Ilyès',
};

export const office = 'accueil@espace-famille.example';
