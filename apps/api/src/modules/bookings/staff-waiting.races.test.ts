import { fromIso, type Instant } from '@preau/domain/time/instant';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStoppedClock } from '../../platform/clock.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { openTestTown, seatsOf, signInEnrolled } from './bookings.factory.ts';
import { withoutLocks } from './contention.factory.ts';
import { occupancyDesk, untilWaiting } from './occupancy.factory.ts';
import { rulesWith } from './regimes.factory.ts';
import { openDesk } from './staff-booking.factory.ts';
import { sweepWaitingList } from './use-cases/sweep-waiting-list.ts';

const lunch = { unit: 'repas', on: '2026-12-01' } as const;
const keptByStaff = rulesWith({ waitingList: { kind: 'staff', offerHours: 24 } });
const clerks = 6;
type Given = ReturnType<typeof occupancyDesk>['give'];

describe('several clerks at one list', () => {
  let testApp: TestApp;
  beforeEach(async () => {
    testApp = await createTestApp();
    testApp.clock.set(usualTestInstant);
  });
  afterEach(() => testApp.close());

  /** A town of one lunch a day, where so many wait; then so many places are free. */
  async function waited({ families: count, places }: { families: number; places: number }) {
    const town = await openTestTown(testApp, { capacity: 1, document: keptByStaff });
    const desk = await openDesk(testApp, town);
    const holder = await signInEnrolled(testApp, town);
    await desk.book(holder, { ...lunch, action: 'add' });
    const families = [];
    for (let made = 0; made < count; made += 1) {
      const family = await signInEnrolled(testApp, town);
      await desk.book(family, { ...lunch, action: 'wait' });
      families.push(family);
    }
    await desk.book(holder, { ...lunch, action: 'remove' });
    const { id } = town.organisation;
    await transaction(testApp.database, id, (tx) =>
      tx.orm.execute(sql`update seat_pool set capacity = ${places} where held_on = ${lunch.on}`),
    );
    const office = occupancyDesk(testApp, town, desk);
    const list = await office.waitingFor(lunch.unit, lunch.on);
    const seats = () => transaction(testApp.database, id, seatsOf);
    const states = async () => {
      const { rows } = await transaction(testApp.database, id, (tx) =>
        tx.orm.execute<{ state: string }>(
          sql`select state from booking where waiting_since is not null order by waiting_since, id`,
        ),
      );
      return rows.map(({ state }) => state);
    };
    return {
      ...office,
      town,
      families,
      ids: list.map(({ bookingId }) => bookingId),
      seats,
      states,
    };
  }

  /**
   * Every clerk gives or offers a place to the same child, at once: the booking is held until
   * several of them have come to a halt before it.
   */
  async function allAtOnce(before: () => void = () => undefined) {
    const { town, give, ids, seats } = await waited({ families: 1, places: clerks });
    const [id = ''] = ids;
    before();
    const sent: Promise<Answer>[] = [];
    await transaction(testApp.owner, town.organisation.id, async (tx) => {
      await tx.orm.execute(sql`select from booking where id = ${id} for update`);
      for (let at = 0; at < clerks; at += 1) {
        sent.push(toAnswer(give(at % 2 === 0 ? 'place' : 'offer', id)));
      }
      await untilWaiting(testApp, clerks - 1);
    });
    return { answers: await Promise.all(sent), seats: await seats() };
  }

  type Answer = { readonly status: number; readonly code: string | null };
  // A request leaves once it is waited for.
  const toAnswer = async (request: ReturnType<Given>): Promise<Answer> => {
    const { status, body } = await request;
    return { status, code: body.code ?? null };
  };

  test('the same child is given a place once, and the others are told', async () => {
    const { answers, seats } = await allAtOnce();
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'not-waiting')).toHaveLength(clerks - 1);
    expect(seats).toEqual({ taken: 1, held: 1, over: 0 });
  });

  test('negative control: without the locks the same place is given twice', async () => {
    const { answers, seats } = await allAtOnce(() => withoutLocks(testApp));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(1);
    expect(seats.taken).toBeGreaterThan(seats.held);
  });

  test('one place is given to one of those for whom it is asked', async () => {
    const { give, ids, seats, states } = await waited({ families: 4, places: 1 });
    const note = 'Chacun la sienne';
    const answers = await Promise.all(ids.map((id) => give('place', id, { note })));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set([undefined, 'full']));
    expect((await states()).filter((state) => state === 'confirmed')).toHaveLength(1);
    expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
  });

  test('an offer is accepted, or lapses: never both', async () => {
    const count = 8;
    const { town, families, give, ids, seats, states } = await waited({
      families: count,
      places: count,
    });
    for (const id of ids) await give('offer', id, { note: 'Tous' }).expect(200);
    const term = fromIso('2026-11-17T08:00:00.000Z');
    // The parents answer a moment before the end; whoever sweeps is a moment later.
    testApp.clock.set((term - 1) as Instant);
    const sweeper = { database: testApp.database, clock: createStoppedClock(term) };
    const [answers] = await Promise.all([
      Promise.all(
        families.map(({ agent }, at) => agent.post(`/api/family/offers/${ids[at]}/accept`)),
      ),
      sweepWaitingList(sweeper, town.organisation.id),
    ]);
    const became = await states();
    for (const [at, { status, body }] of answers.entries()) {
      expect([status, body.code, became[at]]).toEqual(
        status === 204 ? [204, undefined, 'confirmed'] : [409, 'offer-lapsed', 'lapsed'],
      );
    }
    const confirmed = became.filter((state) => state === 'confirmed').length;
    expect(await seats()).toEqual({ taken: confirmed, held: confirmed, over: 0 });
  });

  test('a family that leaves while it is given a place leaves no place behind', async () => {
    const { families, give, ids, seats, town } = await waited({ families: 4, places: 4 });
    const desk = await openDesk(testApp, town);
    const leaving = families.map((family) =>
      desk.send(family, [{ ...lunch, action: 'remove' }], { totalCents: 0 }),
    );
    const giving = ids.map((id) => give('place', id, { note: 'Tous' }));
    await Promise.all([...leaving, ...giving]);
    const { taken, held, over } = await seats();
    expect([taken, over]).toEqual([held, 0]);
  });
});
