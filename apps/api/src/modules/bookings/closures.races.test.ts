import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { openTestTown, seatsOf } from './bookings.factory.ts';
import { closuresDesk } from './closures.factory.ts';
import { confirmOverHttp, openFamilies, withoutLocks } from './contention.factory.ts';
import { untilWaiting } from './occupancy.factory.ts';
import { openDesk } from './staff-booking.factory.ts';

const on = '2026-12-01';
const count = 6;

describe('closing a day while families book it', () => {
  let testApp: TestApp;
  beforeEach(async () => {
    testApp = await createTestApp();
    testApp.clock.set(usualTestInstant);
  });
  afterEach(() => testApp.close());

  /**
   * Families validate a lunch of a day that is being closed: the closure has read what it cancels,
   * and is held before it closes the sessions.
   */
  async function closedMeanwhile(before: () => void = () => undefined) {
    const town = await openTestTown(testApp, { capacity: 20 });
    const desk = closuresDesk(testApp, town, await openDesk(testApp, town));
    const families = await openFamilies(testApp, town, count, 'repas', on);
    const { fingerprint } = await desk.preview({ from: on });
    const { id } = town.organisation;
    before();
    const sent = await transaction(testApp.owner, id, async (tx) => {
      await tx.orm.execute(sql`select from session where held_on = ${on} for no key update`);
      const closing = desk.send({ from: on }, fingerprint).then(({ status }) => status);
      await untilWaiting(testApp, 1);
      const booking = families.map((family) => confirmOverHttp(testApp, family, newId()));
      // They wait for the closure, or are done without it.
      await Promise.race([untilWaiting(testApp, count), Promise.all(booking)]);
      return { closing, booking };
    });
    const closed = await sent.closing;
    const answers = await Promise.all(sent.booking);
    const seats = await transaction(testApp.database, id, seatsOf);
    return { closed, statuses: new Set(answers.map(({ status }) => status)), seats };
  }

  test('nobody has a place on a closed day: they are told that it is closed', async () => {
    const { closed, statuses, seats } = await closedMeanwhile();
    expect([closed, statuses]).toEqual([200, new Set([200])]);
    expect(seats).toEqual({ taken: 0, held: 0, over: 0 });
  });

  test('negative control: without the locks they book a day that is closed', async () => {
    const { closed, seats } = await closedMeanwhile(() => withoutLocks(testApp));
    expect(closed).toBe(200);
    expect(seats.held).toBe(count);
  });
});
