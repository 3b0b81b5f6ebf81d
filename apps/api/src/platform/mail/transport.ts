import { createTransport } from 'nodemailer';

export type Mail = {
  /** Stays the same when the message is sent again: mailboxes then keep one. */
  readonly id: string;
  readonly to: string;
  /** Display name of the sender. */
  readonly fromName: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

export type MailTransport = {
  /**
   * Hands a message over to the mail server.
   * @throws MailRefusedError when it will never take it; any other error is worth another try.
   */
  send(mail: Mail): Promise<void>;
  close(): void;
};

/** The mail server refuses this recipient or message for good (SMTP 5xx). */
export class MailRefusedError extends Error {}

/**
 * Sends through the SMTP server of the settings.
 * @param from address of the installation; replies go to the organisation.
 */
export function createSmtpTransport(smtpUrl: string, from: string): MailTransport {
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from;
  const domain = address.split('@')[1] ?? 'localhost';
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 3 });
  return {
    send: async ({ id, to, fromName, replyTo, subject, text, html }) => {
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          from: { name: fromName, address },
          to,
          replyTo,
          subject,
          text,
          html,
          // Answering machines leave automatic messages alone.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        if (isPermanent(error)) throw new MailRefusedError('Refused by the mail server');
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

function isPermanent(error: unknown): boolean {
  return (
    error instanceof Error &&
    'responseCode' in error &&
    typeof error.responseCode === 'number' &&
    error.responseCode >= 550 &&
    error.responseCode < 560
  );
}
