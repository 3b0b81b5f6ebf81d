import { fromIso, type Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { signInStaff } from '../../testing/test-people.ts';
import { tellDecisions } from '../decisions/use-cases/tell-decisions.ts';
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

const events = statement<{ type: string; payload: { bookingIds: string[]; decisionId?: string } }>(
  'test.answered-events',
  `select type, payload from event
   where organisation_id = $1 and type in ('requests.answered', 'payment.received') order by xid, id`,
);

describe('requests the staff answers', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(now));

  const at = (instant: number) => testApp.clock.set(instant as Instant);
  const open = async (...town: [typeof byRequest, number?]) => {
    const opened = await openAnsweringTown(testApp, ...town);
    const { id } = opened.town.organisation;
    const told = async () => {
      await tellDecisions(testApp, id);
      return transaction(testApp.database, id, (tx) => tx.ask(events, [id]));
    };
    return { ...opened, told };
  };

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
      expect(counts).toMatchObject({ bookings: 1, overdue: 0, dueSoon: 0 });
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
        householdStatus: { missingDocuments: [], enrolment: 'accepted' },
        decision: null,
        days: [{ freePlaces: 2, waiting: 0, holdsPlace: true, canAccept: true, why: [] }, {}],
      });
    });

    test('shows what is due first first, a page at a time, each household once', async () => {
      const { doing, list, newParent } = await open(byRequest, 100);
      const parents = [];
      for (let made = 0; made < 32; made += 1) {
        at(now + made * second);
        const parent = await newParent();
        parents.push(parent.household.id);
        await doing(parent, { ...lunch, on });
      }
      const first = await list();
      expect(first.items).toHaveLength(30);
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

  describe('taking an answer back', () => {
    test('lets the request wait again with its place, its term and its price, and tells nobody', async () => {
      const { doing, refuse, undo, list, pending, seats, newParent, town, told } =
        await open(byRequest);
      const parent = await newParent();
      await doing(parent, { ...lunch, on });
      const [before] = (await list()).items;
      const ids = await pending();
      const decision = await refuse(...ids);
      expect(await seats()).toEqual({ taken: 0, held: 0, over: 0 });
      at(now + 30 * second - 1);
      expect((await undo(decision)).results).toMatchObject([
        { result: 'reopened', state: 'requested', code: null },
      ]);
      expect((await list()).items).toEqual([before]);
      expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
      at(now + 90 * second);
      expect(await told()).toEqual([]);
      const life = (await lifeOf(testApp, town, parent)).map(({ to }) => to);
      expect(life).toEqual(['requested', 'refused', 'requested']);
    });

    test('of an acceptance frees the place of a request that kept none', async () => {
      const { doing, accept, undo, pending, seats, newParent } = await open(withoutPlaces, 1);
      await doing(await newParent(), { ...lunch, on });
      const decision = await accept(...(await pending()));
      expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
      await undo(decision);
      expect(await seats()).toEqual({ taken: 0, held: 0, over: 0 });
      expect(await pending()).toHaveLength(1);
    });

    test('of an acceptance asks for no payment any more', async () => {
      const { doing, accept, undo, list, pending, newParent } = await open(thenPaid);
      await doing(await newParent(), { ...lunch, on });
      const decision = await accept(...(await pending()));
      await undo(decision);
      expect((await list('?state=toPay')).items).toEqual([]);
      expect(await pending()).toHaveLength(1);
    });

    test('asks for a cancellation again, the day being kept meanwhile', async () => {
      const { doing, accept, undo, pending, cell, seats, newParent } = await open(cancelledByStaff);
      const parent = await newParent();
      await doing(parent, { ...lunch, on });
      await doing(parent, { ...lunch, action: 'remove', on });
      const decision = await accept(...(await pending()));
      await undo(decision);
      expect((await cell(parent, 'repas', on)).state).toBe('cancellationRequested');
      expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
    });

    test('is too late after half a minute, done once, and not for somebody else’s answer', async () => {
      const { doing, accept, undo, sendUndo, newClerk, pending, newParent } = await open(byRequest);
      await doing(await newParent(), { ...lunch, on });
      const decision = await accept(...(await pending()));
      const colleague = clerkOf(await newClerk());
      await colleague.sendUndo(decision.decisionId).expect(404);
      await undo(decision);
      expect((await sendUndo(decision.decisionId)).body.code).toBe('decision-final');
      const again = await accept(...(await pending()));
      at(now + 30 * second);
      const late = await sendUndo(again.decisionId);
      expect([late.status, late.body.code]).toEqual([409, 'decision-final']);
    });

    test('tells the day whose place went to who waited for it, and its family is told', async () => {
      const { doing, refuse, undo, pending, seats, newParent, told } = await open(byRequest, 1);
      await doing(await newParent(), { ...lunch, on }, { ...lunch, on: '2026-12-03' });
      await doing(await newParent(), { ...lunch, action: 'wait', on });
      const [gone = '', back = ''] = await pending();
      const decision = await refuse(gone, back);
      expect((await undo(decision)).results).toEqual([
        { bookingId: gone, result: 'notDone', state: 'refused', code: 'full' },
        { bookingId: back, result: 'reopened', state: 'requested', code: null },
      ]);
      expect(await seats()).toEqual({ taken: 2, held: 2, over: 0 });
      const happened = await told();
      expect(happened.map(({ payload }) => payload.bookingIds)).toEqual([[gone]]);
    });

    test('leaves alone what the family asked again meanwhile', async () => {
      const { doing, refuse, undo, pending, newParent } = await open(byRequest);
      const parent = await newParent();
      await doing(parent, { ...lunch, on });
      const decision = await refuse(...(await pending()));
      await doing(parent, { ...lunch, on });
      expect((await undo(decision)).results).toMatchObject([{ code: 'booked-again' }]);
      expect(await pending()).toHaveLength(1);
    });

    test('leaves alone what the family gave up, or paid, meanwhile', async () => {
      const { doing, accept, undo, pay, pending, newParent, seats } = await open(thenPaid);
      const parent = await newParent();
      await doing(parent, { ...lunch, on }, { ...lunch, on: '2026-12-03' });
      const ids = await pending();
      const decision = await accept(...ids);
      await doing(parent, { ...lunch, action: 'remove', on });
      await pay(ids[1] ?? '');
      expect((await undo(decision)).results).toMatchObject([
        { state: 'cancelled', code: 'changed-meanwhile' },
        { state: 'confirmed', code: 'changed-meanwhile' },
      ]);
      expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
    });
  });

  describe('a payment at the counter', () => {
    test('confirms what waited for it, in the words the family reads, once', async () => {
      const { doing, accept, pay, sendPayment, pending, cell, newParent, told } =
        await open(thenPaid);
      const parent = await newParent();
      await doing(parent, { ...lunch, on });
      const ids = await pending();
      await accept(...ids);
      const key = newId();
      for (const _time of ['first', 'again']) {
        const { body } = await sendPayment(ids, { key, how: 'chèque n° 12' }).expect(200);
        expect(body.results).toMatchObject([{ result: 'paid', state: 'confirmed' }]);
      }
      expect((await cell(parent, 'repas', on)).state).toBe('confirmed');
      expect((await told()).map(({ type }) => type)).toEqual(['payment.received']);
      const { body } = await parent.agent.get('/api/family/requests').expect(200);
      expect(body.items[0].days[0].reasons).toEqual([{ code: 'paidToStaff', how: 'chèque n° 12' }]);
      expect((await pay(...ids)).results).toMatchObject([
        {
          result: 'notDone',
          state: 'confirmed',
          code: 'not-to-pay',
          answered: { kind: 'staff', name: 'Claire Aubry' },
        },
      ]);
    });

    test('is too late once the term has passed, swept or not', async () => {
      const { doing, accept, pending, newParent, seats, town } = await open(thenPaid);
      await doing(await newParent(), { ...lunch, on });
      const ids = await pending();
      await accept(...ids);
      at(fromIso('2026-11-25T23:00:00.000Z'));
      const late = clerkOf(await signInStaff(testApp, town.organisation, 'office'));
      expect((await late.pay(...ids)).results).toMatchObject([
        { result: 'notDone', state: 'expired', code: 'not-to-pay' },
      ]);
      expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
    });
  });

  describe('a household’s own requests', () => {
    test('are told with their term, then with what became of them, for two months', async () => {
      const { doing, answer, pending, newParent, town } = await open(thenPaid);
      const parent = await newParent();
      await doing(parent, { ...lunch, on }, { ...lunch, on: '2026-12-03' });
      const read = async (agent = parent.agent) =>
        (await agent.get('/api/family/requests').expect(200)).body;
      const answerDueAt = '2026-11-18T08:00:00.000Z';
      expect(await read()).toMatchObject({
        items: [{ kind: 'booking', answerDueAt, days: [{ until: answerDueAt }, {}] }],
        next: null,
        counts: { pending: 1, toPay: 0, refused: 0 },
      });
      const [first = '', second_ = ''] = await pending();
      await answer([first], [second_]);
      expect(await read()).toMatchObject({
        items: [
          {
            answerDueAt: null,
            days: [
              { state: 'awaitingPayment', until: '2026-11-25T23:00:00.000Z' },
              { state: 'refused', until: null },
            ],
          },
        ],
        counts: { pending: 0, toPay: 1, refused: 1 },
      });
      const other = await openAnsweringTown(testApp, thenPaid);
      expect(await read((await other.newParent()).agent)).toMatchObject({ items: [] });
      expect(town).toBeDefined();
    });

    test('come a page at a time, the latest first', async () => {
      const { doing, newParent } = await open(byRequest, 100);
      const parent = await newParent();
      for (let made = 0; made < 21; made += 1) {
        at(now + made * second);
        const day = String(made + 1).padStart(2, '0');
        // Lunches of three months are enough days to ask for one at a time.
        await doing(parent, { unit: 'matin', on: schoolDays[made] ?? day, action: 'add' });
      }
      const page = async (query = '') =>
        (await parent.agent.get(`/api/family/requests${query}`).expect(200)).body;
      const first = await page();
      expect(first.items).toHaveLength(20);
      const last = await page(`?after=${first.next}`);
      expect(last.items).toHaveLength(1);
      expect(last.next).toBeNull();
      const asked = [...first.items, ...last.items].map((one) => one.requestedAt);
      expect(asked).toEqual(asked.toSorted().toReversed());
    });
  });
});

const schoolDays = [
  ...['11-23', '11-24', '11-26', '11-27', '11-30', '12-01', '12-03', '12-04', '12-07', '12-08'],
  ...['12-10', '12-11', '12-14', '12-15', '12-17', '12-18'],
].map((monthDay) => `2026-${monthDay}`);
schoolDays.push('2027-01-04', '2027-01-05', '2027-01-07', '2027-01-08', '2027-01-11');
