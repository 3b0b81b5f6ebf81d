import type { Instant } from '@preau/domain/time/instant';
import type { Clock } from '../clock.ts';
import type { Sealer } from '../crypto/sealed-text.ts';
import type { Database } from '../db/pool.ts';
import type { MailTransport } from '../mail/transport.ts';

/** An event as it was recorded. Its payload is checked by whoever handles it. */
export type StoredEvent = {
  readonly organisationId: string;
  readonly id: string;
  readonly type: string;
  readonly payload: unknown;
  readonly at: Instant;
};

/** What handlers are given. They act under the application role, one organisation at a time. */
export type WorkerServices = {
  readonly database: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly mail: MailTransport;
  readonly publicUrl: string;
};

/** Reacts to one type of event. It may run twice for the same event: its effect must not double. */
export type EventHandler = {
  /** Name of its jobs in the queue: never changed while some may be waiting. */
  readonly name: string;
  handle(event: StoredEvent, services: WorkerServices): Promise<void>;
};

/** Who reacts to what. An event nobody reacts to stays in the feed. */
export type EventHandlers = Readonly<Record<string, readonly EventHandler[]>>;
