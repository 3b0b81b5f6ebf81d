import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import type { EventHandlers } from './event-handlers.ts';

const reader = 'worker';
const batchSize = 500;
/**
 * How long an event may wait before it is noticed, in milliseconds. Polling rather than
 * LISTEN/NOTIFY: a notification takes a lock of the whole server at every commit, which would queue
 * all bookings behind one another, while an idle look at the index costs next to nothing.
 */
const pollEveryMs = 250;
/** Two workers never relay at once: the second finds this lock taken and waits its turn. */
const relayLock = 7_302_101;

type Position = { readonly xid: string; readonly id: string };
type FeedRow = Position & { readonly organisation_id: string; readonly type: string };

const start: Position = { xid: '0', id: '00000000-0000-0000-0000-000000000000' };

/**
 * Hands the next events over to the job queue, in the order of their transactions, and moves the
 * cursor with them in one transaction. It stops before the oldest transaction still running: one
 * that commits late has its events read later, never skipped.
 * @param pool connections of the jobs role.
 * @returns how many events were relayed; 0 also when another worker is relaying.
 */
export async function relayEvents(pool: pg.Pool, handlers: EventHandlers): Promise<number> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const relayed = (await isAlone(client)) ? await relayBatch(client, handlers) : 0;
    await client.query('commit');
    return relayed;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function relayBatch(client: pg.PoolClient, handlers: EventHandlers): Promise<number> {
  const { rows: cursors } = await client.query<Position>(
    'select xid::text, id from event_cursor where reader = $1',
    [reader],
  );
  const from = cursors[0] ?? start;
  const { rows: events } = await client.query<FeedRow>(
    `select organisation_id, id, xid::text, type from event
     where (xid, id) > ($1::xid8, $2::uuid) and xid < pg_snapshot_xmin(pg_current_snapshot())
     order by xid, id limit $3`,
    [from.xid, from.id, batchSize],
  );
  const last = events.at(-1);
  if (!last) return 0;
  await addJobs(
    client,
    events.flatMap((event) => jobsOf(event, handlers)),
  );
  await client.query(
    `insert into event_cursor (reader, xid, id) values ($1, $2::xid8, $3)
     on conflict (reader) do update set xid = excluded.xid, id = excluded.id`,
    [reader, last.xid, last.id],
  );
  return events.length;
}

async function isAlone(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>(
    'select pg_try_advisory_xact_lock($1) as got',
    [relayLock],
  );
  return rows[0]?.got ?? false;
}

/** The job names the event; what it says stays in the event, behind the organisation's policy. */
function jobsOf(event: FeedRow, handlers: EventHandlers): object[] {
  return (handlers[event.type] ?? []).map(({ name }) => ({
    identifier: name,
    payload: { organisationId: event.organisation_id, eventId: event.id },
    job_key: `${event.id}:${name}`,
  }));
}

async function addJobs(client: pg.PoolClient, jobs: readonly object[]): Promise<void> {
  if (jobs.length === 0) return;
  await client.query(
    `select count(*) from graphile_worker.add_jobs(array(
       select spec from json_populate_recordset(null::graphile_worker.job_spec, $1::json) as spec))`,
    [JSON.stringify(jobs)],
  );
}

export type Relay = {
  /** Finishes the batch under way, then stops. */
  stop(): Promise<void>;
};

/**
 * Relays events until stopped. A failure (the database restarts) is told and tried again.
 * @param onError told of a failed batch.
 */
export function startRelay(
  pool: pg.Pool,
  handlers: EventHandlers,
  onError: (error: unknown) => void,
): Relay {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = async () => {
    while (!signal.aborted) {
      const relayed = await relayEvents(pool, handlers).catch((error: unknown) => {
        onError(error);
        return 0;
      });
      // A full batch means that more are waiting.
      if (relayed < batchSize) await pause(signal);
    }
  };
  const ended = loop();
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

async function pause(signal: AbortSignal): Promise<void> {
  // Stopping cuts the pause short: that is no failure.
  await setTimeout(pollEveryMs, undefined, { signal }).catch(() => undefined);
}
