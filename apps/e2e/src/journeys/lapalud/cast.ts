import { desk, type Device, phone } from '../../browser/devices.ts';
import type { Guardian } from '../town-scene.ts';

const town = 'lapalud';
const cecile = { town, email: 'cecile.colin@example.org', firstName: 'Cécile' } as const;

/** Who lives the document on a device: a child whose enrolment was never accepted. */
export type LapaludPart = {
  readonly device: Device;
  readonly guardian: Guardian;
  /** As the office reads it. */
  readonly known: string;
};

export const cast: readonly LapaludPart[] = [
  { device: phone, guardian: { ...cecile, child: 'Jules' }, known: 'Colin Jules, CM2' },
  { device: desk, guardian: { ...cecile, child: 'Eliott' }, known: 'Colin Eliott, MS' },
];

/** What is asked for next month. */
export const wanted = [
  { service: 'A.L.P. matin', day: 'lundi 7 décembre' },
  { service: 'A.L.P. soir', day: 'mardi 8 décembre' },
] as const;

export const office = 'service@lapalud.example';

/** Separated: each has a household of their own, the child stands in both. */
export const laura: Guardian = {
  town,
  email: 'laura.marin@example.org',
  firstName: 'Laura',
  child: 'Timéo',
};
export const jerome: Guardian = {
  town,
  email: 'jerome.blanc@example.org',
  firstName: 'Jérôme',
  child: 'Timéo',
};
