import type { Faker } from '@faker-js/faker';
import type { BookingState } from '@preau/domain/bookings/states';
import type { Day } from '@preau/domain/time/day';
import { espaceFamilleTown } from './espace-famille/espace-famille.town.ts';
import { fondespierreTown } from './fondespierre/fondespierre.town.ts';
import { hasparrenTown } from './hasparren/hasparren.town.ts';
import { lapaludTown } from './lapalud/lapalud.town.ts';
import type { DemoTown } from './town.ts';

/** The organisations where the service answers, or where one pays first. */
export const regimeTowns = {
  fondespierre: fondespierreTown,
  hasparren: hasparrenTown,
  lapalud: lapaludTown,
  'espace-famille': espaceFamilleTown,
} satisfies Record<string, (faker: Faker, today: Day, households?: number) => DemoTown>;

export type RegimeTown = keyof typeof regimeTowns;

const everywhere: readonly BookingState[] = [
  'confirmed',
  'cancelled',
  'cancelledLate',
  'attended',
  'absentUnexcused',
];
const answered: readonly BookingState[] = ['requested', 'refused'];
const paid: readonly BookingState[] = ['awaitingPayment', 'expired'];
const queued: readonly BookingState[] = ['waitlisted', 'offered', 'declined', 'lapsed'];

/** The states of a booking that each of them shows, whenever the calendar leaves room for it. */
export const promised: Readonly<Record<RegimeTown, readonly BookingState[]>> = {
  fondespierre: [...everywhere, ...paid, ...queued],
  hasparren: [...everywhere, ...answered, 'cancellationRequested', ...queued],
  lapalud: [...everywhere, ...answered, ...paid],
  'espace-famille': [...everywhere, ...answered, 'cancellationRequested', ...queued],
};
