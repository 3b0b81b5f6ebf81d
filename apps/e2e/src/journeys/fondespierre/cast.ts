import { desk, type Device, phone } from '../../browser/devices.ts';
import type { Guardian } from '../town-scene.ts';

/** A mother whose younger child has holidays to book, some days of them booked already. */
const marion: Guardian = {
  town: 'fondespierre',
  email: 'marion.ferrand@example.org',
  firstName: 'Marion',
  child: 'Gabin',
};

const service = 'Vacances';

/** Who lives the guide on which device, and the days that are ticked there. */
export type FondespierrePart = {
  readonly device: Device;
  readonly guardian: Guardian;
  /** As many as a week of holidays has to have. */
  readonly ticked: readonly { readonly service: string; readonly day: string }[];
};

export const cast: readonly FondespierrePart[] = [
  {
    device: phone,
    guardian: marion,
    ticked: [
      { service, day: 'lundi 28 décembre' },
      { service, day: 'mercredi 30 décembre' },
    ],
  },
  {
    device: desk,
    guardian: marion,
    ticked: [
      { service, day: 'jeudi 24 décembre' },
      { service, day: 'jeudi 31 décembre' },
    ],
  },
];

/** Of these holidays: a day without any place, and one booked since long. */
export const full = { service, day: 'mardi 29 décembre', title: 'Mardi 29 décembre' };
export const booked = { service, day: 'lundi 21 décembre', title: 'Lundi 21 décembre' };
