import { mondayOf } from '@preau/domain/time/day';
import { z } from 'zod';
import { readTogether } from '../../../platform/db/transaction.ts';
import type {
  EventHandler,
  StoredEvent,
  WorkerServices,
} from '../../../platform/outbox/event-handlers.ts';
import { getOrganisation } from '../../organisations/organisations.public.ts';
import { askHouseholdGuardians, askWaitedDays, type WaitedDay } from '../communications.queries.ts';
import { pageAddresses } from '../page-addresses.ts';
import type { MailContent } from '../templates/mail-layout.ts';
import {
  offerLapsedMail,
  offerMail,
  type OfferedDay,
  waitingOverMail,
} from '../templates/waiting-mails.ts';
import { sendOnce } from '../use-cases/send-once.ts';

const payloadSchema = z.object({ householdId: z.uuid(), bookingIds: z.array(z.uuid()).min(1) });

type Told<D> = {
  readonly firstName: string;
  readonly organisation: string;
  readonly timeZone: string;
  readonly url: string;
  readonly days: readonly D[];
};

/** `offer.made`: what was answered, or is over, before this is sent is no longer told. */
export const sendOffer: EventHandler = {
  name: 'send-offer',
  handle: (event, services) =>
    tell(event, services, 'offer', offerMail, (day) => stillOffered(day, services)),
};

/** `offer.lapsed`: nobody answered in time. */
export const sendOfferLapsed: EventHandler = {
  name: 'send-offer-lapsed',
  handle: (event, services) => tell(event, services, 'offer-lapsed', offerLapsedMail, itself),
};

/** `waiting.lapsed`: no place was freed before the booking limit. */
export const sendWaitingOver: EventHandler = {
  name: 'send-waiting-over',
  handle: (event, services) => tell(event, services, 'waiting-over', waitingOverMail, itself),
};

const itself = (day: WaitedDay): WaitedDay => day;

function stillOffered(day: WaitedDay, { clock }: WorkerServices): OfferedDay | undefined {
  const { until } = day;
  return day.state === 'offered' && until !== null && clock.now() < until
    ? { ...day, until }
    : undefined;
}

/** One e-mail to each guardian of the household, about all the days of the event. */
async function tell<D extends WaitedDay | OfferedDay>(
  { organisationId, id: eventId, payload }: StoredEvent,
  services: WorkerServices,
  template: string,
  write: (told: Told<D>) => MailContent,
  toTell: (day: WaitedDay) => D | undefined,
): Promise<void> {
  const { householdId, bookingIds } = payloadSchema.parse(payload);
  const [organisation, waited, guardians] = await readTogether(
    services.database,
    organisationId,
    (ask) => [
      getOrganisation(ask, organisationId),
      askWaitedDays(ask, organisationId, householdId, bookingIds),
      askHouseholdGuardians(ask, organisationId, householdId),
    ],
  );
  const days = waited.flatMap((day) => toTell(day) ?? []);
  const [first] = waited;
  if (!first || days.length === 0) return;
  const { name, slug, settings } = organisation;
  const url = pageAddresses(services.publicUrl, slug).planning(first.childId, mondayOf(first.on));
  for (const { email, firstName } of guardians) {
    const told = { firstName, organisation: name, timeZone: settings.timeZone, url, days };
    await sendOnce(services, organisation, { eventId, recipient: email, template }, write(told));
  }
}
