import type { BookingState } from '@preau/domain/bookings/states';
import type { ReglementDocument } from '@preau/domain/reglement/document';
import { afterEach, describe, expect, test } from 'vitest';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { WireCart } from './bookings.factory.ts';
import { withoutLocks } from './contention.factory.ts';
import { answeredByStaff, paidByDate, rulesWith } from './regimes.factory.ts';
import { clerkOf, openAnsweringTown } from './requests.factory.ts';
import type { AnsweredRequests } from './requests.schemas.ts';

const on = '2026-12-01';
const lunch = { unit: 'repas', on, action: 'add' } as const;
const byRequest = rulesWith({ regime: answeredByStaff() });
const withoutPlaces = rulesWith({ regime: answeredByStaff(false) });
const thenPaid = rulesWith({ regime: { ...answeredByStaff(), ...paidByDate } });

type Step = {
  booking_id: string;
  from: BookingState | null;
  to: BookingState;
  state: BookingState;
};

const steps = statement<Step>(
  'test.race-steps',
  `select h.booking_id, h.from_state as from, h.to_state as to, b.state
   from booking_change h join booking b on b.organisation_id = $1 and b.id = h.booking_id
   where h.organisation_id = $1 order by h.booking_id, h.at, h.id`,
);

describe('answers to requests, while others move', () => {
  let testApp: TestApp;
  afterEach(() => testApp.close());

  async function openRace(document: ReglementDocument, families: number, capacity = 100) {
    const opened = await openAnsweringTown(testApp, document, capacity);
    const parents = [];
    for (let made = 0; made < families; made += 1) {
      const parent = await opened.newParent();
      await opened.doing(parent, lunch);
      parents.push(parent);
    }
    const clerks = [clerkOf(await opened.newClerk()), clerkOf(await opened.newClerk())] as const;
    const clerkAt = (at: number) => (at % 2 === 0 ? clerks[0] : clerks[1]);
    /** Steps that do not follow one from the other, and places that are nobody's. */
    const faults = async () => {
      const { id } = opened.town.organisation;
      const lived = await transaction(testApp.database, id, (tx) => tx.ask(steps, [id]));
      const broken = lived.filter((step, at) => {
        const [before, after] = [lived[at - 1], lived[at + 1]];
        const follows = before?.booking_id === step.booking_id ? before.to : null;
        const isLast = after?.booking_id !== step.booking_id;
        return step.from !== follows || (isLast && step.to !== step.state);
      });
      const { taken, held, over } = await opened.seats();
      return broken.length + Math.abs(taken - held) + over;
    };
    return { ...opened, parents, clerks, clerkAt, faults };
  }

  type Race = Awaited<ReturnType<typeof openRace>>;

  /** One clerk accepts each request while another refuses it. */
  async function decideTwice({ pending, clerks: [one, other] }: Race) {
    const ids = await pending();
    const answers = await Promise.all(ids.flatMap((id) => [one.send([id]), other.send([], [id])]));
    return answers.flatMap(({ body }): AnsweredRequests['results'] => body.results ?? []);
  }

  /** Each parent takes the request back while a clerk accepts it. */
  async function withdrawMeanwhile({ pending, change, parents, clerks: [clerk] }: Race) {
    const ids = await pending();
    const carts: WireCart[] = [];
    for (const parent of parents) carts.push(await change(parent, { ...lunch, action: 'remove' }));
    const confirm = ({ agent }: (typeof parents)[number], at: number) =>
      agent
        .post('/api/family/cart/confirm')
        .set('idempotency-key', newId())
        .send({ revision: carts[at]?.revision });
    return Promise.all(
      parents.flatMap((parent, at) => [clerk.send([ids[at] ?? '']), confirm(parent, at)]),
    );
  }

  test('two clerks on the same request: one decides, the other is told who and when', async () => {
    testApp = await createTestApp();
    const race = await openRace(byRequest, 16);
    const results = await decideTwice(race);
    expect(results).toHaveLength(32);
    const second = results.filter(({ result }) => result === 'notDone');
    expect(second).toHaveLength(16);
    for (const { code, answered } of second) {
      expect(code).toBe('not-pending');
      expect(answered).toEqual({
        kind: 'staff',
        name: 'Claire Aubry',
        at: '2026-11-16T08:00:00.000Z',
      });
    }
    expect(await race.faults()).toBe(0);
  }, 60_000);

  test('negative control: without the locks both decide', async () => {
    testApp = await createTestApp();
    const race = await openRace(byRequest, 16);
    withoutLocks(testApp);
    const results = await decideTwice(race);
    expect(results.filter(({ result }) => result !== 'notDone').length).toBeGreaterThan(16);
    expect(await race.faults()).toBeGreaterThan(0);
  }, 60_000);

  test('a parent takes a request back while a clerk accepts it: the day is given back, once', async () => {
    testApp = await createTestApp();
    const race = await openRace(byRequest, 16);
    const answers = await withdrawMeanwhile(race);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await race.seats()).toEqual({ taken: 0, held: 0, over: 0 });
    expect(await race.faults()).toBe(0);
  }, 60_000);

  test('negative control: without the locks a day is both accepted and given back', async () => {
    testApp = await createTestApp();
    // Whether two of them meet depends on the machine: there are several races.
    const races = [];
    for (let made = 0; made < 4; made += 1) races.push(await openRace(byRequest, 16));
    withoutLocks(testApp);
    let faults = 0;
    for (const race of races) {
      await withdrawMeanwhile(race);
      faults += await race.faults();
    }
    expect(faults).toBeGreaterThan(0);
  }, 60_000);

  test('five places for twenty requests that kept none, accepted at once: five are accepted', async () => {
    testApp = await createTestApp();
    const race = await openRace(withoutPlaces, 20, 5);
    const ids = await race.pending();
    const answers = await Promise.all(ids.map((id, at) => race.clerkAt(at).send([id])));
    const results = answers.flatMap(({ body }): AnsweredRequests['results'] => body.results ?? []);
    expect(results.filter(({ result }) => result === 'accepted')).toHaveLength(5);
    expect(results.filter(({ code }) => code === 'full')).toHaveLength(15);
    expect(await race.seats()).toEqual({ taken: 5, held: 5, over: 0 });
  }, 60_000);

  test('negative control: without the locks and the constraint, more are accepted than there are places', async () => {
    testApp = await createTestApp();
    await testApp.owner.pool.query('alter table seat_pool drop constraint never_overbooked');
    const race = await openRace(withoutPlaces, 20, 5);
    withoutLocks(testApp);
    const ids = await race.pending();
    await Promise.all(ids.map((id, at) => race.clerkAt(at).send([id])));
    expect((await race.seats()).over).toBeGreaterThan(0);
  }, 60_000);

  test('an answer taken back while the family pays: one of the two, and the places agree', async () => {
    testApp = await createTestApp();
    const race = await openRace(thenPaid, 10);
    const [clerk, cashier] = race.clerks;
    const decisions = [];
    const ids = await race.pending();
    for (const id of ids) decisions.push(await clerk.accept(id));
    const answers = await Promise.all([
      ...decisions.map(({ decisionId }) => clerk.sendUndo(decisionId)),
      ...ids.map((id) => cashier.sendPayment([id])),
    ]);
    const done = answers.flatMap(({ body }): { result: string }[] => body.results ?? []);
    expect(done.filter(({ result }) => result !== 'notDone')).toHaveLength(10);
    expect(await race.faults()).toBe(0);
  }, 60_000);

  test('clerks who answer many requests at once in any order never block each other', async () => {
    testApp = await createTestApp();
    const race = await openRace(byRequest, 10);
    const ids = await race.pending();
    const answers = await Promise.all(
      [ids, ids.toReversed(), ids.toSorted(), ids.toSorted().toReversed()].map((order, at) =>
        race.clerkAt(at).send(order),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const results = answers.flatMap(({ body }): AnsweredRequests['results'] => body.results ?? []);
    expect(results.filter(({ result }) => result === 'accepted')).toHaveLength(10);
    expect(await race.faults()).toBe(0);
  }, 60_000);
});
