import { setTimeout } from 'node:timers/promises';
import { fromIso } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import type { SignedInGuardian } from '../../testing/test-people.ts';
import { newId } from '../../platform/ids.ts';
import type { FamilyClaims } from '../../platform/auth/actor.ts';
import { type Ask, transaction } from '../../platform/db/transaction.ts';
import { keyedRequest } from '../../platform/idempotency.ts';
import { newChild, newHousehold } from '../households/households.factory.ts';
import {
  openTestTown,
  seatsOf,
  sessionOf,
  signInEnrolled,
  type TestTown,
  type WireCart,
  type WireConfirmation,
} from './bookings.factory.ts';
import { confirmCart } from './use-cases/confirm-cart.ts';

describe('the cart', () => {
  let testApp: TestApp;
  let town: TestTown;
  beforeAll(async () => {
    testApp = await createTestApp();
    town = await openTestTown(testApp);
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(usualTestInstant));

  type Gesture = { unit: string; on: string; action: 'add' | 'remove' | null; child?: number };

  async function change(
    { agent, household }: SignedInGuardian,
    ...gestures: Gesture[]
  ): Promise<WireCart> {
    const changes = await Promise.all(
      gestures.map(async ({ unit, on, action, child = 0 }) => ({
        childId: household.children[child]?.id,
        sessionId: await sessionOf(testApp, town, unit, on),
        action,
      })),
    );
    const response = await agent.put('/api/family/cart').send({ changes }).expect(200);
    return response.body;
  }

  async function confirm({ agent }: SignedInGuardian, { revision }: WireCart, key = newId()) {
    const sent = agent.post('/api/family/cart/confirm').set('idempotency-key', key);
    return sent.send({ revision });
  }

  async function book(parent: SignedInGuardian, ...gestures: Gesture[]): Promise<WireConfirmation> {
    return (await confirm(parent, await change(parent, ...gestures))).body;
  }

  const seats = () => transaction(testApp.database, town.organisation.id, seatsOf);

  test('quotes each line with its price, its limit and why', async () => {
    const parent = await signInEnrolled(testApp, town);
    const cart = await change(
      parent,
      { unit: 'matin', on: '2026-11-19', action: 'add' },
      { unit: 'mercredi-journee', on: '2026-11-25', action: 'add' },
    );
    expect(cart.lines).toMatchObject([
      {
        unit: 'matin',
        outcome: 'accepted',
        limitAt: '2026-11-17T06:30:00.000Z',
        reasons: [{ code: 'withinLimit' }],
        priceReasons: [{ code: 'quotientPrice', quotient: 800 }],
      },
      { unit: 'mercredi-journee', outcome: 'accepted', limitAt: '2026-11-18T23:00:00.000Z' },
    ]);
    expect(cart.totalCents).toBe(cart.lines.reduce((sum, { cents }) => sum + cents, 0));
    expect(cart.totalCents).toBeGreaterThan(0);
  });

  test('keeps the draft for another device and takes a gesture back', async () => {
    const parent = await signInEnrolled(testApp, town);
    await change(parent, { unit: 'repas', on: '2026-11-26', action: 'add' });
    const elsewhere = await parent.agent.get('/api/family/cart');
    expect(elsewhere.body.lines).toHaveLength(1);
    const empty = await change(parent, { unit: 'repas', on: '2026-11-26', action: null });
    expect(empty).toMatchObject({ totalCents: 0, lines: [] });
  });

  test('books, takes a place, writes a receipt, then cancels and gives it back', async () => {
    const parent = await signInEnrolled(testApp, town);
    const before = await seats();
    const booked = await book(parent, { unit: 'repas', on: '2026-12-01', action: 'add' });
    expect(booked.lines).toMatchObject([{ result: 'booked', outcome: 'accepted' }]);
    expect((await seats()).taken).toBe(before.taken + 1);
    expect((await parent.agent.get(`/api/family/confirmations/${booked.id}`)).body).toEqual(booked);

    const cancelled = await book(parent, { unit: 'repas', on: '2026-12-01', action: 'remove' });
    expect(cancelled.lines).toMatchObject([{ result: 'cancelled', outcome: 'accepted' }]);
    expect(cancelled.totalCents).toBe(-booked.totalCents);
    expect(await seats()).toMatchObject({ taken: before.taken, held: before.held, over: 0 });
  });

  test('takes a place in each part of the day a unit uses', async () => {
    const parent = await signInEnrolled(testApp, town);
    const before = await seats();
    await book(parent, { unit: 'mercredi-journee', on: '2026-12-02', action: 'add' });
    const after = await seats();
    expect(after.taken).toBe(before.taken + 3);
    expect(after.held).toBe(after.taken);
  });

  test('refuses past the limit what it had quoted before it', async () => {
    const parent = await signInEnrolled(testApp, town);
    const cart = await change(parent, { unit: 'matin', on: '2026-11-19', action: 'add' });
    testApp.clock.set(fromIso('2026-11-17T06:30:00.000Z'));
    const { body, status } = await confirm(parent, cart);
    expect(status).toBe(200);
    expect(body.lines).toMatchObject([{ result: 'notDone', outcome: 'staffOnly', cents: 0 }]);
    expect(body.lines[0].reasons.map(({ code }: { code: string }) => code)).toContain(
      'limitPassed',
    );
    expect(body.totalCents).toBe(0);
  });

  test('never cancels online past the limit', async () => {
    const parent = await signInEnrolled(testApp, town);
    await book(parent, { unit: 'soir', on: '2026-11-19', action: 'add' });
    testApp.clock.set(fromIso('2026-11-17T15:30:00.000Z'));
    const late = await book(parent, { unit: 'soir', on: '2026-11-19', action: 'remove' });
    expect(late.lines).toMatchObject([{ result: 'notDone', outcome: 'staffOnly' }]);
  });

  test('confirms what it can and tells the rest: a partial result is normal', async () => {
    const small = await openTestTown(testApp, { capacity: 1 });
    const first = await signInEnrolled(testApp, small);
    const second = await signInEnrolled(testApp, small);
    const sessionId = await sessionOf(testApp, small, 'repas', '2026-12-01');
    const freeId = await sessionOf(testApp, small, 'repas', '2026-12-03');
    const cartOf = async (parent: SignedInGuardian, ids: string[]): Promise<WireCart> => {
      const childId = parent.household.children[0]?.id;
      const changes = ids.map((id) => ({ childId, sessionId: id, action: 'add' }));
      return (await parent.agent.put('/api/family/cart').send({ changes })).body;
    };
    const theirs = await cartOf(second, [sessionId, freeId]);
    expect(theirs.lines.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    await confirm(first, await cartOf(first, [sessionId]));
    const { body } = await confirm(second, theirs);
    expect(body.lines).toMatchObject([
      {
        result: 'notDone',
        outcome: 'refused',
        reasons: [{ code: 'full', capacity: 1 }, { code: 'waitingListOpen' }],
      },
      { result: 'booked' },
    ]);
    const quoted = await cartOf(second, [sessionId]);
    expect(quoted.lines).toMatchObject([{ outcome: 'refused', cents: 0 }]);
  });

  test('counts siblings of one cart against the same last place', async () => {
    const small = await openTestTown(testApp, { capacity: 1 });
    const household = newHousehold({ children: [newChild(), newChild()] });
    const parent = await signInEnrolled(testApp, small, household);
    const sessionId = await sessionOf(testApp, small, 'repas', '2026-12-01');
    const changes = household.children.map(({ id }) => ({ childId: id, sessionId, action: 'add' }));
    const cart = (await parent.agent.put('/api/family/cart').send({ changes })).body as WireCart;
    expect(cart.lines.map(({ outcome }) => outcome)).toEqual(['accepted', 'refused']);
    const { body } = await confirm(parent, cart);
    expect(body.lines.map(({ result }: { result: string }) => result)).toEqual([
      'booked',
      'notDone',
    ]);
  });

  test('gives back half a Wednesday and takes the whole one in the same cart', async () => {
    const parent = await signInEnrolled(testApp, town);
    await book(parent, { unit: 'mercredi-apres-midi', on: '2026-12-09', action: 'add' });
    const clash = await change(parent, {
      unit: 'mercredi-journee',
      on: '2026-12-09',
      action: 'add',
    });
    expect(clash.lines).toMatchObject([
      { outcome: 'refused', reasons: [{ code: 'incompatibleUnit' }] },
    ]);
    const swap = await change(parent, {
      unit: 'mercredi-apres-midi',
      on: '2026-12-09',
      action: 'remove',
    });
    expect(swap.lines.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    const { body } = await confirm(parent, swap);
    expect(body.lines.every(({ result }: { result: string }) => result !== 'notDone')).toBe(true);
  });

  test('refuses a draft that changed since it was shown, and books nothing', async () => {
    const parent = await signInEnrolled(testApp, town);
    const shown = await change(parent, { unit: 'repas', on: '2026-12-03', action: 'add' });
    await change(parent, { unit: 'repas', on: '2026-12-04', action: 'add' });
    const before = await seats();
    const { status, body } = await confirm(parent, shown);
    expect([status, body.code]).toEqual([409, 'cart-changed']);
    expect(await seats()).toEqual(before);
  });

  test('a gesture made while the draft is being confirmed waits for its turn, and stays', async () => {
    const parent = await signInEnrolled(testApp, town);
    const { revision } = await change(parent, { unit: 'repas', on: '2026-12-03', action: 'add' });
    const { accountId, household } = parent;
    const organisationId = town.organisation.id;
    const scope = { organisationId, accountId, householdId: household.id };
    const claims: FamilyClaims = { ...scope, surface: 'family', sessionId: newId() };
    let gesture: Promise<WireCart> | undefined;
    await transaction(testApp.database, organisationId, async (tx) => {
      // Read and decided, not written yet: the other device has all the time it wants.
      const ask: Ask = async (question, values) => {
        const rows = await tx.ask(question, values);
        if (gesture || !question.text.includes('cart_line l')) return rows;
        if (!question.name.startsWith('merged.')) return rows;
        gesture = change(parent, { unit: 'repas', on: '2026-12-04', action: 'add' });
        await Promise.race([gesture, setTimeout(500)]);
        return rows;
      };
      const { kind } = await confirmCart(
        { ...tx, ask },
        {
          claims,
          request: keyedRequest(claims, newId(), { revision }),
          revision,
          now: testApp.clock.now(),
          audit: () => undefined,
          lapseFirst: false,
        },
      );
      expect(kind).toBe('confirmed');
    });
    expect((await gesture)?.lines.map(({ on }) => on)).toEqual(['2026-12-04']);
    const { body } = await parent.agent.get('/api/family/cart').expect(200);
    expect(body.lines).toMatchObject([{ on: '2026-12-04' }]);
  });

  test('refuses to confirm an empty draft', async () => {
    const parent = await signInEnrolled(testApp, town);
    const { status, body } = await confirm(parent, {
      revision: 0,
      updatedBy: null,
      totalCents: 0,
      lines: [],
    });
    expect([status, body.code]).toEqual([409, 'cart-empty']);
  });

  test('answers 404 for a child of another household, whatever the session', async () => {
    const parent = await signInEnrolled(testApp, town);
    const stranger = await signInEnrolled(testApp, town);
    const sessionId = await sessionOf(testApp, town, 'repas', '2026-12-03');
    const childId = stranger.household.children[0]?.id;
    const changes = [{ childId, sessionId, action: 'add' }];
    const foreign = await parent.agent.put('/api/family/cart').send({ changes });
    const missing = await parent.agent
      .put('/api/family/cart')
      .send({ changes: [{ childId: newId(), sessionId, action: 'add' }] });
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
    expect((await parent.agent.get('/api/family/cart')).body.lines).toEqual([]);
  });

  test('needs a key to confirm, and refuses the same key for another draft', async () => {
    const parent = await signInEnrolled(testApp, town);
    const cart = await change(parent, { unit: 'repas', on: '2026-12-07', action: 'add' });
    const keyless = await parent.agent.post('/api/family/cart/confirm').send({ revision: 1 });
    expect(keyless.status).toBe(422);
    const key = newId();
    await confirm(parent, cart, key);
    const again = await change(parent, { unit: 'repas', on: '2026-12-08', action: 'add' });
    const { status, body } = await confirm(parent, again, key);
    expect([status, body.code]).toEqual([422, 'key-reused']);
  });

  test('prices a day by the quotient in force that day', async () => {
    const household = newHousehold({ quotients: [] });
    const without = await signInEnrolled(testApp, town, household);
    const withQuotient = await signInEnrolled(testApp, town);
    const gesture: Gesture = { unit: 'repas', on: '2026-12-10', action: 'add' };
    const top = await change(without, gesture);
    const own = await change(withQuotient, gesture);
    expect(top.lines[0]?.priceReasons).toMatchObject([{ code: 'noQuotientPrice' }]);
    expect(top.totalCents).toBeGreaterThan(own.totalCents);
  });
});
