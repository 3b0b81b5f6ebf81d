import { fromIso, type Instant } from '@preau/domain/time/instant';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { sweepJobs } from '../../platform/jobs/sweep.ts';
import { sweeps } from '../../sweeps.ts';
import { waitingListSweep } from './waiting-list-sweep.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { createTestWorker, type TestWorker } from '../../testing/test-worker.ts';
import { openTestTown, seatsOf, signInEnrolled, type TestTown } from './bookings.factory.ts';
import { lifeOf, type Parent, parentsOf } from './waiting.factory.ts';

const on = '2026-12-01';
const hour = 3_600_000;
const bookingLimit = fromIso('2026-11-27T11:00:00.000Z');

describe('what falls due in a waiting list', () => {
  let testApp: TestApp;
  let worker: TestWorker;
  let jobs: pg.Pool;
  beforeAll(async () => {
    testApp = await createTestApp();
    worker = createTestWorker(testApp);
    jobs = new pg.Pool({ connectionString: testApp.urls.jobsUrl, max: 1 });
  });
  afterAll(async () => {
    await jobs.end();
    await worker.close();
    await testApp.close();
  });
  beforeEach(() => testApp.clock.set(usualTestInstant));

  /** The minute's task, for every organisation of the database. */
  const sweep = async (services = worker.services) => {
    const [task] = Object.values(sweepJobs(sweeps, jobs, services));
    await task?.({}, {} as never);
  };
  const seats = ({ organisation }: TestTown) =>
    transaction(testApp.database, organisation.id, seatsOf);

  /** One lunch, taken; then so many families in the list, in order. */
  async function listOf(count: number) {
    const town = await openTestTown(testApp, { capacity: 1 });
    const parents = parentsOf(testApp, town);
    const holder = await signInEnrolled(testApp, town);
    await parents.doing(holder, { unit: 'repas', on, action: 'add' });
    const waiting: Parent[] = [];
    for (let index = 0; index < count; index += 1) {
      const parent = await signInEnrolled(testApp, town);
      await parents.doing(parent, { unit: 'repas', on, action: 'wait' });
      waiting.push(parent);
    }
    const leave = () => parents.doing(holder, { unit: 'repas', on, action: 'remove' });
    const states = async () =>
      Promise.all(waiting.map(async (parent) => (await parents.cell(parent, 'repas', on)).state));
    return { ...parents, town, waiting, leave, states };
  }

  test('an offer nobody answered goes to who comes next, in two organisations at once', async () => {
    const lists = [await listOf(3), await listOf(2)];
    for (const { leave } of lists) await leave();
    testApp.clock.set((usualTestInstant + 24 * hour) as Instant);
    await sweep();
    const states = await Promise.all(lists.map((list) => list.states()));
    expect(states).toEqual([
      ['lapsed', 'offered', 'waitlisted'],
      ['lapsed', 'offered'],
    ]);
    for (const { town } of lists) {
      expect(await seats(town)).toEqual({ taken: 1, held: 1, over: 0 });
    }
  });

  test('before its term nothing moves, however often it is swept', async () => {
    const { town, waiting, leave, states } = await listOf(2);
    await leave();
    testApp.clock.set((usualTestInstant + 24 * hour - 1) as Instant);
    await sweep();
    await sweep();
    expect(await states()).toEqual(['offered', 'waitlisted']);
    const [first] = waiting;
    expect(first && (await lifeOf(testApp, town, first))).toHaveLength(2);
  });

  test('the list ends at the booking limit, its last offer with it, and the place stays free', async () => {
    const { town, leave, states } = await listOf(3);
    testApp.clock.set((bookingLimit - hour) as Instant);
    await leave();
    expect(await states()).toEqual(['offered', 'waitlisted', 'waitlisted']);
    testApp.clock.set(bookingLimit);
    await sweep();
    expect(await states()).toEqual(['lapsed', 'lapsed', 'lapsed']);
    expect(await seats(town)).toEqual({ taken: 0, held: 0, over: 0 });
  });

  test('two sweeps at once lapse once', async () => {
    const { town, waiting, leave } = await listOf(2);
    await leave();
    testApp.clock.set((usualTestInstant + 24 * hour) as Instant);
    await Promise.all([sweep(), sweep(), sweep()]);
    const [first] = waiting;
    const life = first ? await lifeOf(testApp, town, first) : [];
    expect(life.map(({ to }) => to)).toEqual(['waitlisted', 'offered', 'lapsed']);
    expect(await seats(town)).toEqual({ taken: 1, held: 1, over: 0 });
  });

  test('more capacity is offered to the list; until then no newcomer takes it', async () => {
    const { town, change, states } = await listOf(2);
    await transaction(testApp.database, town.organisation.id, (tx) =>
      tx.orm.execute(
        `update seat_pool set capacity = 2 where held_on = '${on}' and part = 'lunch'`,
      ),
    );
    const newcomer = await signInEnrolled(testApp, town);
    const cart = await change(newcomer, { unit: 'repas', on, action: 'add' });
    expect(cart.lines).toMatchObject([
      {
        outcome: 'refused',
        reasons: [{ code: 'waitingListFirst' }, { code: 'waitingListOpen' }],
      },
    ]);
    await sweep();
    expect(await states()).toEqual(['offered', 'waitlisted']);
  });

  test('an organisation that cannot be swept does not keep the others waiting', async () => {
    const broken = await listOf(1);
    const sound = await listOf(1);
    for (const { leave } of [broken, sound]) await leave();
    testApp.clock.set((usualTestInstant + 24 * hour) as Instant);
    const failing = sweeps.map((one) => ({
      ...one,
      sweep: async (services: TestWorker['services'], organisationId: string) => {
        if (organisationId === broken.town.organisation.id) throw new Error('Out of reach');
        await one.sweep(services, organisationId);
      },
    }));
    const [task] = Object.values(sweepJobs(failing, jobs, worker.services));
    await expect(task?.({}, {} as never)).rejects.toThrow(AggregateError);
    const { taken } = await seats(sound.town);
    expect([taken, (await seats(broken.town)).taken]).toEqual([0, 1]);
  });

  test('the jobs role sees that somebody waits, never who', async () => {
    await listOf(1);
    const { organisations } = waitingListSweep;
    expect((await jobs.query(organisations)).rows.length).toBeGreaterThan(0);
    await expect(jobs.query('select child_id from booking')).rejects.toThrow('permission denied');
    await expect(
      jobs.query('select organisation_id from booking where expires_at is null'),
    ).resolves.toMatchObject({ rowCount: 0 });
  });
});
