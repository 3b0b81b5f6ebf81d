import type { ReglementDocument } from '@preau/domain/reglement/document';
import { readTown } from '@preau/reglement/read-town';
import { fromIso } from '@preau/domain/time/instant';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { openTestTown, seatsOf, signInEnrolled } from './bookings.factory.ts';
import { occupancyDesk } from './occupancy.factory.ts';
import { paidByDate, rulesWith } from './regimes.factory.ts';
import { openDesk } from './staff-booking.factory.ts';
import { lifeOf, type Parent, parentsOf } from './waiting.factory.ts';

const valDeLure = readTown('val-de-lure');

const lunch = { unit: 'repas', on: '2026-12-01' } as const;
const keptByStaff = rulesWith({ waitingList: { kind: 'staff', offerHours: 24 } });

describe('a waiting list the staff keeps', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(usualTestInstant));

  /** A town of one lunch a day, held by a family, with so many others who wait for it. */
  async function waited(others = 2, document: ReglementDocument = keptByStaff) {
    const town = await openTestTown(testApp, { capacity: 1, document });
    const desk = await openDesk(testApp, town);
    const holder = await signInEnrolled(testApp, town);
    await desk.book(holder, { ...lunch, action: 'add' });
    const waiting: Awaited<ReturnType<typeof signInEnrolled>>[] = [];
    for (let made = 0; made < others; made += 1) {
      const family = await signInEnrolled(testApp, town);
      await desk.book(family, { ...lunch, action: 'wait' });
      waiting.push(family);
    }
    const office = occupancyDesk(testApp, town, desk);
    const list = await office.waitingFor(lunch.unit, lunch.on);
    const [first, second] = list.map(({ bookingId }) => bookingId);
    const seats = () => transaction(testApp.database, town.organisation.id, seatsOf);
    const stored = (bookingId = first) =>
      transaction(testApp.database, town.organisation.id, async (tx) => {
        const { rows } = await tx.orm.execute(
          sql`select state, verdict ->> 'cents' as cents, expires_at is not null as waits, remind_at
              from booking where id = ${bookingId}`,
        );
        return rows[0];
      });
    return {
      town,
      desk,
      holder,
      waiting,
      seats,
      stored,
      first: first ?? '',
      second: second ?? '',
      ...parentsOf(testApp, town),
      ...office,
    };
  }

  const whatBecameOf = async (town: Awaited<ReturnType<typeof waited>>['town'], parent: Parent) =>
    (await lifeOf(testApp, town, parent)).map(({ to, actor }) => `${to} by ${actor}`);

  test('is joined through the office, not online', async () => {
    const { town, waiting, desk } = await waited(1);
    const online = await signInEnrolled(testApp, town);
    const { doing } = parentsOf(testApp, town);
    const [line] = (await doing(online, { ...lunch, action: 'wait' })).lines;
    expect(line).toMatchObject({ result: 'notDone', reasons: [{}, { code: 'waitingListStaff' }] });
    const [parent] = waiting;
    if (!parent) throw new Error('One family waits');
    expect(await desk.cellOf(parent, lunch.unit, lunch.on)).toMatchObject({ state: 'waitlisted' });
  });

  test('a place given back stays free until the staff gives it', async () => {
    const { desk, holder, cell, seats } = await waited(1);
    await desk.book(holder, { ...lunch, action: 'remove' });
    expect(await cell(lunch.unit, lunch.on)).toMatchObject({ free: 1, waiting: 1, offered: 0 });
    expect(await seats()).toEqual({ taken: 0, held: 0, over: 0 });
  });

  test('an offer holds the place for the hours of the règlement, and the family answers', async () => {
    const { town, desk, holder, waiting, first, give, seats, stored, offersOf, events } =
      await waited();
    await desk.book(holder, { ...lunch, action: 'remove' });
    const { body } = await give('offer', first).expect(200);
    expect(body).toEqual({
      bookingId: first,
      state: 'offered',
      until: '2026-11-17T08:00:00.000Z',
    });
    const [parent] = waiting;
    if (!parent) throw new Error('Two families wait');
    expect(await offersOf(parent)).toMatchObject([{ bookingId: first, cents: 390 }]);
    expect(await events('offer.made')).toEqual([
      { payload: { householdId: parent.household.id, bookingIds: [first] } },
    ]);
    await parent.agent.post(`/api/family/offers/${first}/accept`).expect(204);
    expect(await stored()).toMatchObject({ state: 'confirmed', cents: '390', waits: false });
    expect(await whatBecameOf(town, parent)).toEqual([
      'waitlisted by staff',
      'offered by staff',
      'confirmed by guardian',
    ]);
    expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
  });

  test('a place that is given is booked at once, and the family is told', async () => {
    const { desk, holder, waiting, first, give, seats, stored, events } = await waited();
    await desk.book(holder, { ...lunch, action: 'remove' });
    const { body } = await give('place', first).expect(200);
    expect(body).toMatchObject({ state: 'confirmed', until: null });
    expect(await stored()).toMatchObject({ state: 'confirmed', cents: '390', waits: false });
    expect(await events('place.given')).toEqual([
      { payload: { householdId: waiting[0]?.household.id, bookingIds: [first] } },
    ]);
    expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
  });

  test('where it is paid first, a place that is given waits for its payment', async () => {
    const document = rulesWith({
      waitingList: { kind: 'staff', offerHours: 24 },
      regime: paidByDate,
    });
    const { desk, holder, first, give, stored } = await waited(1, document);
    await desk.book(holder, { ...lunch, action: 'remove' });
    const { body } = await give('place', first).expect(200);
    expect(body).toMatchObject({ state: 'awaitingPayment', until: '2026-11-25T23:00:00.000Z' });
    expect(await stored()).toMatchObject({ state: 'awaitingPayment', waits: true });
    expect((await stored())?.['remind_at']).not.toBeNull();
  });

  test('who came first comes first, unless the staff says why', async () => {
    const { town, desk, holder, waiting, second, give } = await waited();
    await desk.book(holder, { ...lunch, action: 'remove' });
    const refused = await give('place', second);
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([
      409,
      'not-first',
      { rank: 2 },
    ]);
    await give('place', second, { note: 'Fratrie déjà accueillie' }).expect(200);
    const [, parent] = waiting;
    if (!parent) throw new Error('Two families wait');
    expect(await whatBecameOf(town, parent)).toContain('confirmed by staff');
    const { body } = await desk.clerk.agent.get(`/api/staff/bookings/${second}/history`);
    expect(body.changes.at(-1)).toMatchObject({ note: 'Fratrie déjà accueillie' });
  });

  test('nobody is given a place that is not there, unless room is made for a reason', async () => {
    const { first, give, seats, dayOf } = await waited();
    const refused = await give('offer', first);
    expect([refused.status, refused.body.code]).toEqual([409, 'full']);
    await give('place', first, { extraPlace: 'Une animatrice de plus' }).expect(200);
    expect(await seats()).toEqual({ taken: 2, held: 2, over: 0 });
    expect((await dayOf(lunch.unit, lunch.on)).sessions[0]?.pools).toEqual([
      {
        part: 'lunch',
        capacity: 1,
        allowance: 1,
        allowanceReason: 'Une animatrice de plus',
        taken: 2,
      },
    ]);
  });

  test('room already free is not made twice', async () => {
    const { desk, holder, first, give, dayOf } = await waited();
    await desk.book(holder, { ...lunch, action: 'remove' });
    await give('place', first, { extraPlace: 'Au cas où' }).expect(200);
    expect((await dayOf(lunch.unit, lunch.on)).sessions[0]?.pools).toMatchObject([
      { capacity: 1, allowance: 0, allowanceReason: null, taken: 1 },
    ]);
  });

  test('a child who has the other half of the day is not placed in the whole of it', async () => {
    const town = await openTestTown(testApp, { capacity: 1, document: keptByStaff });
    const desk = await openDesk(testApp, town);
    const office = occupancyDesk(testApp, town, desk);
    const whole = { unit: 'mercredi-journee', on: '2026-12-02' } as const;
    const [holder, family] = [
      await signInEnrolled(testApp, town),
      await signInEnrolled(testApp, town),
    ];
    const morning = { unit: 'mercredi-matin-repas', on: whole.on } as const;
    await desk.book(holder, { ...morning, action: 'add' });
    await desk.book(family, { ...whole, action: 'wait' });
    await desk.book(family, { unit: 'mercredi-apres-midi', on: whole.on, action: 'add' });
    await desk.book(holder, { ...morning, action: 'remove' });
    const [waits] = await office.waitingFor(whole.unit, whole.on);
    const { status, body } = await office.give('place', waits?.bookingId ?? '', {
      extraPlace: 'Une animatrice de plus',
    });
    expect([status, body.code, body.params]).toEqual([
      409,
      'incompatible-unit',
      { unit: 'Après-midi' },
    ]);
  });

  test('who left, or waited too long, is given nothing', async () => {
    const { town, desk, holder, waiting, first, second, give } = await waited();
    await desk.book(holder, { ...lunch, action: 'remove' });
    const [parent] = waiting;
    if (!parent) throw new Error('Two families wait');
    await desk.book(parent, { ...lunch, action: 'remove' });
    const gone = await give('place', first);
    expect([gone.status, gone.body.code]).toEqual([409, 'not-waiting']);
    testApp.clock.set(fromIso('2026-11-27T12:00:00.000Z'));
    const later = occupancyDesk(testApp, town, await openDesk(testApp, town));
    const late = await later.give('place', second);
    expect([late.status, late.body.code]).toEqual([409, 'waiting-over']);
  });

  test('a booking that never waited is no member of a list', async () => {
    const { desk, holder, give } = await waited(1);
    const [booked] = await desk.bookingsOf(holder);
    expect((await give('offer', booked?.id ?? '')).status).toBe(404);
  });

  test('an online list is served by hand too, where room is made', async () => {
    const { first, give, waiting, offersOf } = await waited(2, valDeLure);
    await give('offer', first, { extraPlace: 'Une animatrice de plus' }).expect(200);
    const [parent] = waiting;
    if (!parent) throw new Error('Two families wait');
    expect(await offersOf(parent)).toMatchObject([{ bookingId: first }]);
  });
});
