import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestOrganisation, type TestOrganisation } from '../../testing/test-people.ts';
import { transaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { EventHandlers } from './event-handlers.ts';
import { emit } from './events.ts';
import { relayEvents, startRelay } from './relay.ts';

const handlers: EventHandlers = {
  'test.happened': [{ name: 'notice-it', handle: () => Promise.resolve() }],
};

describe('the relay of events', () => {
  let testApp: TestApp;
  let organisation: TestOrganisation;
  let jobs: pg.Pool;
  beforeAll(async () => {
    testApp = await createTestApp();
    jobs = new pg.Pool({ connectionString: testApp.urls.jobsUrl, max: 4 });
  });
  afterAll(async () => {
    await jobs.end();
    await testApp.close();
  });
  beforeEach(async () => {
    organisation = await createTestOrganisation(testApp);
  });
  afterEach(async () => {
    await untilRelayed();
    await jobs.query('delete from graphile_worker._private_jobs');
  });

  const happen = (step: number) =>
    transaction(testApp.database, organisation.id, async (tx) =>
      emit(tx, { type: 'test.happened', payload: { step }, at: testApp.clock.now() }),
    );
  /** An event of a transaction that stays open until told to commit. */
  const happenSlowly = async () => {
    const client = new pg.Client({ connectionString: testApp.urls.appUrl });
    await client.connect();
    await client.query(`begin; set local app.organisation_id = '${organisation.id}'`);
    await client.query(
      `insert into event (organisation_id, id, type, payload, at)
       values ($1, $2, 'test.happened', '{}', now())`,
      [organisation.id, newId()],
    );
    return {
      commit: async () => {
        await client.query('commit');
        await client.end();
      },
    };
  };
  const eventCount = async () =>
    (await jobs.query<{ n: number }>('select count(*)::int as n from event')).rows[0]?.n ?? 0;
  const queued = async () =>
    (await jobs.query<{ n: number }>('select count(*)::int as n from graphile_worker.jobs')).rows[0]
      ?.n;
  /** The relay stops before the oldest transaction of the whole cluster, which other tests share. */
  const untilRelayed = (expected?: number) =>
    vi.waitUntil(
      async () => {
        while ((await relayEvents(jobs, handlers)) > 0);
        return expected === undefined || (await queued()) === expected;
      },
      { timeout: 10_000, interval: 50 },
    );

  test('hands every event over once, however often it looks', async () => {
    for (const step of [1, 2, 3]) await happen(step);
    await untilRelayed(3);
    expect(await relayEvents(jobs, handlers)).toBe(0);
    expect(await queued()).toBe(3);
  });

  test('does not skip the event of a transaction that commits after a later one', async () => {
    const early = await happenSlowly();
    await happen(2);
    await relayEvents(jobs, handlers);
    // The later event waits as well: nothing may overtake a transaction still running.
    expect(await queued()).toBe(0);
    await early.commit();
    await untilRelayed(2);
    expect(await queued()).toBe(2);
  });

  test('would skip it by following ids alone: the control of the test above', async () => {
    const before = await eventCount();
    let cursor = '00000000-0000-0000-0000-000000000000';
    const followIds = async () => {
      const { rows } = await jobs.query<{ id: string }>(
        'select id from event where id > $1 order by id',
        [cursor],
      );
      cursor = rows.at(-1)?.id ?? cursor;
      return rows.length;
    };
    const early = await happenSlowly();
    await happen(2);
    const first = await followIds();
    await early.commit();
    const seen = first + (await followIds());
    expect(await eventCount()).toBe(before + 2);
    expect(seen).toBe(before + 1);
  });

  test('leaves the events of a rolled back transaction alone', async () => {
    const failed = transaction(testApp.database, organisation.id, async (tx) => {
      emit(tx, { type: 'test.happened', payload: {}, at: testApp.clock.now() });
      throw new Error('refused after all');
    });
    await expect(failed).rejects.toThrow('refused after all');
    await happen(1);
    await untilRelayed(1);
    expect(await queued()).toBe(1);
  });

  test('never relays twice when two workers relay at once', async () => {
    for (const step of [1, 2, 3, 4]) await happen(step);
    const two = [1, 2].map(() =>
      startRelay(jobs, handlers, (error) => {
        throw error;
      }),
    );
    await vi.waitUntil(async () => (await queued()) === 4, { timeout: 10_000, interval: 50 });
    await Promise.all(two.map((relay) => relay.stop()));
    expect(await queued()).toBe(4);
  });

  test('passes by what nobody reacts to', async () => {
    await transaction(testApp.database, organisation.id, async (tx) =>
      emit(tx, { type: 'test.ignored', payload: {}, at: testApp.clock.now() }),
    );
    await happen(1);
    await untilRelayed(1);
    expect(await relayEvents(jobs, handlers)).toBe(0);
  });

  test('sees that something happened, not what: payloads are closed to it', async () => {
    await expect(jobs.query('select payload from event')).rejects.toThrow('permission denied');
    await expect(jobs.query('select * from guardian')).rejects.toThrow('permission denied');
  });
});
