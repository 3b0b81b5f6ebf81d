import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';

export type MailState = 'pending' | 'sent' | 'bounced';

/** One message to one person about one event. */
export type MailKey = {
  readonly eventId: string;
  readonly recipient: string;
  readonly template: string;
};

const open = statement<never>(
  'mail.open',
  `insert into mail_message (organisation_id, id, event_id, recipient, template, state, created_at)
   values ($1, $2, $3, $4, $5, 'pending', to_timestamp($6::float8 / 1000))
   on conflict (organisation_id, event_id, recipient) do nothing`,
);

const find = statement<{ id: string; state: MailState }>(
  'mail.find',
  `select id, state from mail_message
   where organisation_id = $1 and event_id = $2 and recipient = $3`,
);

const close = statement<never>(
  'mail.close',
  `update mail_message set state = $3, sent_at = to_timestamp($4::float8 / 1000)
   where organisation_id = $1 and id = $2`,
);

/** The message's row, made at the first try: a second try finds it and what became of it. */
export async function openMail(
  tx: Tx,
  { eventId, recipient, template }: MailKey,
  now: Instant,
): Promise<{ id: string; state: MailState }> {
  tx.write(open, [tx.organisationId, newId(), eventId, recipient, template, now]);
  const [row] = await tx.ask(find, [tx.organisationId, eventId, recipient]);
  if (!row) throw new Error('A message vanished while it was opened');
  return row;
}

/** Writes down what became of a message. */
export function closeMail(
  tx: Tx,
  mailId: string,
  state: Exclude<MailState, 'pending'>,
  now: Instant,
): void {
  tx.write(close, [tx.organisationId, mailId, state, now]);
}
