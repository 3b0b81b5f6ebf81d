import { readTogether, transaction } from '../../../platform/db/transaction.ts';
import type { EventHandler } from '../../../platform/outbox/event-handlers.ts';
import { issueResetLink } from '../../accounts/accounts.public.ts';
import { getOrganisation } from '../../organisations/organisations.public.ts';
import { findAccountHolder } from '../communications.queries.ts';
import { pageAddresses } from '../page-addresses.ts';
import { resetMail } from '../templates/account-mails.ts';
import { sendOnce } from '../use-cases/send-once.ts';
import { mailInvitation } from './send-invitation.ts';

/** `account.resetAsked`: finds whose address it is, if anybody's, and sends the link there. */
export const sendResetLink: EventHandler = {
  name: 'send-reset-link',
  handle: async (event, services) => {
    const { organisationId, id: eventId } = event;
    const { database, sealer, clock } = services;
    const issued = await transaction(database, organisationId, (tx) =>
      issueResetLink(tx, event, sealer, clock.now()),
    );
    if (!issued) return;
    const { accountId, token } = issued;
    if (issued.purpose === 'invitation') {
      await mailInvitation(services, { organisationId, eventId, accountId, token });
      return;
    }
    const [organisation, to] = await readTogether(database, organisationId, (ask) => [
      getOrganisation(ask, organisationId),
      findAccountHolder(ask, organisationId, accountId),
    ]);
    if (!to) return;
    const url = pageAddresses(services.publicUrl, organisation.slug).reset(to.surface, token);
    const content = resetMail({ firstName: to.firstName, organisation: organisation.name, url });
    await sendOnce(
      services,
      organisation,
      { eventId, recipient: to.email, template: 'reset' },
      content,
    );
  },
};
