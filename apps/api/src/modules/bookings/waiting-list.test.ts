import { type Instant, fromIso } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { newChild, newHousehold } from '../households/households.factory.ts';
import { openTestTown, seatsOf, signInEnrolled, type TestTown } from './bookings.factory.ts';
import { sweepWaitingList } from './use-cases/sweep-waiting-list.ts';
import { lifeOf, type Parent, parentsOf } from './waiting.factory.ts';

const on = '2026-12-01';
const hour = 3_600_000;
/** 48 working hours before the lunch of Tuesday the 1st: Friday the 27th at noon. */
const bookingLimit = '2026-11-27T11:00:00.000Z';

describe('the waiting list', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(usualTestInstant));

  const later = (milliseconds: number) =>
    testApp.clock.set((usualTestInstant + milliseconds) as Instant);
  const seats = ({ organisation }: TestTown) =>
    transaction(testApp.database, organisation.id, seatsOf);
  const sweep = ({ organisation }: TestTown) => sweepWaitingList(testApp, organisation.id);

  /** A town with one lunch a day, taken by the first parent; the others are there too. */
  async function fullTown(others: number, unit = 'repas', day = on) {
    const town = await openTestTown(testApp, { capacity: 1 });
    const parents = parentsOf(testApp, town);
    const holder = await signInEnrolled(testApp, town);
    await parents.doing(holder, { unit, on: day, action: 'add' });
    const waiting: Parent[] = [];
    for (let count = 0; count < others; count += 1) {
      waiting.push(await signInEnrolled(testApp, town));
    }
    const wait = (parent: Parent) => parents.doing(parent, { unit, on: day, action: 'wait' });
    const leave = (parent: Parent) => parents.doing(parent, { unit, on: day, action: 'remove' });
    return { ...parents, town, holder, waiting, wait, leave };
  }
  const one = (parents: readonly Parent[], at = 0): Parent => {
    const parent = parents[at];
    if (!parent) throw new Error('There are fewer parents');
    return parent;
  };

  describe('is joined', () => {
    test('where the day is full: a rank, a term, no place, nothing to pay', async () => {
      const { town, waiting, wait, cell } = await fullTown(2);
      const before = await seats(town);
      const first = await wait(one(waiting));
      expect(first).toMatchObject({
        totalCents: 0,
        lines: [
          {
            action: 'wait',
            result: 'waitlisted',
            outcome: 'waitlisted',
            cents: 0,
            reasons: [
              { code: 'full', capacity: 1 },
              { code: 'waitingListJoin', rank: 1, until: fromIso(bookingLimit) },
            ],
            priceReasons: [{ code: 'quotientPrice' }, { code: 'waitingPrice' }],
          },
        ],
      });
      const second = await wait(one(waiting, 1));
      expect(second.lines[0]?.reasons).toMatchObject([{}, { rank: 2 }]);
      expect(await seats(town)).toEqual(before);
      expect(await cell(one(waiting, 1), 'repas', on)).toEqual({
        state: 'waitlisted',
        constraint: 'free',
        queue: { bookingId: expect.any(String), rank: 2, until: bookingLimit, answerDueAt: null },
      });
    });

    test('by nobody where a place is free: the day is booked', async () => {
      const town = await openTestTown(testApp);
      const { doing, change } = parentsOf(testApp, town);
      const parent = await signInEnrolled(testApp, town);
      const cart = await change(parent, { unit: 'repas', on, action: 'wait' });
      expect(cart.lines).toMatchObject([{ action: 'wait', outcome: 'accepted' }]);
      const booked = await doing(parent, { unit: 'repas', on, action: 'wait' });
      expect(booked.lines).toMatchObject([{ result: 'booked', outcome: 'accepted' }]);
      expect(booked.totalCents).toBeGreaterThan(0);
    });

    test('by siblings of one cart, one after the other', async () => {
      const { town, change, confirm } = await fullTown(0);
      const household = newHousehold({ children: [newChild(), newChild()] });
      const parent = await signInEnrolled(testApp, town, household);
      const both = [0, 1].map((child) => ({ unit: 'repas', on, action: 'wait' as const, child }));
      const ranks = [{ code: 'full' }, { code: 'waitingListJoin' }];
      const cart = await change(parent, ...both);
      expect(cart.lines).toMatchObject([
        { reasons: [ranks[0], { ...ranks[1], rank: 1 }] },
        { reasons: [ranks[0], { ...ranks[1], rank: 2 }] },
      ]);
      const done = await confirm(parent, cart);
      expect(done.lines.map(({ result }) => result)).toEqual(['waitlisted', 'waitlisted']);
      const { body } = await parent.agent.get(`/api/family/planning?from=${on}&until=${on}`);
      const ranksShown = household.children.map(
        ({ id }) =>
          body.rows.find(
            (row: { childId: string; unit: string }) => row.childId === id && row.unit === 'repas',
          ).queue[0].rank,
      );
      expect(new Set(ranksShown)).toEqual(new Set([1, 2]));
    });

    test('no more once the limit has passed', async () => {
      const { waiting, change } = await fullTown(1);
      testApp.clock.set(fromIso(bookingLimit));
      const cart = await change(one(waiting), { unit: 'repas', on, action: 'wait' });
      expect(cart.lines).toMatchObject([{ outcome: 'staffOnly', cents: 0 }]);
    });
  });

  test('is left for nothing, and those behind move up', async () => {
    const { town, waiting, wait, leave, cell } = await fullTown(2);
    for (const parent of waiting) await wait(parent);
    const before = await seats(town);
    const left = await leave(one(waiting));
    expect(left).toMatchObject({
      totalCents: 0,
      lines: [{ result: 'cancelled', reasons: [{ code: 'waitingListLeave' }] }],
    });
    expect(await seats(town)).toEqual(before);
    expect((await cell(one(waiting, 1), 'repas', on)).queue).toMatchObject({ rank: 1 });
    expect(await cell(one(waiting), 'repas', on)).toMatchObject({ state: 'cancelled', queue: {} });
  });

  test('is left after the limit for cancelling, as long as it lasts', async () => {
    const { waiting, wait, leave } = await fullTown(1);
    await wait(one(waiting));
    testApp.clock.set((fromIso(bookingLimit) - 1) as Instant);
    const left = await leave(one(waiting));
    expect(left.lines).toMatchObject([{ result: 'cancelled', outcome: 'accepted' }]);
  });

  describe('a place given back', () => {
    test('is offered to the first at once, held for them, and to nobody else', async () => {
      const { town, holder, waiting, wait, leave, cell, change, offersOf } = await fullTown(3);
      await wait(one(waiting));
      await wait(one(waiting, 1));
      await leave(holder);
      expect(await seats(town)).toEqual({ taken: 1, held: 1, over: 0 });
      expect(await offersOf(one(waiting))).toMatchObject([
        {
          unit: 'repas',
          on,
          until: '2026-11-17T08:00:00.000Z',
          priceReasons: [{ code: 'quotientPrice' }],
        },
      ]);
      expect(await offersOf(one(waiting, 1))).toEqual([]);
      expect(await cell(one(waiting), 'repas', on)).toMatchObject({
        state: 'offered',
        queue: { rank: null, until: '2026-11-17T08:00:00.000Z' },
      });
      expect((await cell(one(waiting, 1), 'repas', on)).queue).toMatchObject({ rank: 1 });
      const newcomer = await change(one(waiting, 2), { unit: 'repas', on, action: 'add' });
      expect(newcomer.lines).toMatchObject([{ outcome: 'refused' }]);
    });

    test('is never offered past the booking limit', async () => {
      const { holder, waiting, wait, leave, offersOf } = await fullTown(1);
      await wait(one(waiting));
      testApp.clock.set((fromIso(bookingLimit) - hour) as Instant);
      await leave(holder);
      expect(await offersOf(one(waiting))).toMatchObject([{ until: bookingLimit }]);
    });

    test('is not offered for a session that was closed meanwhile', async () => {
      const { town, holder, waiting, wait, leave, offersOf } = await fullTown(1);
      await wait(one(waiting));
      await transaction(testApp.database, town.organisation.id, (tx) =>
        tx.orm.execute(`update session set closed_label = 'travaux' where held_on = '${on}'`),
      );
      await leave(holder);
      await sweep(town);
      expect(await offersOf(one(waiting))).toEqual([]);
    });

    test('goes to the list, not to a sibling added in the same cart', async () => {
      const town = await openTestTown(testApp, { capacity: 1 });
      const { doing, offersOf } = parentsOf(testApp, town);
      const household = newHousehold({ children: [newChild(), newChild()] });
      const family = await signInEnrolled(testApp, town, household);
      await doing(family, { unit: 'repas', on, action: 'add' });
      const waiting = await signInEnrolled(testApp, town);
      await doing(waiting, { unit: 'repas', on, action: 'wait' });
      const swap = await doing(
        family,
        { unit: 'repas', on, action: 'remove' },
        { unit: 'repas', on, action: 'add', child: 1 },
      );
      expect(swap.lines.map(({ result }) => result).toSorted()).toEqual(['cancelled', 'notDone']);
      expect(await offersOf(waiting)).toHaveLength(1);
    });
  });

  describe('who wants the whole day', () => {
    const wednesday = '2026-12-09';

    test('is passed over while half of it is full, and keeps their rank', async () => {
      const { town, holder, waiting, doing, leave, cell, offersOf } = await fullTown(
        2,
        'mercredi-apres-midi',
        wednesday,
      );
      const mornings = await signInEnrolled(testApp, town);
      await doing(mornings, { unit: 'mercredi-matin-repas', on: wednesday, action: 'add' });
      const [whole, half] = [one(waiting), one(waiting, 1)];
      await doing(whole, { unit: 'mercredi-journee', on: wednesday, action: 'wait' });
      await doing(half, { unit: 'mercredi-apres-midi', on: wednesday, action: 'wait' });
      await leave(holder);
      expect(await offersOf(whole)).toEqual([]);
      expect(await offersOf(half)).toMatchObject([{ unit: 'mercredi-apres-midi' }]);
      expect((await cell(whole, 'mercredi-journee', wednesday)).queue).toMatchObject({ rank: 1 });

      const [offer] = await offersOf(half);
      await half.agent.post(`/api/family/offers/${offer?.bookingId}/decline`).expect(204);
      await doing(mornings, { unit: 'mercredi-matin-repas', on: wednesday, action: 'remove' });
      expect(await offersOf(whole)).toMatchObject([{ unit: 'mercredi-journee' }]);
      expect(await seats(town)).toEqual({ taken: 3, held: 3, over: 0 });
    });

    test('may hold half of it meanwhile, and gives it back to accept', async () => {
      const { holder, waiting, doing, leave, offersOf } = await fullTown(
        1,
        'mercredi-apres-midi',
        wednesday,
      );
      const parent = one(waiting);
      await doing(parent, { unit: 'mercredi-journee', on: wednesday, action: 'wait' });
      const half = await doing(parent, {
        unit: 'mercredi-matin-repas',
        on: wednesday,
        action: 'add',
      });
      expect(half.lines).toMatchObject([{ result: 'booked' }]);
      await leave(holder);
      // Their own morning is in the way of the whole day: one place in each part.
      expect(await offersOf(parent)).toEqual([]);
      await doing(parent, { unit: 'mercredi-matin-repas', on: wednesday, action: 'remove' });
      expect(await offersOf(parent)).toMatchObject([{ unit: 'mercredi-journee' }]);
    });

    test('cannot accept beside an incompatible half', async () => {
      const town = await openTestTown(testApp, { capacity: 2 });
      const { doing, offersOf } = parentsOf(testApp, town);
      const holders = [await signInEnrolled(testApp, town), await signInEnrolled(testApp, town)];
      for (const holder of holders) {
        await doing(holder, { unit: 'mercredi-apres-midi', on: wednesday, action: 'add' });
      }
      const parent = await signInEnrolled(testApp, town);
      await doing(
        parent,
        { unit: 'mercredi-journee', on: wednesday, action: 'wait' },
        { unit: 'mercredi-matin-repas', on: wednesday, action: 'add' },
      );
      await doing(one(holders), { unit: 'mercredi-apres-midi', on: wednesday, action: 'remove' });
      const [offer] = await offersOf(parent);
      const accept = () => parent.agent.post(`/api/family/offers/${offer?.bookingId}/accept`);
      const refused = await accept();
      expect([refused.status, refused.body]).toMatchObject([
        409,
        { code: 'incompatible-unit', params: { unit: 'Matin avec repas' } },
      ]);
      await doing(parent, { unit: 'mercredi-matin-repas', on: wednesday, action: 'remove' });
      await accept().expect(204);
      expect(await seats(town)).toEqual({ taken: 4, held: 4, over: 0 });
    });
  });

  test('2,000 gestures at once are one draft, and no more than that', async () => {
    const town = await openTestTown(testApp);
    const household = newHousehold({ children: [newChild(), newChild(), newChild()] });
    const parent = await signInEnrolled(testApp, town, household);
    const { rows } = await transaction(testApp.database, town.organisation.id, (tx) =>
      tx.orm.execute<{ id: string }>('select id from session order by held_on, id limit 700'),
    );
    const changes = household.children.flatMap(({ id: childId }) =>
      rows.map(({ id: sessionId }) => ({ childId, sessionId, action: 'add' })),
    );
    const put = (some: typeof changes) =>
      parent.agent.put('/api/family/cart').send({ changes: some });
    await put(changes.slice(0, 2_001)).expect(422);
    const { body } = await put(changes.slice(0, 2_000)).expect(200);
    expect(body.lines).toHaveLength(2_000);
  });

  test('every step of a booking that waited is written down, with who made it', async () => {
    const { town, holder, waiting, wait, leave, offersOf } = await fullTown(1);
    const parent = one(waiting);
    await wait(parent);
    await leave(holder);
    const [offer] = await offersOf(parent);
    await parent.agent.post(`/api/family/offers/${offer?.bookingId}/accept`).expect(204);
    await leave(parent);
    expect(await lifeOf(testApp, town, parent)).toEqual([
      { from: null, to: 'waitlisted', actor: 'guardian' },
      { from: 'waitlisted', to: 'offered', actor: 'system' },
      { from: 'offered', to: 'confirmed', actor: 'guardian' },
      { from: 'confirmed', to: 'cancelled', actor: 'guardian' },
    ]);
  });

  test('a term later is a place later: what lapsed goes on before anybody sweeps', async () => {
    const { town, holder, waiting, wait, leave, doing, offersOf } = await fullTown(2);
    await wait(one(waiting));
    await leave(holder);
    later(24 * hour);
    expect(await offersOf(one(waiting))).toEqual([]);
    const booked = await doing(one(waiting, 1), { unit: 'repas', on, action: 'add' });
    expect(booked.lines).toMatchObject([{ result: 'booked' }]);
    expect(await seats(town)).toEqual({ taken: 1, held: 1, over: 0 });
    expect(await lifeOf(testApp, town, one(waiting))).toContainEqual({
      from: 'offered',
      to: 'lapsed',
      actor: 'system',
    });
  });

  test('what lapsed goes to who waits before it goes to a newcomer', async () => {
    const { town, holder, waiting, wait, leave, doing, offersOf } = await fullTown(3);
    await wait(one(waiting));
    await wait(one(waiting, 1));
    await leave(holder);
    later(24 * hour);
    const newcomer = await doing(one(waiting, 2), { unit: 'repas', on, action: 'wait' });
    expect(newcomer.lines).toMatchObject([
      { result: 'waitlisted', reasons: [{ code: 'full' }, { rank: 1 }] },
    ]);
    expect(await offersOf(one(waiting, 1))).toHaveLength(1);
    expect(await seats(town)).toEqual({ taken: 1, held: 1, over: 0 });
  });
});
