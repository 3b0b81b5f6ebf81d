import { readTogether } from '../../../platform/db/transaction.ts';
import type { EventHandler, WorkerServices } from '../../../platform/outbox/event-handlers.ts';
import { findWorkingLink, openInvitation } from '../../accounts/accounts.public.ts';
import { getOrganisation } from '../../organisations/organisations.public.ts';
import { findAccountHolder } from '../communications.queries.ts';
import { pageAddresses } from '../page-addresses.ts';
import { invitationMail, staffInvitationMail } from '../templates/account-mails.ts';
import { sendOnce } from '../use-cases/send-once.ts';

/** `account.invited`: the link of the invitation, unless a later one has replaced it already. */
export const sendInvitation: EventHandler = {
  name: 'send-invitation',
  handle: async ({ organisationId, id, payload }, services) => {
    const { accountId, token } = openInvitation(payload, services.sealer);
    const [works] = await readTogether(services.database, organisationId, (ask) => [
      findWorkingLink(ask, organisationId, token, services.clock.now()),
    ]);
    if (works) await mailInvitation(services, { organisationId, eventId: id, accountId, token });
  },
};

/** Writes to the account's owner with the link of an invitation. */
export async function mailInvitation(
  services: WorkerServices,
  sent: { organisationId: string; eventId: string; accountId: string; token: string },
): Promise<void> {
  const { organisationId, eventId, accountId, token } = sent;
  const [organisation, to] = await readTogether(services.database, organisationId, (ask) => [
    getOrganisation(ask, organisationId),
    findAccountHolder(ask, organisationId, accountId),
  ]);
  if (!to) return;
  const url = pageAddresses(services.publicUrl, organisation.slug).activation(to.surface, token);
  const written = to.surface === 'family' ? invitationMail : staffInvitationMail;
  const content = written({ firstName: to.firstName, organisation: organisation.name, url });
  await sendOnce(
    services,
    organisation,
    { eventId, recipient: to.email, template: 'invitation' },
    content,
  );
}
