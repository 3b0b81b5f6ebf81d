import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { openTestTown, seatsOf, type TestTown, type WireConfirmation } from './bookings.factory.ts';
import {
  confirmOverHttp,
  type OpenedFamily,
  openFamilies,
  withoutLocks,
} from './contention.factory.ts';

const day = '2026-12-01';

/** Every family confirms the same day at once, over HTTP. */
async function rush(testApp: TestApp, town: TestTown, families: readonly OpenedFamily[]) {
  const answers = await Promise.all(
    families.map((family) => confirmOverHttp(testApp, family, newId())),
  );
  const lines = answers
    .filter(({ status }) => status === 200)
    .flatMap(({ text }) => (JSON.parse(text) as WireConfirmation).lines);
  return {
    statuses: new Set(answers.map(({ status }) => status)),
    booked: lines.filter(({ result }) => result === 'booked').length,
    reasons: new Set(
      lines
        .filter(({ result }) => result === 'notDone')
        .flatMap(({ reasons }) => reasons.map(({ code }) => code)),
    ),
    seats: await transaction(testApp.database, town.organisation.id, seatsOf),
  };
}

describe('a rush on the last places', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  test('500 families confirm at once on 50 places: exactly 50 have one, the others are told full', async () => {
    const town = await openTestTown(testApp, { capacity: 50 });
    const families = await openFamilies(testApp, town, 500, 'repas', day);
    expect(await rush(testApp, town, families)).toEqual({
      statuses: new Set([200]),
      booked: 50,
      reasons: new Set(['full', 'waitingListOpen']),
      seats: { taken: 50, held: 50, over: 0 },
    });
  }, 60_000);

  test('the same confirmation sent 1,000 times at once has one effect and one answer', async () => {
    const town = await openTestTown(testApp);
    const [family] = await openFamilies(testApp, town, 1, 'repas', day);
    if (!family) throw new Error('One family was opened');
    const key = newId();
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, () => confirmOverHttp(testApp, family, key)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const seats = await transaction(testApp.database, town.organisation.id, seatsOf);
    expect(seats).toEqual({ taken: 1, held: 1, over: 0 });
  }, 60_000);
});

describe('the same rush with a protection removed', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
    withoutLocks(testApp);
  });
  afterAll(() => testApp.close());

  test('without the lock, the constraint still stops the place too many', async () => {
    const town = await openTestTown(testApp, { capacity: 5 });
    const families = await openFamilies(testApp, town, 100, 'repas', day);
    const { statuses, booked, seats } = await rush(testApp, town, families);
    expect(statuses).toContain(409);
    expect({ booked, seats }).toEqual({ booked: 5, seats: { taken: 5, held: 5, over: 0 } });
  }, 60_000);

  test('without the lock and without the constraint it overbooks', async () => {
    await testApp.owner.pool.query('alter table seat_pool drop constraint never_overbooked');
    const town = await openTestTown(testApp, { capacity: 5 });
    const families = await openFamilies(testApp, town, 100, 'repas', day);
    const { booked, seats } = await rush(testApp, town, families);
    expect(booked).toBeGreaterThan(5);
    expect(seats.over).toBeGreaterThan(0);
  }, 60_000);
});
