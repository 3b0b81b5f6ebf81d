import { fromIso, type Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { openAccount, signInAgent } from '../../testing/test-people.ts';
import { newGuardian, newHousehold } from '../households/households.factory.ts';
import { openTestTown, seatsOf, signInEnrolled, type TestTown } from './bookings.factory.ts';
import { lifeOf, type Parent, parentsOf } from './waiting.factory.ts';

const on = '2026-12-01';
const day = 24 * 3_600_000;

describe('a place that is offered', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(usualTestInstant));

  const seats = ({ organisation }: TestTown) =>
    transaction(testApp.database, organisation.id, seatsOf);

  /** Two families who waited for the same lunch; the first has just been offered its place. */
  async function offered() {
    const town = await openTestTown(testApp, { capacity: 1 });
    const parents = parentsOf(testApp, town);
    const holder = await signInEnrolled(testApp, town);
    const both = newGuardian();
    const accountId = await openAccount(testApp, town.organisation, 'family', both.email);
    const household = newHousehold({ guardians: [newGuardian(), { ...both, accountId }] });
    const parent = await signInEnrolled(testApp, town, household);
    const agent = await signInAgent(testApp, town.organisation, 'family', both.email);
    const coGuardian: Parent = { agent, household };
    const next = await signInEnrolled(testApp, town);
    await parents.doing(holder, { unit: 'repas', on, action: 'add' });
    await parents.doing(parent, { unit: 'repas', on, action: 'wait' });
    await parents.doing(next, { unit: 'repas', on, action: 'wait' });
    await parents.doing(holder, { unit: 'repas', on, action: 'remove' });
    const [offer] = await parents.offersOf(parent);
    if (!offer) throw new Error('The first in the list is offered the place');
    const answer = (what: 'accept' | 'decline', by: Parent = parent) =>
      by.agent.post(`/api/family/offers/${offer.bookingId}/${what}`);
    return { ...parents, town, parent, coGuardian, next, offer, answer };
  }

  const stored = async ({ organisation }: TestTown, bookingId: string) => {
    const { rows } = await transaction(testApp.database, organisation.id, (tx) =>
      tx.orm.execute<{ state: string; late: boolean; cents: number; until: string | null }>(
        `select state, late, (verdict ->> 'cents')::int as cents, expires_at as until
         from booking where id = '${bookingId}'`,
      ),
    );
    return rows[0];
  };

  test('becomes a booking in time, at the price it was offered at', async () => {
    const { town, parent, offer, answer, offersOf, cell } = await offered();
    const { cents } = (await parent.agent.get('/api/family/offers')).body.items[0];
    expect(cents).toBeGreaterThan(0);
    await answer('accept').expect(204);
    expect(await stored(town, offer.bookingId)).toEqual({
      state: 'confirmed',
      late: false,
      cents,
      until: null,
    });
    expect(await offersOf(parent)).toEqual([]);
    expect(await cell(parent, 'repas', on)).toMatchObject({ state: 'confirmed', queue: {} });
    expect(await seats(town)).toEqual({ taken: 1, held: 1, over: 0 });
  });

  test('is accepted once, however often it is said', async () => {
    const { town, parent, answer } = await offered();
    const answers = await Promise.all(Array.from({ length: 8 }, () => answer('accept')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    const life = await lifeOf(testApp, town, parent);
    expect(life.filter(({ to }) => to === 'confirmed')).toHaveLength(1);
    expect(await seats(town)).toEqual({ taken: 1, held: 1, over: 0 });
  });

  test('is declined once, and goes to who comes next', async () => {
    const { town, next, answer, offersOf } = await offered();
    await answer('decline').expect(204);
    await answer('decline').expect(204);
    expect(await offersOf(next)).toHaveLength(1);
    expect(await seats(town)).toEqual({ taken: 1, held: 1, over: 0 });
    const accepted = await answer('accept');
    expect([accepted.status, accepted.body.code]).toEqual([409, 'offer-lapsed']);
  });

  test('may be joined for again after it was declined, at the end of the list', async () => {
    const { parent, answer, doing } = await offered();
    await answer('decline').expect(204);
    const again = await doing(parent, { unit: 'repas', on, action: 'wait' });
    expect(again.lines).toMatchObject([{ result: 'waitlisted', reasons: [{}, { rank: 1 }] }]);
  });

  test('cannot be declined once it is booked: a booking is cancelled', async () => {
    const { answer } = await offered();
    await answer('accept').expect(204);
    const { status, body } = await answer('decline');
    expect([status, body.code]).toEqual([409, 'offer-accepted']);
  });

  test('is answered by the guardian who comes first when both answer at once', async () => {
    const { town, parent, coGuardian, next, answer, offersOf } = await offered();
    const [accepted, declined] = await Promise.all([
      answer('accept'),
      answer('decline', coGuardian),
    ]);
    const statuses = [accepted.status, declined.status];
    expect(new Set(statuses)).toEqual(new Set([204, 409]));
    const life = (await lifeOf(testApp, town, parent)).map(({ to }) => to);
    expect(life.at(-1)).toBe(accepted.status === 204 ? 'confirmed' : 'declined');
    expect(await offersOf(next)).toHaveLength(accepted.status === 204 ? 0 : 1);
    expect(await seats(town)).toEqual({ taken: 1, held: 1, over: 0 });
  });

  test('is over at the very instant of its term', async () => {
    const { town, offer, answer, cell, parent } = await offered();
    testApp.clock.set((fromIso(offer.until) - 1) as Instant);
    expect(await cell(parent, 'repas', on)).toMatchObject({ state: 'offered' });
    testApp.clock.set(fromIso(offer.until));
    expect(await cell(parent, 'repas', on)).toMatchObject({ state: 'lapsed', queue: {} });
    for (const what of ['accept', 'decline'] as const) {
      const { status, body } = await answer(what);
      expect([status, body.code]).toEqual([409, 'offer-lapsed']);
    }
    expect(await stored(town, offer.bookingId)).toMatchObject({ state: 'offered' });
  });

  test('is accepted one millisecond before its term', async () => {
    const { offer, answer } = await offered();
    testApp.clock.set((fromIso(offer.until) - 1) as Instant);
    const { status } = await answer('accept');
    expect(status).toBe(204);
  });

  test('is not taken out of the cart: it is answered', async () => {
    const { parent, change } = await offered();
    const cart = await change(parent, { unit: 'repas', on, action: 'remove' });
    expect(cart.lines).toMatchObject([
      { outcome: 'refused', reasons: [{ code: 'notCancellable', state: 'offered' }] },
    ]);
  });

  test('is nobody else’s, and a booking nobody offered is no offer', async () => {
    const { next, parent, offer, answer, doing } = await offered();
    const foreign = await answer('accept', next);
    const missing = await next.agent.post(`/api/family/offers/${newId()}/accept`);
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
    testApp.clock.set((usualTestInstant + day / 2) as Instant);
    await doing(parent, { unit: 'repas', on: '2026-12-03', action: 'add' });
    const { body } = await parent.agent.get('/api/family/offers');
    expect(body.items.map(({ bookingId }: { bookingId: string }) => bookingId)).toEqual([
      offer.bookingId,
    ]);
  });

  test('cannot be accepted for a child who is no longer enrolled', async () => {
    const { town, answer, parent } = await offered();
    const childId = parent.household.children[0]?.id;
    await transaction(testApp.database, town.organisation.id, (tx) =>
      tx.orm.execute(`update enrolment set state = 'ended' where child_id = '${childId}'`),
    );
    const { status, body } = await answer('accept');
    expect([status, body.code]).toEqual([409, 'offer-lapsed']);
  });
});
