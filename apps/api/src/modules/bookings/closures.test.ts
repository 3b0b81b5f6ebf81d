import type { ReglementDocument } from '@preau/domain/reglement/document';
import { readTown } from '@preau/reglement/read-town';
import { fromIso } from '@preau/domain/time/instant';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { openTestTown, seatsOf, signInEnrolled } from './bookings.factory.ts';
import { closuresDesk } from './closures.factory.ts';
import { occupancyDesk } from './occupancy.factory.ts';
import { openDesk } from './staff-booking.factory.ts';
import { lifeOf, type Parent, parentsOf } from './waiting.factory.ts';

const valDeLure = readTown('val-de-lure');

const on = '2026-12-01';
const lunch = { unit: 'repas', on } as const;
const withoutCredit: ReglementDocument = { ...valDeLure, closureCredit: 'none' };

describe('days the service closes', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(usualTestInstant));

  async function open({ capacity = 10, document = valDeLure } = {}) {
    const town = await openTestTown(testApp, { capacity, document });
    const desk = await openDesk(testApp, town);
    const { id } = town.organisation;
    const seats = () => transaction(testApp.database, id, seatsOf);
    const life = async (parent: Parent) =>
      (await lifeOf(testApp, town, parent)).map(({ to, actor }) => `${to} by ${actor}`);
    const setState = (state: string) =>
      transaction(testApp.database, id, (tx) =>
        tx.orm.execute(sql`update booking set state = ${state}`),
      );
    const stored = async () => {
      const { rows } = await transaction(testApp.database, id, (tx) =>
        tx.orm.execute(
          sql`select state, (verdict ->> 'cents')::int as cents, verdict -> 'reasons' -> 0 as reason,
                expires_at is not null as waits
              from booking order by created_at, id`,
        ),
      );
      return rows;
    };
    const newParent = () => signInEnrolled(testApp, town);
    return {
      town,
      desk,
      seats,
      life,
      setState,
      stored,
      newParent,
      ...parentsOf(testApp, town),
      ...occupancyDesk(testApp, town, desk),
      ...closuresDesk(testApp, town, desk),
    };
  }

  test('what would be cancelled is shown before anything is', async () => {
    const { doing, preview, newParent, seats, cell } = await open({ capacity: 1 });
    const [holder, waiting] = [await newParent(), await newParent()];
    await doing(holder, { ...lunch, action: 'add' }, { unit: 'matin', on, action: 'add' });
    await doing(waiting, { ...lunch, action: 'wait' });
    const impact = await preview({ from: on });
    expect(impact).toMatchObject({ days: 1, cancelled: 3, kept: 0, households: 2 });
    expect(impact.bookings).toEqual(
      expect.arrayContaining([
        { state: 'confirmed', count: 2 },
        { state: 'waitlisted', count: 1 },
      ]),
    );
    expect(impact).toMatchObject({ creditedCents: 390 + 170, chargedCents: 0 });
    expect(await seats()).toEqual({ taken: 2, held: 2, over: 0 });
    expect(await cell('repas', on)).toMatchObject({ closed: null });
  });

  test('it closes the sessions, cancels what was booked and gives the places back', async () => {
    const { doing, declare, newParent, seats, cell, stored, life, told } = await open();
    const parent = await newParent();
    await doing(parent, { ...lunch, action: 'add' });
    const { id, cancelled } = await declare({ from: on, label: 'Grève du 1er décembre' });
    expect(cancelled).toBe(1);
    expect(await stored()).toEqual([
      {
        state: 'cancelled',
        cents: -390,
        reason: { code: 'closedByService', label: 'Grève du 1er décembre', charged: false },
        waits: false,
      },
    ]);
    expect(await seats()).toEqual({ taken: 0, held: 0, over: 0 });
    expect(await cell('repas', on)).toMatchObject({ closed: 'Grève du 1er décembre' });
    expect(await life(parent)).toEqual(['confirmed by guardian', 'cancelled by staff']);
    expect(await told()).toMatchObject([
      { payload: { householdId: parent.household.id, closureId: id, bookingIds: [{}] } },
    ]);
  });

  test('where the règlement gives no credit, the day stays billed', async () => {
    const { doing, preview, declare, newParent, stored, seats } = await open({
      document: withoutCredit,
    });
    await doing(await newParent(), { ...lunch, action: 'add' });
    expect(await preview({ from: on })).toMatchObject({ creditedCents: 0, chargedCents: 390 });
    await declare({ from: on });
    expect(await stored()).toMatchObject([
      { state: 'cancelledLate', cents: 0, reason: { code: 'closedByService', charged: true } },
    ]);
    expect(await seats()).toEqual({ taken: 0, held: 0, over: 0 });
  });

  test('who only waited owes nothing, and is offered nothing that day', async () => {
    const { doing, declare, newParent, stored, offersOf } = await open({
      capacity: 1,
      document: withoutCredit,
    });
    const [holder, waiting] = [await newParent(), await newParent()];
    await doing(holder, { ...lunch, action: 'add' });
    await doing(waiting, { ...lunch, action: 'wait' });
    await declare({ from: on });
    expect((await stored()).map(({ state }) => state)).toEqual(['cancelledLate', 'cancelled']);
    expect(await offersOf(waiting)).toEqual([]);
  });

  test('a child who came already keeps its booking', async () => {
    const { doing, preview, declare, newParent, setState, stored } = await open();
    await doing(await newParent(), { ...lunch, action: 'add' });
    await setState('attended');
    expect(await preview({ from: on })).toMatchObject({ cancelled: 0, kept: 1, households: 0 });
    await declare({ from: on });
    expect(await stored()).toMatchObject([{ state: 'attended' }]);
  });

  test('it is one site or one activity, where it says so', async () => {
    const { town, doing, declare, newParent, cell, stored } = await open();
    const parent = await newParent();
    await doing(parent, { ...lunch, action: 'add' }, { unit: 'matin', on, action: 'add' });
    await declare({ from: on, activityCode: 'restauration', facilityId: town.facility.id });
    expect(await cell('repas', on)).toMatchObject({ closed: 'Grève' });
    expect(await cell('matin', on)).toMatchObject({ closed: null, taken: 1 });
    expect(new Set((await stored()).map(({ state }) => state))).toEqual(
      new Set(['cancelled', 'confirmed']),
    );
  });

  test('what changed since it was shown is not done unseen', async () => {
    const { doing, preview, send, newParent, seats, calendar } = await open();
    const { fingerprint } = await preview({ from: on });
    await doing(await newParent(), { ...lunch, action: 'add' });
    const { status, body } = await send({ from: on }, fingerprint);
    expect([status, body.code]).toEqual([409, 'impact-changed']);
    expect(await seats()).toMatchObject({ taken: 1, held: 1 });
    expect((await calendar()).closures).toEqual([]);
  });

  test('a double click closes once and answers the same', async () => {
    const { doing, preview, send, newParent, calendar, told } = await open();
    await doing(await newParent(), { ...lunch, action: 'add' });
    const { fingerprint } = await preview({ from: on });
    const key = newId();
    const answers = await Promise.all([1, 2, 3].map(() => send({ from: on }, fingerprint, key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await calendar()).closures).toHaveLength(1);
    expect(await told()).toHaveLength(1);
  });

  test('a day that has passed is not closed, and days end after they begin', async () => {
    const { send } = await open();
    const past = await send({ from: '2026-11-13' });
    expect([past.status, past.body.code]).toEqual([409, 'closure-past']);
    const upside = await send({ from: '2026-12-02', until: on }, 'x');
    expect([upside.status, upside.body.errors[0].pointer]).toEqual([422, '/body/until']);
  });

  test('the calendar lists it with who declared it, between the holidays of the year', async () => {
    const { declare, calendar, doing, newParent } = await open();
    await doing(await newParent(), { ...lunch, action: 'add' });
    await declare({ from: on, until: '2026-12-02', activityCode: 'restauration' });
    const { closures, publicHolidays, schoolHolidays, credit, schoolYears } = await calendar();
    expect(closures).toMatchObject([
      {
        from: on,
        until: '2026-12-02',
        label: 'Grève',
        facility: null,
        activity: { code: 'restauration', label: 'Restauration scolaire' },
        declaredBy: 'Claire Aubry',
        cancelled: 1,
        canRemove: true,
      },
    ]);
    expect(publicHolidays).toContainEqual({ on: '2026-12-25', name: 'Noël' });
    expect(schoolHolidays.map(({ name }) => name)).toContain('Vacances de Noël');
    expect([credit, schoolYears]).toEqual(['full', ['2025-2026', '2026-2027', '2027-2028']]);
    expect((await calendar('2027-2028')).closures).toEqual([]);
  });

  describe('once it is taken back', () => {
    test('the sessions take place again, and what was cancelled stays so', async () => {
      const { doing, declare, remove, newParent, cell, stored } = await open();
      const parent = await newParent();
      await doing(parent, { ...lunch, action: 'add' });
      const { id, sessions } = await declare({ from: on });
      expect((await remove(id).expect(200)).body).toEqual({ reopenedSessions: sessions });
      expect(await cell('repas', on)).toMatchObject({ closed: null, free: 10 });
      expect(await stored()).toMatchObject([{ state: 'cancelled' }]);
      const again = await doing(parent, { ...lunch, action: 'add' });
      expect(again.lines).toMatchObject([{ result: 'booked' }]);
      expect((await remove(id)).status).toBe(404);
    });

    test('what another closure covers stays closed, under its own name', async () => {
      const { declare, remove, cell } = await open();
      const first = await declare({ from: on, label: 'Grève' });
      await declare({ from: on, activityCode: 'restauration', label: 'Travaux' });
      await remove(first.id).expect(200);
      expect(await cell('repas', on)).toMatchObject({ closed: 'Travaux' });
      expect(await cell('matin', on)).toMatchObject({ closed: null });
    });

    test('it is too late once it has begun', async () => {
      const { town, declare, cell } = await open();
      const { id } = await declare({ from: '2026-11-17', until: '2026-11-20' });
      testApp.clock.set(fromIso('2026-11-18T08:00:00.000Z'));
      const { clerk } = await openDesk(testApp, town);
      const { status, body } = await clerk.agent.delete(`/api/staff/closures/${id}`);
      expect([status, body.code]).toEqual([409, 'closure-begun']);
      testApp.clock.set(usualTestInstant);
      expect(await cell('repas', '2026-11-20')).toMatchObject({ closed: 'Grève' });
    });
  });
});
