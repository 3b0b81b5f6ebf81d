import type { Instant } from '@preau/domain/time/instant';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';
import { statement } from '../db/statement.ts';
import { readTogether } from '../db/transaction.ts';
import type { EventHandlers, StoredEvent, WorkerServices } from '../outbox/event-handlers.ts';

const jobSchema = z.object({ organisationId: z.uuid(), eventId: z.uuid() });

const load = statement<Omit<StoredEvent, 'organisationId' | 'at'> & { at: Instant }>(
  'event.load',
  `select id, type, payload, (extract(epoch from at) * 1000)::bigint as at
   from event where organisation_id = $1 and id = $2`,
);

/**
 * One task per handler: reads the event under the application role, in its organisation, and
 * handles it. A handler that throws is tried again by the queue, later and later.
 */
export function eventJobs(handlers: EventHandlers, services: WorkerServices): TaskList {
  const tasks = Object.values(handlers)
    .flat()
    .map((handler) => [
      handler.name,
      async (payload: unknown) => {
        const { organisationId, eventId } = jobSchema.parse(payload);
        const [[found]] = await readTogether(services.database, organisationId, (ask) => [
          ask(load, [organisationId, eventId]),
        ]);
        if (!found) throw new Error(`Event ${eventId} is not in its organisation`);
        await handler.handle({ ...found, organisationId }, services);
      },
    ]);
  return Object.fromEntries(tasks) as TaskList;
}
