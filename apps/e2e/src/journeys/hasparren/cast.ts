import { desk, type Device, phone } from '../../browser/devices.ts';
import type { Guardian } from '../town-scene.ts';

const town = 'hasparren';

/** Who lives the guide on a device. */
export type HasparrenPart = {
  readonly device: Device;
  /** Books for a child that is enrolled since September. */
  readonly parent: Guardian;
  /** Has documents still to send for a child. */
  readonly late: Guardian;
};

const maitane = { town, email: 'maitane.etcheverry@example.org', firstName: 'Maitane' } as const;
const nahia = { town, email: 'nahia.iribarne@example.org', firstName: 'Nahia' } as const;

export const cast: readonly HasparrenPart[] = [
  {
    device: phone,
    parent: { ...maitane, child: 'Amaia' },
    late: { ...nahia, child: 'Enea' },
  },
  { device: desk, parent: { ...maitane, child: 'Elaia' }, late: { ...nahia, child: 'Xan' } },
];

/** Whose requests of enrolment are in every state. */
export const mattin: Guardian = {
  town,
  email: 'mattin.harriet@example.org',
  firstName: 'Mattin',
  child: 'Luzia',
};
