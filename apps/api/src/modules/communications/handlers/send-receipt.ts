import { z } from 'zod';
import { readTogether } from '../../../platform/db/transaction.ts';
import type { EventHandler } from '../../../platform/outbox/event-handlers.ts';
import { getOrganisation } from '../../organisations/organisations.public.ts';
import { askHouseholdGuardians, findReceipt } from '../communications.queries.ts';
import { explainContextOf } from '../explain-context.ts';
import { pageAddresses } from '../page-addresses.ts';
import { receiptMail, receiptSchema } from '../templates/receipt-mail.ts';
import { sendOnce } from '../use-cases/send-once.ts';

const payloadSchema = z.object({ confirmationId: z.uuid(), householdId: z.uuid() });

/**
 * `cart.confirmed`, `household.booked`: one e-mail to each guardian of the household, whoever
 * validated the cart, a parent or the staff for them.
 */
export const sendReceipt: EventHandler = {
  name: 'send-receipt',
  handle: async ({ organisationId, id: eventId, payload }, services) => {
    const confirmed = payloadSchema.parse(payload);
    const [organisation, kept, guardians] = await readTogether(
      services.database,
      organisationId,
      (ask) => [
        getOrganisation(ask, organisationId),
        findReceipt(ask, organisationId, confirmed),
        askHouseholdGuardians(ask, organisationId, confirmed.householdId),
      ],
    );
    const receipt = receiptSchema.parse(kept?.result);
    const channel = kept?.channel ?? 'online';
    const addresses = pageAddresses(services.publicUrl, organisation.slug);
    for (const { email, firstName } of guardians) {
      const content = receiptMail(receipt, {
        firstName,
        organisation: organisation.name,
        url: addresses.receipt(receipt.id),
        channel,
        context: explainContextOf(organisation),
      });
      const key = { eventId, recipient: email, template: 'receipt' };
      await sendOnce(services, organisation, key, content);
    }
  },
};
