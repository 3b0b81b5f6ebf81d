import { transaction } from '../../../platform/db/transaction.ts';
import { MailRefusedError } from '../../../platform/mail/transport.ts';
import type { WorkerServices } from '../../../platform/outbox/event-handlers.ts';
import type { Organisation } from '../../organisations/organisations.public.ts';
import { closeMail, type MailKey, openMail } from '../mail.store.ts';
import { layOutMail, type MailContent } from '../templates/mail-layout.ts';

/**
 * Sends one message to one person about one event, however often the job runs: the row is written
 * first, the message handed over outside any transaction, then the row is closed. Killed in
 * between, the next run sends it under the same message id, of which mailboxes keep one.
 */
export async function sendOnce(
  { database, clock, mail }: WorkerServices,
  organisation: Organisation,
  key: MailKey,
  content: MailContent,
): Promise<void> {
  const row = await transaction(database, organisation.id, (tx) => openMail(tx, key, clock.now()));
  if (row.state !== 'pending') return;
  const { contact, brandColor, officeHoursText } = organisation.settings;
  const reach = [contact.phone, contact.email, officeHoursText].filter((part) => part !== '');
  const written = layOutMail(content, {
    name: organisation.name,
    brandColor,
    contactLine: `${organisation.name} – ${reach.join(' – ')}`,
  });
  let state: 'sent' | 'bounced' = 'sent';
  try {
    await mail.send({
      ...written,
      id: row.id,
      to: key.recipient,
      fromName: organisation.name,
      replyTo: contact.email,
    });
  } catch (error) {
    if (!(error instanceof MailRefusedError)) throw error;
    state = 'bounced';
  }
  await transaction(database, organisation.id, async (tx) =>
    closeMail(tx, row.id, state, clock.now()),
  );
}
