import { mondayOf } from '@preau/domain/time/day';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import { readTogether } from '../../../platform/db/transaction.ts';
import type { EventHandler } from '../../../platform/outbox/event-handlers.ts';
import { getOrganisation } from '../../organisations/organisations.public.ts';
import { askLastSteps, type LastStep } from '../booking-news.queries.ts';
import { askHouseholdGuardians } from '../communications.queries.ts';
import { explainContextOf } from '../explain-context.ts';
import { pageAddresses } from '../page-addresses.ts';
import type { BookingNewsKind, BookingStep } from '../templates/booking-news.ts';
import { bookingNewsMail, type NewsDay } from '../templates/booking-news-mail.ts';
import { sendOnce } from '../use-cases/send-once.ts';

const payloadSchema = z.object({ householdId: z.uuid(), bookingIds: z.array(z.uuid()).min(1) });

/**
 * What became of some bookings of a household: one e-mail to each of its guardians, about all the
 * days of the event. What has moved on before this is sent is left to the event that says so.
 */
function newsOf(kind: BookingNewsKind): EventHandler {
  return {
    name: `send-${kind.replace('.', '-')}`,
    handle: async ({ organisationId, id: eventId, payload }, services) => {
      const { householdId, bookingIds } = payloadSchema.parse(payload);
      const [organisation, steps, guardians] = await readTogether(
        services.database,
        organisationId,
        (ask) => [
          getOrganisation(ask, organisationId),
          askLastSteps(ask, organisationId, householdId, bookingIds),
          askHouseholdGuardians(ask, organisationId, householdId),
        ],
      );
      const [first] = steps;
      if (!first) return;
      const days = steps.flatMap((step) => dayOf(kind, step, services) ?? []);
      const addresses = pageAddresses(services.publicUrl, organisation.slug);
      const url = {
        planning: addresses.planning(first.childId, mondayOf(first.on)),
        requests: addresses.bookingRequests,
      };
      const context = explainContextOf(organisation);
      for (const { email, firstName } of guardians) {
        const to = { firstName, organisation: organisation.name, url, context };
        const content = bookingNewsMail(kind, days, to);
        const key = { eventId, recipient: email, template: kind };
        if (content) await sendOnce(services, organisation, key, content);
      }
    },
  };
}

/** A reminder tells what is still to be paid, whatever led there; the rest tells its own step. */
function dayOf(
  kind: BookingNewsKind,
  last: LastStep,
  { clock }: { readonly clock: Clock },
): NewsDay | undefined {
  const { from, to, state, until } = last;
  if (kind === 'payment.reminder') {
    const isStillToPay = state === 'awaitingPayment' && until !== null && clock.now() < until;
    return isStillToPay ? { ...last, step: 'requested awaitingPayment' } : undefined;
  }
  if (from === null || state !== to) return undefined;
  return { ...last, step: `${from} ${to}` satisfies BookingStep };
}

/** `requests.answered`, once the answer is final. */
export const sendRequestsAnswered = newsOf('requests.answered');
/** `request.unanswered`: the session has begun. */
export const sendRequestUnanswered = newsOf('request.unanswered');
export const sendPaymentReminder = newsOf('payment.reminder');
export const sendPaymentExpired = newsOf('payment.expired');
export const sendPaymentReceived = newsOf('payment.received');
/** `place.given`: the service gives a place to who waits for it. */
export const sendPlaceGiven = newsOf('place.given');
export const sendOfferAccepted = newsOf('offer.accepted');
export const sendOfferDeclined = newsOf('offer.declined');
/** `closure.applied`: the service does not take place. */
export const sendClosure = newsOf('closure.applied');
