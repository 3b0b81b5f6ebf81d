import type { Instant } from '@preau/domain/time/instant';
import type { TaskList } from 'graphile-worker';
import { statement } from '../db/statement.ts';
import { transaction, type Tx } from '../db/transaction.ts';
import type { WorkerServices } from '../outbox/event-handlers.ts';

/** Forgets, in one organisation, what has served its time. Repeatable. */
export type Purge = (tx: Tx, now: Instant) => void;

/** Every night at 3:17, and at the next start when nobody was up then. */
export const purgeSchedule = {
  task: 'purge',
  match: '17 3 * * *',
  options: { backfillPeriod: 24 * 3_600_000 },
};

const hour = 3_600_000;
const idempotencyKept = 48 * hour;
/** Longer than any window over which attempts are counted. */
const throttleKept = 24 * hour;

const forgetKeys = statement<never>(
  'purge.idempotency',
  `delete from idempotency_key
   where organisation_id = $1 and created_at < to_timestamp($2::float8 / 1000)`,
);

const forgetAttempts = statement<never>(
  'purge.throttle',
  `delete from throttle where organisation_id = $1
     and greatest(window_started_at, blocked_until) < to_timestamp($2::float8 / 1000)`,
);

/** What the platform keeps: answers by idempotency key (48 h) and counted attempts (a day). */
export const purgePlatform: Purge = (tx, now) => {
  tx.write(forgetKeys, [tx.organisationId, now - idempotencyKept]);
  tx.write(forgetAttempts, [tx.organisationId, now - throttleKept]);
};

/** The nightly task: one short transaction an organisation. */
export function purgeJob(purges: readonly Purge[], services: WorkerServices): TaskList {
  const { database, clock } = services;
  return {
    [purgeSchedule.task]: async () => {
      const { rows } = await database.pool.query<{ organisation_id: string }>(
        'select organisation_id from organisation_directory',
      );
      for (const { organisation_id: organisationId } of rows) {
        await transaction(database, organisationId, async (tx) => {
          for (const purge of purges) purge(tx, clock.now());
        });
      }
    },
  };
}
