import { callbackify } from 'node:util';
import { toIso } from '@preau/domain/time/instant';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Clock } from '../clock.ts';
import { newId } from '../ids.ts';

/** An e-mail as the mailbox received it. */
export type ReceivedMail = {
  readonly id: string;
  readonly receivedAt: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

export type Mailbox = {
  /** The newest first. */
  list(): readonly ReceivedMail[];
  find(id: string): ReceivedMail | undefined;
  close(): Promise<void>;
};

/** Older messages are forgotten; nothing is written to disk. */
const mostMessages = 500;
const largestMessageBytes = 1_000_000;

/**
 * Takes every e-mail of a demonstration instead of a mail server: nothing ever leaves the machine.
 * @param port on 127.0.0.1.
 */
export async function openMailbox(port: number, clock: Clock): Promise<Mailbox> {
  const messages: ReceivedMail[] = [];
  const keep = callbackify(async (stream: AsyncIterable<Buffer>) => {
    messages.unshift(await receive(stream, toIso(clock.now())));
    messages.splice(mostMessages);
  });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: largestMessageBytes,
    onData: (stream, _session, done) => keep(stream, (error) => done(error)),
  });
  // A client that hangs up in the middle is its own affair.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    list: () => messages,
    find: (id) => messages.find((mail) => mail.id === id),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function receive(stream: AsyncIterable<Buffer>, receivedAt: string): Promise<ReceivedMail> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const mail = await PostalMime.parse(Buffer.concat(chunks));
  return {
    id: newId(),
    receivedAt,
    from: mail.from?.name ?? mail.from?.address ?? '',
    to: (mail.to ?? []).flatMap(({ address }) => (address === undefined ? [] : [address])),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
  };
}
