import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, run, runMigrations, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { EventHandlers, WorkerServices } from '../outbox/event-handlers.ts';
import { startRelay } from '../outbox/relay.ts';
import { eventJobs } from './event-jobs.ts';
import { type Purge, purgeJob, purgeSchedule } from './purge.ts';
import { type Sweep, sweepJobs, sweepSchedule } from './sweep.ts';
import type { WorkerLog } from './worker-log.ts';

const jobsAtOnce = 4;
/** New jobs are announced by the queue itself; this only finds those whose next try has come. */
const retryPollMs = 2_000;

export type RunningWorker = {
  /** The batch and the jobs under way end first. */
  stop(): Promise<void>;
  /** Looks for what fell due without waiting for the next minute. */
  sweepNow(): Promise<void>;
};

/**
 * Relays events and runs their jobs until stopped. The queue lives under the jobs role, which sees
 * no data of any organisation; handlers act under the application role.
 * @param jobsUrl PostgreSQL address of the jobs role.
 */
export async function runWorker(
  jobsUrl: string,
  work: {
    readonly handlers: EventHandlers;
    readonly purges: readonly Purge[];
    readonly sweeps: readonly Sweep[];
  },
  services: WorkerServices,
  log: WorkerLog,
): Promise<RunningWorker> {
  const { handlers, purges, sweeps } = work;
  const pool = new pg.Pool({
    connectionString: jobsUrl,
    max: jobsAtOnce + 3,
    application_name: 'preau-worker',
  });
  const onLost = (error: Error) => log.error('a connection was lost', error);
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', onLost));
  try {
    // Its own words repeat what failing jobs say: errors are told below, without data.
    const logger = new Logger(() => () => undefined);
    await runMigrations({ pgPool: pool, logger });
    const runner = await run({
      pgPool: pool,
      logger,
      taskList: {
        ...eventJobs(handlers, services),
        ...purgeJob(purges, services),
        ...sweepJobs(sweeps, pool, services),
      },
      concurrency: jobsAtOnce,
      pollInterval: retryPollMs,
      noHandleSignals: true,
      parsedCronItems: parseCronItems([purgeSchedule, ...sweeps.map(sweepSchedule)]),
      events: listenTo(log),
    });
    const sweepNow = async () => {
      for (const { task } of sweeps) {
        await runner.addJob(task, {}, { jobKey: task, maxAttempts: 1, queueName: task });
      }
    };
    // What fell due while nobody was up does not wait for the next minute.
    await sweepNow();
    const relay = startRelay(pool, handlers, (error) => log.error('the relay failed', error));
    const stop = async () => {
      await relay.stop();
      await runner.stop();
      await pool.end();
    };
    return { stop, sweepNow };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function listenTo(log: WorkerLog): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  events.on('job:success', ({ job }) =>
    log.info('job done', { task: job.task_identifier, attempt: job.attempts }),
  );
  events.on('job:error', ({ job, error }) =>
    log.error('job failed', error, { task: job.task_identifier, attempt: job.attempts }),
  );
  events.on('pool:listen:error', ({ error }) => log.error('the queue is not heard', error));
  return events;
}
