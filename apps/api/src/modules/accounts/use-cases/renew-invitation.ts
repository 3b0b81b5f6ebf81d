import { insertAudit } from '../../../platform/audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Services } from '../../../platform/services.ts';
import { findOrganisationId } from '../../organisations/organisations.public.ts';
import type { Caller } from '../caller.ts';
import { findLink } from '../link.store.ts';
import { linkRefusal } from '../link-rules.ts';
import { countAttempt, mailPolicy, throttleSubject } from '../throttle.store.ts';
import type { OpenedLink } from './check-invitation.ts';
import { sendInvitations } from './invite-accounts.ts';

/**
 * Sends a new invitation to whom an expired one belonged (links of July are opened in September).
 * Nothing is answered: the e-mail goes to the address of the account, never to whoever asks.
 */
export async function renewInvitation(
  { database, clock, sealer }: Services,
  opened: OpenedLink,
  caller: Caller,
): Promise<void> {
  const organisationId = await findOrganisationId(database, opened.organisation);
  if (!organisationId) return;
  const now = clock.now();
  await transaction(database, organisationId, async (tx) => {
    const link = await findLink(tx.ask, organisationId, opened.token);
    const refusal = linkRefusal(link, { purpose: 'invitation', surface: opened.surface }, now);
    if (!link || refusal?.code !== 'link-expired') return;
    const subject = throttleSubject('mail', link.accountId);
    if ((await countAttempt(tx, subject, mailPolicy, now)) > 0) return;
    sendInvitations(tx, [link.accountId], sealer, now);
    insertAudit(tx, {
      action: 'account.invitationRenewed',
      at: now,
      actor: { kind: 'anonymous', id: null },
      objectKind: 'account',
      objectId: link.accountId,
      requestId: caller.requestId,
    });
  });
}
