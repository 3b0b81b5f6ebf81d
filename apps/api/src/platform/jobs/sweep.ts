import type { TaskList } from 'graphile-worker';
import type pg from 'pg';
import type { WorkerServices } from '../outbox/event-handlers.ts';

/** What falls due by itself in some organisations, without anybody asking. */
export type Sweep = {
  /** Name of its task in the queue: never changed while some may be waiting. */
  readonly task: string;
  /** SQL of the organisations where there may be something to do, run under the jobs role. */
  readonly organisations: string;
  /** Does it in one of them, under the application role. Repeatable. */
  readonly sweep: (services: WorkerServices, organisationId: string) => Promise<void>;
};

/** Every minute, one at a time; one that failed is not tried again, the next one comes. */
export function sweepSchedule({ task }: Sweep) {
  return { task, match: '* * * * *', options: { maxAttempts: 1, queueName: task } };
}

/**
 * The tasks of sweeps. An organisation that fails does not keep the others waiting.
 * @param jobs connections of the jobs role
 * @throws AggregateError once all were swept, when some failed
 */
export function sweepJobs(
  sweeps: readonly Sweep[],
  jobs: pg.Pool,
  services: WorkerServices,
): TaskList {
  const tasks = sweeps.map(({ task, organisations, sweep }) => [
    task,
    async () => {
      const { rows } = await jobs.query<{ organisation_id: string }>(organisations);
      const failures: unknown[] = [];
      for (const { organisation_id: organisationId } of rows) {
        await sweep(services, organisationId).catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw new AggregateError(failures, `${task} failed`);
    },
  ]);
  return Object.fromEntries(tasks) as TaskList;
}
