import { formatInstant } from '@preau/domain/explain/format-fr';
import { readTogether } from '../../../platform/db/transaction.ts';
import type { EventHandler } from '../../../platform/outbox/event-handlers.ts';
import { passwordChangedSchema } from '../../accounts/accounts.public.ts';
import { getOrganisation } from '../../organisations/organisations.public.ts';
import { findAccountHolder } from '../communications.queries.ts';
import { pageAddresses } from '../page-addresses.ts';
import { passwordChangedMail } from '../templates/account-mails.ts';
import { sendOnce } from '../use-cases/send-once.ts';

/** `account.passwordChanged`: tells the owner, who may not be the one who changed it. */
export const sendPasswordNotice: EventHandler = {
  name: 'send-password-notice',
  handle: async ({ organisationId, id: eventId, payload, at }, services) => {
    const { accountId } = passwordChangedSchema.parse(payload);
    const [organisation, to] = await readTogether(services.database, organisationId, (ask) => [
      getOrganisation(ask, organisationId),
      findAccountHolder(ask, organisationId, accountId),
    ]);
    if (!to) return;
    const content = passwordChangedMail({
      firstName: to.firstName,
      organisation: organisation.name,
      when: `le ${formatInstant(at, organisation.settings.timeZone)}`,
      resetUrl: pageAddresses(services.publicUrl, organisation.slug).forgotten(to.surface),
    });
    const key = { eventId, recipient: to.email, template: 'password-changed' };
    await sendOnce(services, organisation, key, content);
  },
};
