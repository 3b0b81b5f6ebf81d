import { Logger, runOnce } from 'graphile-worker';
import pg from 'pg';
import { vi } from 'vitest';
import { handlers as allHandlers } from '../handlers.ts';
import { eventJobs } from '../platform/jobs/event-jobs.ts';
import type { Mail } from '../platform/mail/transport.ts';
import type { EventHandlers, WorkerServices } from '../platform/outbox/event-handlers.ts';
import { relayEvents } from '../platform/outbox/relay.ts';
import type { TestApp } from './test-app.ts';

export type TestWorker = {
  /** What was handed to the mail server, in order. */
  readonly sent: readonly Mail[];
  readonly services: WorkerServices;
  /** Relays every event committed so far and runs the jobs. */
  flush(): Promise<void>;
  /** Runs again the jobs that failed, without waiting for their turn. */
  retryNow(): Promise<void>;
  /** The last message to this address. */
  lastMailTo(email: string): Mail;
  /** The next message is met with this error instead of being taken. */
  failNext(error: Error): void;
  close(): Promise<void>;
};

/** The worker's work on demand, its e-mails kept instead of sent. */
export function createTestWorker(
  { urls, database, clock, sealer }: TestApp,
  handlers: EventHandlers = allHandlers,
): TestWorker {
  const pool = new pg.Pool({ connectionString: urls.jobsUrl, max: 4 });
  // The queue insists that a lost connection be heard.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const sent: Mail[] = [];
  let failure: Error | undefined;
  const mail = {
    send: async (message: Mail) => {
      const error = failure;
      failure = undefined;
      if (error) throw error;
      sent.push(message);
    },
    close: () => undefined,
  };
  const services = { database, clock, sealer, mail, publicUrl: 'http://preau.test' };
  const logger = new Logger(() => () => undefined);
  const runJobs = () =>
    runOnce({
      pgPool: pool,
      taskList: eventJobs(handlers, services),
      noHandleSignals: true,
      logger,
    });
  return {
    sent,
    services,
    flush: async () => {
      await relayAll(pool, handlers);
      await runJobs();
    },
    retryNow: async () => {
      await pool.query(
        'update graphile_worker._private_jobs set run_at = now() where attempts > 0',
      );
      await runJobs();
    },
    lastMailTo: (email) => {
      const last = sent.findLast(({ to }) => to === email);
      if (!last) throw new Error(`Nothing was sent to ${email}`);
      return last;
    },
    failNext: (error) => {
      failure = error;
    },
    close: () => pool.end(),
  };
}

/** The relay waits for the oldest transaction of the whole cluster, which other tests share. */
async function relayAll(pool: pg.Pool, handlers: EventHandlers): Promise<void> {
  await vi.waitUntil(
    async () => {
      while ((await relayEvents(pool, handlers)) > 0);
      const { rows } = await pool.query<{ waiting: boolean }>(
        `select exists (select from event e where not exists (
           select from event_cursor c
           where c.reader = 'worker' and (c.xid, c.id) >= (e.xid, e.id))) as waiting`,
      );
      return rows[0]?.waiting === false;
    },
    { timeout: 15_000, interval: 50 },
  );
}

/** The token of the link an e-mail carries. */
export function tokenIn(mail: Mail): string {
  const token = /#([\w-]+)/.exec(mail.text)?.[1];
  if (!token) throw new Error('This message carries no link with a token');
  return token;
}
