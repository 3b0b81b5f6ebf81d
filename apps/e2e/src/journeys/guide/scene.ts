import { desk, type Device, phone } from '../../browser/devices.ts';
import type { Visitor, Visits } from '../../browser/visits.ts';
import { arrive } from '../../people/parent.ts';
import type { Mailbox } from '../../site/mailbox.ts';
import type { Step } from '../steps.ts';

/** A family that lives the guide: an elder at the primary school, a younger one at the nursery. */
export type GuideFamily = {
  readonly lastName: string;
  readonly guardian: string;
  readonly email: string;
  readonly password: string;
  readonly elder: string;
  readonly younger: string;
};

/** One chapter of the guide, on one device, by one family. */
export type Scene = {
  readonly visits: Visits;
  readonly mailbox: Mailbox;
  readonly device: Device;
  readonly family: GuideFamily;
  readonly step: Step;
};

/** Invited during the summer: in the demonstration. */
const moreau: GuideFamily = {
  lastName: 'Moreau',
  guardian: 'Julie',
  email: 'julie.moreau@example.org',
  password: 'parapluie girafe mardi',
  elder: 'Malo',
  younger: 'Jeanne',
};

/** New in town: the service creates their file. */
const roussel: GuideFamily = {
  lastName: 'Roussel',
  guardian: 'Margaux',
  email: 'margaux.roussel@example.org',
  password: 'boussole tartine nuage',
  elder: 'Paul',
  younger: 'Rose',
};

/** Who lives the guide on which device. */
export const cast: readonly { readonly device: Device; readonly family: GuideFamily }[] = [
  { device: phone, family: moreau },
  { device: desk, family: roussel },
];

/** The guardian of the scene in front of her device, signed in, on her planning. */
export async function guardianArrives({ visits, device, family }: Scene): Promise<Visitor> {
  const visitor = await visits.open(device);
  await arrive(visitor.page, family);
  return visitor;
}

/** The name of a picture, for this device. */
export function pictureOf({ device }: Scene, name: string): string {
  return device.name === 'phone' ? name : `${name}-bureau`;
}
