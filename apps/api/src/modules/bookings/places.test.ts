import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { openTestTown, signInEnrolled } from './bookings.factory.ts';
import { occupancyDesk } from './occupancy.factory.ts';
import { openDesk } from './staff-booking.factory.ts';
import { parentsOf } from './waiting.factory.ts';

const lunch = { unit: 'repas', on: '2026-12-01' } as const;

describe('the places of a day, set by the staff', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(usualTestInstant));

  /** A town with two lunches a day, both taken. */
  async function open() {
    const town = await openTestTown(testApp, { capacity: 2 });
    const desk = await openDesk(testApp, town);
    const office = occupancyDesk(testApp, town, desk);
    for (const family of [await signInEnrolled(testApp, town), await signInEnrolled(testApp, town)])
      await desk.book(family, { ...lunch, action: 'add' });
    const setPlaces = (
      capacity: number,
      more: {
        allowance?: number;
        reason?: string;
        keepBookings?: boolean;
        part?: string;
        on?: string;
      } = {},
    ) => {
      const {
        allowance = 0,
        reason = null,
        keepBookings = false,
        part = 'lunch',
        on = lunch.on,
      } = more;
      return desk.clerk.agent.post('/api/staff/places').send({
        facilityId: town.facility.id,
        ageGroup: 'elementaire',
        on,
        reason,
        keepBookings,
        pools: [{ part, capacity, allowance }],
      });
    };
    const pool = async () => (await office.dayOf(lunch.unit, lunch.on)).sessions[0]?.pools[0];
    return { town, desk, setPlaces, pool, ...parentsOf(testApp, town), ...office };
  }

  test('lowered below what is held, they keep the bookings once it was seen', async () => {
    const { setPlaces, pool, cell } = await open();
    const refused = await setPlaces(1);
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([
      409,
      'places-held',
      { part: 'lunch', taken: 2 },
    ]);
    expect(await pool()).toMatchObject({ capacity: 2, taken: 2 });
    await setPlaces(1, { keepBookings: true }).expect(204);
    expect(await pool()).toMatchObject({ capacity: 1, allowance: 1, taken: 2 });
    expect(await cell(lunch.unit, lunch.on)).toMatchObject({ capacity: 1, taken: 2, over: 1 });
  });

  test('what is added beyond the capacity says why', async () => {
    const { setPlaces, pool } = await open();
    const silent = await setPlaces(2, { allowance: 1 });
    expect([silent.status, silent.body.errors[0].pointer]).toEqual([422, '/body/reason']);
    await setPlaces(2, { allowance: 1, reason: 'Une animatrice de plus' }).expect(204);
    expect(await pool()).toMatchObject({
      capacity: 2,
      allowance: 1,
      allowanceReason: 'Une animatrice de plus',
    });
  });

  test('more of them are offered at once to who waits', async () => {
    const { town, setPlaces, doing, offersOf, cell } = await open();
    const waiting = await signInEnrolled(testApp, town);
    await doing(waiting, { ...lunch, action: 'wait' });
    await setPlaces(3).expect(204);
    expect(await offersOf(waiting)).toHaveLength(1);
    expect(await cell(lunch.unit, lunch.on)).toMatchObject({ capacity: 3, offered: 1, free: 0 });
  });

  test('those of a day gone by, or of nothing, are not changed', async () => {
    const { setPlaces } = await open();
    expect((await setPlaces(3, { part: 'nuit' })).status).toBe(404);
    expect((await setPlaces(3, { on: '2026-12-05' })).status).toBe(404);
    const gone = await setPlaces(3, { on: '2026-11-13' });
    expect([gone.status, gone.body.code]).toEqual([409, 'day-over']);
  });
});
