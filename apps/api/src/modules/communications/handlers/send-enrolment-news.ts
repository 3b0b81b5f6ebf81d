import { z } from 'zod';
import { readTogether } from '../../../platform/db/transaction.ts';
import type { EventHandler } from '../../../platform/outbox/event-handlers.ts';
import { getOrganisation } from '../../organisations/organisations.public.ts';
import { askHouseholdGuardians } from '../communications.queries.ts';
import { askToldEnrolments } from '../enrolment-news.queries.ts';
import { explainContextOf } from '../explain-context.ts';
import { pageAddresses } from '../page-addresses.ts';
import { enrolmentsAnsweredMail, enrolmentsRequestedMail } from '../templates/enrolment-mails.ts';
import { sendOnce } from '../use-cases/send-once.ts';

const payloadSchema = z.object({ householdId: z.uuid(), enrolmentIds: z.array(z.uuid()).min(1) });

/** One e-mail to each guardian of the household that asked, about all the enrolments of the event. */
function newsOf(template: string, write: typeof enrolmentsAnsweredMail): EventHandler {
  return {
    name: `send-${template}`,
    handle: async ({ organisationId, id: eventId, payload }, services) => {
      const { householdId, enrolmentIds } = payloadSchema.parse(payload);
      const [organisation, enrolments, guardians] = await readTogether(
        services.database,
        organisationId,
        (ask) => [
          getOrganisation(ask, organisationId),
          askToldEnrolments(ask, organisationId, householdId, enrolmentIds),
          askHouseholdGuardians(ask, organisationId, householdId),
        ],
      );
      const { enrolments: url } = pageAddresses(services.publicUrl, organisation.slug);
      const context = explainContextOf(organisation);
      for (const { email, firstName } of guardians) {
        const to = { firstName, organisation: organisation.name, url, context };
        const content = write(enrolments, to);
        const key = { eventId, recipient: email, template };
        if (content) await sendOnce(services, organisation, key, content);
      }
    },
  };
}

/** `enrolment.requested`: the request is there, and by when it is answered. */
export const sendEnrolmentRequested = newsOf('enrolment-requested', enrolmentsRequestedMail);
/** `enrolment.answered`, once the answer is final. */
export const sendEnrolmentAnswered = newsOf('enrolment-answered', enrolmentsAnsweredMail);
