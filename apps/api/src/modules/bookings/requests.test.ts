import type { ReglementDocument } from '@preau/domain/reglement/document';
import { fromIso, type Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { signInStaff } from '../../testing/test-people.ts';
import { answeredByStaff, paidByDate, rulesWith } from './regimes.factory.ts';
import { clerkOf, openAnsweringTown } from './requests.factory.ts';
import { lifeOf } from './waiting.factory.ts';

// Monday 16 November 2026, 9:00 in Paris.
const now = usualTestInstant;
const lunch = { unit: 'repas', action: 'add' } as const;
const on = '2026-12-01';
const second = 1_000;

const byRequest = rulesWith({ regime: answeredByStaff() });
const withoutPlaces = rulesWith({ regime: answeredByStaff(false) });
const thenPaid = rulesWith({ regime: { ...answeredByStaff(), ...paidByDate } });
const cancelledByStaff = rulesWith({
  regime: { cancellation: { kind: 'staff', answerWithinHours: 48 } },
});

describe('requests the staff answers', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(now));

  const at = (instant: number) => testApp.clock.set(instant as Instant);
  const open = (document: ReglementDocument, capacity?: number) =>
    openAnsweringTown(testApp, document, capacity);

  describe('the inbox', () => {
    test('gathers the days of a child and an activity, with places left and the household', async () => {
      const { doing, list, newParent } = await open(byRequest, 3);
      const parent = await newParent();
      await doing(
        parent,
        { ...lunch, on },
        { ...lunch, on: '2026-12-03' },
        { unit: 'soir', on, action: 'add' },
      );
      const { items, next, counts } = await list();
      expect(next).toBeNull();
      expect(counts).toMatchObject({ bookings: items.length, overdue: 0, dueSoon: 0 });
      expect(items).toHaveLength(2);
      expect(items.map(({ activity, days }) => [activity.code, days.map((one) => one.on)])).toEqual(
        expect.arrayContaining([
          ['restauration', [on, '2026-12-03']],
          ['periscolaire', [on]],
        ]),
      );
      const lunches = items.find(({ activity }) => activity.code === 'restauration');
      expect(lunches).toMatchObject({
        kind: 'booking',
        household: { id: parent.household.id },
        requestedAt: '2026-11-16T08:00:00.000Z',
        answerDueAt: '2026-11-18T08:00:00.000Z',
        due: 'later',
        householdStatus: { missingDocuments: [], enrolment: 'accepted' },
        decision: null,
        days: [{ freePlaces: 2, waiting: 0, holdsPlace: true, canAccept: true, why: [] }, {}],
      });
    });

    test('shows what is due first first, a page at a time, each household once', async () => {
      const { doing, list, newParent } = await open(byRequest, 100);
      const parents = [];
      for (let made = 0; made < 22; made += 1) {
        at(now + made * second);
        const parent = await newParent();
        parents.push(parent.household.id);
        await doing(parent, { ...lunch, on });
      }
      const first = await list();
      expect(first.items).toHaveLength(20);
      const second_ = await list(`?after=${first.next}`);
      expect(second_.next).toBeNull();
      const households = [...first.items, ...second_.items].map(({ household }) => household.id);
      expect(households).toEqual(parents);
    });

    test('tells what is overdue, and what is nearly due a working day before', async () => {
      const { doing, town, newParent } = await open(byRequest);
      await doing(await newParent(), { ...lunch, on });
      const countsAt = async (iso: string) => {
        at(fromIso(iso));
        const fresh = clerkOf(await signInStaff(testApp, town.organisation, 'office'));
        const { counts } = await fresh.list();
        const { items } = await fresh.list('?state=overdue');
        return [counts.dueSoon, counts.overdue, items.length];
      };
      expect(await countsAt('2026-11-17T07:59:59.000Z')).toEqual([0, 0, 0]);
      expect(await countsAt('2026-11-17T08:00:00.000Z')).toEqual([1, 0, 0]);
      expect(await countsAt('2026-11-18T07:59:59.000Z')).toEqual([1, 0, 0]);
      expect(await countsAt('2026-11-18T08:00:00.000Z')).toEqual([0, 1, 1]);
    });

    test('counts as many as it lists, whatever was asked in one act', async () => {
      const { doing, list, answer, pending, newClerk, newParent } = await open(byRequest);
      for (const parent of [await newParent(), await newParent()]) {
        await doing(
          parent,
          { ...lunch, on },
          { unit: 'soir', on, action: 'add' },
          { unit: 'soir', on: '2026-12-03', action: 'add' },
        );
      }
      const before = await list();
      expect([before.items.length, before.counts.bookings]).toEqual([4, 4]);
      const [first = ''] = await pending();
      await answer([first]);
      const after = await list();
      expect(after.counts.bookings).toBe(after.items.length);
      at(fromIso('2026-11-18T07:00:00.000Z'));
      const next = await clerkOf(await newClerk()).list();
      expect(next.counts.dueSoon).toBe(after.items.length);
    });

    test('gives a request by its name, as long as it waits, to its own organisation', async () => {
      const { doing, list, named, refuse, newParent } = await open(byRequest);
      for (const parent of [await newParent(), await newParent()]) {
        await doing(parent, { ...lunch, on }, { unit: 'soir', on, action: 'add' });
      }
      const { items } = await list();
      for (const one of items) expect(await named(one.id)).toEqual([one]);
      const [first] = items;
      if (!first) throw new Error('Nothing waits');
      expect(await named(first.id, 'toPay')).toEqual([]);
      expect(await (await open(byRequest)).named(first.id)).toEqual([]);
      await refuse(...first.days.map(({ bookingId }) => bookingId));
      expect(await named(first.id)).toEqual([]);
    });

    test('tells apart what one act asks to book and to cancel', async () => {
      const document = rulesWith({
        regime: { ...answeredByStaff(), cancellation: { kind: 'staff', answerWithinHours: 48 } },
      });
      const { doing, list, named, accept, newParent } = await open(document);
      const parent = await newParent();
      const first = await doing(parent, { ...lunch, on });
      expect(first.lines).toMatchObject([{ result: 'requested' }]);
      await accept((await list()).items[0]?.days[0]?.bookingId ?? '');
      const tomorrow = { ...lunch, on: '2026-12-03' };
      await doing(parent, { ...lunch, on, action: 'remove' }, tomorrow);
      const { items } = await list();
      expect(items.map(({ kind }) => kind).toSorted()).toEqual(['booking', 'cancellation']);
      expect(new Set(items.map(({ id }) => id)).size).toBe(2);
      for (const one of items) expect(await named(one.id)).toEqual([one]);
    });

    test('shows one site where one is asked for', async () => {
      const { doing, list, newParent, town } = await open(byRequest);
      await doing(await newParent(), { ...lunch, on });
      expect((await list(`?facilityId=${town.facility.id}`)).items).toHaveLength(1);
      expect((await list(`?facilityId=${newId()}`)).items).toEqual([]);
    });

    test('says why a request that kept no place cannot be accepted', async () => {
      const { doing, list, accept, newParent } = await open(withoutPlaces, 1);
      for (const parent of [await newParent(), await newParent()]) {
        await doing(parent, { ...lunch, on });
      }
      const [first, second_] = (await list()).items.flatMap(({ days }) => days);
      expect(first).toMatchObject({ canAccept: true, freePlaces: 1, holdsPlace: false });
      await accept(first?.bookingId ?? '');
      expect((await list()).items.flatMap(({ days }) => days)).toMatchObject([
        {
          bookingId: second_?.bookingId,
          canAccept: false,
          freePlaces: 0,
          why: [{ code: 'full', capacity: 1 }],
        },
      ]);
    });
  });

  describe('an answer', () => {
    test('accepts some days and refuses others, in words the family reads', async () => {
      const { doing, answer, cell, pending, seats, newParent } = await open(byRequest);
      const parent = await newParent();
      await doing(parent, { ...lunch, on }, { ...lunch, on: '2026-12-03' });
      const [first = '', second_ = ''] = await pending();
      const told = await answer([first], [second_], { because: 'Sortie scolaire ce jour' });
      expect(told.finalAt).toBe('2026-11-16T08:00:30.000Z');
      expect(told.results).toEqual([
        { bookingId: first, result: 'accepted', state: 'confirmed', code: null, answered: null },
        { bookingId: second_, result: 'refused', state: 'refused', code: null, answered: null },
      ]);
      expect((await cell(parent, 'repas', on)).state).toBe('confirmed');
      expect((await cell(parent, 'repas', '2026-12-03')).state).toBe('refused');
      expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
      const { body } = await parent.agent.get('/api/family/requests').expect(200);
      expect(body.items[0].days[1].reasons).toEqual([
        { code: 'requestRefused', because: 'Sortie scolaire ce jour' },
      ]);
      expect(await pending()).toEqual([]);
    });

    test('refuses for a reason, or not at all', async () => {
      const { doing, send, pending, newParent } = await open(byRequest);
      await doing(await newParent(), { ...lunch, on });
      for (const because of [null, '   ', 'x'.repeat(1_001)]) {
        await send([], await pending(), { because }).expect(422);
      }
      expect(await pending()).toHaveLength(1);
    });

    test('asks for the payment, with its term, where one pays before a date', async () => {
      const { doing, accept, cell, pending, list, newParent } = await open(thenPaid);
      const parent = await newParent();
      await doing(parent, { ...lunch, on });
      const { results } = await accept(...(await pending()));
      expect(results).toMatchObject([{ result: 'accepted', state: 'awaitingPayment' }]);
      const payBefore = '2026-11-25T23:00:00.000Z';
      expect(await cell(parent, 'repas', on)).toMatchObject({
        state: 'awaitingPayment',
        queue: { until: payBefore },
      });
      const { items } = await list('?state=toPay');
      expect(items).toMatchObject([{ days: [{ state: 'awaitingPayment', payBefore }] }]);
    });

    test('of one who accepts two for one place left accepts the first and tells the other', async () => {
      const { doing, accept, pending, seats, newParent } = await open(withoutPlaces, 1);
      for (const parent of [await newParent(), await newParent()]) {
        await doing(parent, { ...lunch, on });
      }
      const { results } = await accept(...(await pending()));
      expect(results).toMatchObject([
        { result: 'accepted', state: 'confirmed' },
        { result: 'notDone', state: 'requested', code: 'full' },
      ]);
      expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
    });

    test('that lets one day go gives its place to another accepted in the same act', async () => {
      const { doing, accept, pending, newParent, seats, list } = await open(
        rulesWith({
          regime: {
            ...answeredByStaff(false),
            cancellation: { kind: 'staff', answerWithinHours: 48 },
          },
        }),
        1,
      );
      const [asking, leaving] = [await newParent(), await newParent()];
      await doing(leaving, { ...lunch, on });
      const booked = await pending();
      await doing(asking, { ...lunch, on });
      await accept(...booked);
      await doing(leaving, { ...lunch, action: 'remove', on });
      const { items } = await list();
      const ids = items
        .toSorted((one, other) => one.kind.localeCompare(other.kind))
        .flatMap(({ days }) => days.map(({ bookingId }) => bookingId));
      const { results } = await accept(...ids);
      expect(results.map(({ state }) => state)).toEqual(['confirmed', 'cancelled']);
      expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
    });

    test('gives a refused place at once to who waits for it', async () => {
      const { doing, refuse, pending, cell, seats, newParent } = await open(byRequest, 1);
      const [asking, waiting] = [await newParent(), await newParent()];
      await doing(asking, { ...lunch, on });
      await doing(waiting, { ...lunch, action: 'wait', on });
      await refuse(...(await pending()));
      expect((await cell(waiting, 'repas', on)).state).toBe('offered');
      expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
    });

    test('to a cancellation frees the day, or keeps it as it was booked', async () => {
      const { doing, answer, pending, cell, list, newParent, town } = await open(cancelledByStaff);
      const parent = await newParent();
      const other = '2026-12-03';
      await doing(parent, { ...lunch, on }, { ...lunch, on: other });
      await doing(
        parent,
        { ...lunch, action: 'remove', on },
        { ...lunch, action: 'remove', on: other },
      );
      const [first = '', second_ = ''] = await pending();
      expect((await list()).items).toMatchObject([{ kind: 'cancellation' }]);
      const { results } = await answer([first], [second_], { because: 'Repas commandé' });
      expect(results.map(({ state }) => state)).toEqual(['cancelled', 'confirmed']);
      expect((await cell(parent, 'repas', on)).state).toBe('cancelled');
      expect((await cell(parent, 'repas', other)).state).toBe('confirmed');
      expect(
        (await lifeOf(testApp, town, parent))
          .slice(-2)
          .map(({ to }) => to)
          .toSorted(),
      ).toEqual(['cancelled', 'confirmed']);
      const { body } = await parent.agent.get('/api/family/requests').expect(200);
      expect(body.items).toMatchObject([{ kind: 'cancellation' }]);
    });

    test('sent twice under one key is given once', async () => {
      const { doing, send, pending, newParent, told } = await open(byRequest);
      await doing(await newParent(), { ...lunch, on });
      const ids = await pending();
      const key = newId();
      const answers = await Promise.all([1, 2, 3].map(() => send(ids, [], { key })));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(new Set(answers.map(({ body }) => body.decisionId)).size).toBe(1);
      await send([], ids, { key }).expect(422);
      at(now + 30 * second);
      expect(await told()).toHaveLength(1);
    });

    test('names what exists here alone, each once', async () => {
      const { doing, send, pending, newParent } = await open(byRequest);
      await doing(await newParent(), { ...lunch, on });
      const elsewhere = await open(byRequest);
      await elsewhere.doing(await elsewhere.newParent(), { ...lunch, on });
      const [own = ''] = await pending();
      const [foreign = ''] = await elsewhere.pending();
      await send([own, foreign]).expect(404);
      await send([own, newId()]).expect(404);
      await send([own], [own]).expect(422);
      expect(await pending()).toEqual([own]);
    });

    test('is told to each household once, when it can no longer be taken back', async () => {
      const { doing, accept, pending, newParent, told } = await open(byRequest);
      for (const parent of [await newParent(), await newParent()]) {
        await doing(parent, { ...lunch, on }, { ...lunch, on: '2026-12-03' });
      }
      const { decisionId } = await accept(...(await pending()));
      at(now + 30 * second - 1);
      expect(await told()).toEqual([]);
      at(now + 30 * second);
      const happened = await told();
      expect(happened.map(({ type }) => type)).toEqual(['requests.answered', 'requests.answered']);
      for (const { payload } of happened) {
        expect(payload).toMatchObject({ decisionId });
        expect(payload.bookingIds).toHaveLength(2);
      }
      expect(await told()).toHaveLength(2);
    });

    test('is listed with who gave it and why, the latest first', async () => {
      const { doing, refuse, accept, list, pending, newParent } = await open(byRequest);
      await doing(await newParent(), { ...lunch, on });
      await refuse(...(await pending()));
      at(now + second);
      await doing(await newParent(), { ...lunch, on });
      await accept(...(await pending()));
      const { items } = await list('?state=answered');
      expect(items).toMatchObject([
        { decision: { by: 'Claire Aubry', because: null, takenBack: false } },
        { decision: { because: 'Groupe complet' }, days: [{ state: 'refused', canAccept: false }] },
      ]);
    });
  });
});
