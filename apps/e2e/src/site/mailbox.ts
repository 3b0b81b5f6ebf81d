import { vi } from 'vitest';

export type Mail = {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
};

/** The e-mails that the demonstration keeps instead of sending. */
export type Mailbox = {
  /** Waits for the next e-mail, those already received through this mailbox left aside. */
  receive(to: string, subject: RegExp, patienceMs?: number): Promise<Mail>;
  /** Those that are there now, the newest first. */
  list(to: string, subject: RegExp): Promise<readonly Mail[]>;
};

/**
 * The worker takes an event up within a second or so, and what fell due once the clock was moved,
 * even on a busy machine.
 */
const arrivalMs = 15_000;
/** What fell due in some days falls due at once in every town. */
export const daysOfTermsMs = 90_000;

export function openMailbox(site: { readonly siteUrl: string }): Mailbox {
  const everything = async (): Promise<Mail[]> => {
    const { messages } = await (await fetch(`${site.siteUrl}/dev/mail.json`)).json();
    return messages;
  };
  const list = async (to: string, subject: RegExp) =>
    (await everything()).filter((mail) => mail.to.includes(to) && subject.test(mail.subject));
  const received = new Set<string>();
  return {
    list,
    receive: (to, subject, timeout = arrivalMs) =>
      vi.waitFor(
        async () => {
          const mail = (await list(to, subject)).findLast(({ id }) => !received.has(id));
          if (!mail) throw new Error(`No new e-mail to ${to} about ${subject}`);
          received.add(mail.id);
          return mail;
        },
        { timeout, interval: 100 },
      ),
  };
}

/** The one link of an e-mail. */
export function linkIn({ text }: Mail): string {
  const [link] = /https?:\/\/\S+/.exec(text) ?? [];
  if (link === undefined) throw new Error(`No link in: ${text}`);
  return link;
}
