import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { declareClosure } from '../activities/activities.public.ts';
import { day } from '@preau/domain/time/day';
import { openTestTown, signInEnrolled, type TestTown } from './bookings.factory.ts';
import { occupancyDesk } from './occupancy.factory.ts';
import { openDesk } from './staff-booking.factory.ts';
import { parentsOf } from './waiting.factory.ts';

const tuesday = '2026-12-01';
const wednesday = '2026-12-02';

describe('how full the days are', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(usualTestInstant));

  async function open(capacity: number) {
    const town = await openTestTown(testApp, { capacity });
    const desk = await openDesk(testApp, town);
    const family = () => signInEnrolled(testApp, town);
    return { town, family, ...parentsOf(testApp, town), ...occupancyDesk(testApp, town, desk) };
  }

  const inTown = ({ organisation }: TestTown, statement: ReturnType<typeof sql>) =>
    transaction(testApp.database, organisation.id, (tx) => tx.orm.execute(statement));

  test('a day counts who has a place, who waits, and what is left', async () => {
    const { family, doing, cell } = await open(2);
    expect(await cell('repas', tuesday)).toEqual({
      capacity: 2,
      taken: 0,
      free: 2,
      requested: 0,
      waiting: 0,
      offered: 0,
      groups: 1,
      full: 0,
      over: 0,
      closed: null,
    });
    await doing(await family(), { unit: 'repas', on: tuesday, action: 'add' });
    expect(await cell('repas', tuesday)).toMatchObject({ taken: 1, free: 1, full: 0 });
    await doing(await family(), { unit: 'repas', on: tuesday, action: 'add' });
    await doing(await family(), { unit: 'repas', on: tuesday, action: 'wait' });
    expect(await cell('repas', tuesday)).toMatchObject({ taken: 2, free: 0, waiting: 1, full: 1 });
  });

  test('units that share places each count their own, and see what the others leave', async () => {
    const { family, doing, cell } = await open(3);
    await doing(await family(), { unit: 'mercredi-journee', on: wednesday, action: 'add' });
    await doing(await family(), { unit: 'mercredi-matin-repas', on: wednesday, action: 'add' });
    expect(await cell('mercredi-journee', wednesday)).toMatchObject({ taken: 1, free: 1 });
    expect(await cell('mercredi-matin-repas', wednesday)).toMatchObject({ taken: 1, free: 1 });
    expect(await cell('mercredi-apres-midi', wednesday)).toMatchObject({ taken: 0, free: 2 });
  });

  test('a closed day says why, and a day without a session is left empty', async () => {
    const { town, cell, grid } = await open(2);
    await transaction(testApp.database, town.organisation.id, (tx) =>
      declareClosure(tx, {
        from: day(tuesday),
        until: day(tuesday),
        label: 'Grève',
        facilityId: null,
        activityCode: 'restauration',
      }),
    );
    expect(await cell('repas', tuesday)).toMatchObject({ closed: 'Grève', capacity: 0, groups: 0 });
    expect(await cell('matin', tuesday)).toMatchObject({ closed: null, capacity: 2 });
    const { days, rows } = await grid('2026-12-05', '2026-12-06');
    expect(days.map(({ on }) => on)).toEqual(['2026-12-05', '2026-12-06']);
    expect(rows).toEqual([]);
  });

  test('the calendar names public and school holidays', async () => {
    const { grid } = await open(1);
    const { days } = await grid('2026-12-23', '2026-12-25');
    expect(days.map(({ holiday, isPublicHoliday }) => [holiday, isPublicHoliday])).toEqual([
      ['Vacances de Noël', false],
      ['Vacances de Noël', false],
      ['Noël', true],
    ]);
  });

  test('more children than places are told apart from a full day', async () => {
    const { town, family, doing, cell } = await open(1);
    await doing(await family(), { unit: 'repas', on: tuesday, action: 'add' });
    expect(await cell('repas', tuesday)).toMatchObject({ full: 1, over: 0 });
    await inTown(
      town,
      sql`update seat_pool set capacity = 0, allowance = 1, allowance_reason = 'kept bookings'
          where held_on = ${tuesday} and part = 'lunch'`,
    );
    expect(await cell('repas', tuesday)).toMatchObject({ full: 1, over: 1, capacity: 0, free: 0 });
  });

  test('the figures at the top are of today and of who waits from now on', async () => {
    const { family, doing, grid, town } = await open(1);
    const first = await family();
    await doing(first, { unit: 'repas', on: tuesday, action: 'add' });
    const waiting = await family();
    await doing(waiting, { unit: 'repas', on: tuesday, action: 'wait' });
    const { summary } = await grid(tuesday);
    expect(summary).toMatchObject({ today: '2026-11-16', expected: 0, waiting: 1 });
    expect(summary).toMatchObject({ waitingWithPlace: 0, offered: 0 });
    await inTown(town, sql`update seat_pool set capacity = 2 where held_on = ${tuesday}`);
    expect((await grid(tuesday)).summary).toMatchObject({ waiting: 1, waitingWithPlace: 1 });
    await inTown(
      town,
      sql`update booking set held_on = s.held_on, session_id = s.id
          from session s join unit u on u.id = s.unit_id
          where booking.state = 'confirmed' and s.held_on = '2026-11-16' and u.code = 'repas'`,
    );
    expect((await grid(tuesday)).summary).toMatchObject({ expected: 1 });
  });

  test('a day tells who has a place and who waits, with their rank', async () => {
    const { family, doing, dayOf } = await open(1);
    const holder = await family();
    const [one, other] = [await family(), await family()];
    await doing(holder, { unit: 'repas', on: tuesday, action: 'add' });
    await doing(one, { unit: 'repas', on: tuesday, action: 'wait' });
    await doing(other, { unit: 'repas', on: tuesday, action: 'wait' });
    const told = await dayOf('repas', tuesday);
    expect(told).toMatchObject({ on: tuesday, unitLabel: 'Repas', waitingList: 'online' });
    const [session] = told.sessions;
    expect(session).toMatchObject({
      ageGroupLabel: 'Élémentaire',
      taken: 1,
      free: 0,
      pools: [{ part: 'lunch', capacity: 1, allowance: 0, taken: 1 }],
      booked: [{ state: 'confirmed', household: { id: holder.household.id } }],
      waiting: [
        { state: 'waitlisted', rank: 1, household: { id: one.household.id } },
        { state: 'waitlisted', rank: 2, household: { id: other.household.id } },
      ],
    });
    await doing(holder, { unit: 'repas', on: tuesday, action: 'remove' });
    expect((await dayOf('repas', tuesday)).sessions[0]?.waiting).toMatchObject([
      { state: 'offered', rank: null },
      { state: 'waitlisted', rank: 1 },
    ]);
  });

  test('a range of more than six weeks, or none, is refused', async () => {
    const { town } = await open(1);
    const { clerk } = await openDesk(testApp, town);
    for (const range of [
      'from=2026-12-01&until=2027-01-12',
      'from=2026-12-02&until=2026-12-01',
      'from=2026-02-30&until=2026-03-01',
    ]) {
      const { status, body } = await clerk.agent.get(`/api/staff/occupancy?${range}`);
      expect([range, status, body.code]).toEqual([range, 422, 'invalid']);
    }
  });
});
