import type { FastifyInstance } from 'fastify';
import { clockRoutes } from './clock.routes.ts';
import { openMailbox } from './mailbox.ts';
import { mailboxRoutes } from './mailbox.routes.ts';
import type { SharedClock } from './shared-clock.ts';

/**
 * What exists in demo and test modes only: the settable clock and the mailbox that keeps every
 * e-mail on the machine. Imported by no code that production runs.
 * @param mailPort where the mailbox listens; none without it.
 */
export async function mountDevelopment(
  app: FastifyInstance,
  { clock, mailPort }: { readonly clock: SharedClock; readonly mailPort: number | undefined },
): Promise<void> {
  clockRoutes(app, clock);
  if (mailPort === undefined) return;
  const mailbox = await openMailbox(mailPort, clock);
  app.addHook('onClose', () => mailbox.close());
  mailboxRoutes(app, mailbox);
}
