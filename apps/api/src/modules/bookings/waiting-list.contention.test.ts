import { randomInt } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { openTestTown, seatsOf } from './bookings.factory.ts';
import { rewriteStatements, withoutLocks } from './contention.factory.ts';
import { rushOnPlaces } from './waiting-contention.factory.ts';
import { replayList } from './waiting-replay.factory.ts';

const capacity = 20;
const few = { families: 66, rounds: 4, actingAtOnce: 24 };
const rush = { families: 200, rounds: 10, actingAtOnce: 24 };

describe('200 families, 20 places', () => {
  let testApp: TestApp;
  afterEach(() => testApp.close());

  /** A rush of a seed that is told with whatever goes wrong. */
  async function live(seed: number, size = rush) {
    const town = await openTestTown(testApp, { capacity });
    const statuses = await rushOnPlaces(testApp, town, { ...size, seed });
    const seats = await transaction(testApp.database, town.organisation.id, seatsOf);
    return { seed, statuses, seats, ...(await replayList(testApp, town, capacity)) };
  }

  test('the order is kept, nobody is served twice, and no place stays free beside who waits', async () => {
    testApp = await createTestApp();
    const { seed, statuses, seats, faults, offers, lapses } = await live(randomInt(1_000_000));
    expect({ seed, faults }).toEqual({ seed, faults: [] });
    expect({ seed, ...seats }).toEqual({ seed, taken: seats.held, held: seats.held, over: 0 });
    // 503: the locks took too long to come, nothing was done.
    expect([...statuses].filter((status) => ![200, 204, 409, 503].includes(status))).toEqual([]);
    // What was shown was lived.
    expect(offers).toBeGreaterThan(20);
    expect(lapses).toBeGreaterThan(0);
  }, 60_000);

  test('negative control: a list served from its end is noticed', async () => {
    testApp = await createTestApp();
    rewriteStatements(testApp, (text) =>
      text.replace('order by b.waiting_since, b.id', 'order by b.waiting_since desc, b.id desc'),
    );
    const { faults } = await live(1, few);
    expect(faults.some((fault) => fault.endsWith('is overtaken'))).toBe(true);
  }, 60_000);

  test('negative control: without the locks it comes apart', async () => {
    testApp = await createTestApp();
    withoutLocks(testApp);
    const { faults } = await live(1, few);
    expect(faults.length).toBeGreaterThan(0);
  }, 60_000);
});
