import { formatInstant } from '@preau/domain/explain/format-fr';
import type { Instant } from '@preau/domain/time/instant';
import { z } from 'zod';
import { readTogether } from '../../../platform/db/transaction.ts';
import type { EventHandler } from '../../../platform/outbox/event-handlers.ts';
import { findInboxDocument, kindOf } from '../../documents/documents.public.ts';
import { getOrganisation } from '../../organisations/organisations.public.ts';
import { askHouseholdGuardians } from '../communications.queries.ts';
import { pageAddresses } from '../page-addresses.ts';
import { documentAcceptedMail, documentRefusedMail } from '../templates/document-mails.ts';
import { sendOnce } from '../use-cases/send-once.ts';

const payloadSchema = z.object({ documentId: z.uuid(), householdId: z.uuid() });

/**
 * `document.decided`: one e-mail to each guardian of the household that sent it. The other household
 * of a child is told nothing.
 */
export const sendDocumentDecision: EventHandler = {
  name: 'send-document-decision',
  handle: async ({ organisationId, id: eventId, payload }, services) => {
    const { documentId, householdId } = payloadSchema.parse(payload);
    const [organisation, document, guardians] = await readTogether(
      services.database,
      organisationId,
      (ask) => [
        getOrganisation(ask, organisationId),
        findInboxDocument(ask, organisationId, documentId),
        askHouseholdGuardians(ask, organisationId, householdId),
      ],
    );
    if (!document) throw new Error(`Document ${documentId} is not in its organisation`);
    const { settings, name, slug } = organisation;
    const about = {
      organisation: name,
      url: pageAddresses(services.publicUrl, slug).documents,
      label: kindOf(document.kind, settings.documentKinds).label,
      childFirstName: document.child?.firstName ?? null,
      sentOn: formatInstant(document.sentAt as Instant, settings.timeZone),
    };
    for (const { email, firstName } of guardians) {
      const to = { ...about, firstName };
      const content =
        document.reason === null
          ? documentAcceptedMail(to)
          : documentRefusedMail({ ...to, reason: document.reason });
      const key = { eventId, recipient: email, template: 'document-decision' };
      await sendOnce(services, organisation, key, content);
    }
  },
};
