import type { ReglementDocument } from '@preau/domain/reglement/document';
import { fromIso, type Instant } from '@preau/domain/time/instant';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { sweepJobs } from '../../platform/jobs/sweep.ts';
import { sweeps } from '../../sweeps.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { signInStaff } from '../../testing/test-people.ts';
import { createTestWorker, type TestWorker } from '../../testing/test-worker.ts';
import { openTestTown, seatsOf, sessionOf, signInEnrolled } from './bookings.factory.ts';
import { answeredByStaff, paidByDate, rulesWith } from './regimes.factory.ts';
import { lifeOf, type Parent, parentsOf } from './waiting.factory.ts';

// Monday 16 November 2026, 9:00 in Paris.
const now = usualTestInstant;
const on = '2026-12-01';
const minute = 60_000;
const lunchStarts = fromIso('2026-12-01T12:00:00+01:00');

const eventsOf = statement<{ type: string }>(
  'test.events',
  'select type from event where organisation_id = $1 order by xid, id',
);
const setEnrolments = statement<never>(
  'test.enrolments',
  `update enrolment set state = $2, reason = 'Il manque une pièce' where organisation_id = $1`,
);
const giveDocument = statement<never>(
  'test.document',
  `insert into document (organisation_id, id, household_id, child_id, kind, note, state, sent_by, sent_at)
   select $1, gen_random_uuid(), $2, $3, 'vaccinations', '', 'sent', id, now() from account
   where organisation_id = $1 limit 1`,
);

describe('ways to book', () => {
  let testApp: TestApp;
  let worker: TestWorker;
  let jobs: pg.Pool;
  beforeAll(async () => {
    testApp = await createTestApp();
    worker = createTestWorker(testApp);
    jobs = new pg.Pool({ connectionString: testApp.urls.jobsUrl, max: 1 });
  });
  afterAll(async () => {
    await jobs.end();
    await worker.close();
    await testApp.close();
  });
  beforeEach(() => testApp.clock.set(now));

  const at = (instant: number) => testApp.clock.set(instant as Instant);
  const sweep = async () => {
    for (const task of Object.values(sweepJobs(sweeps, jobs, worker.services))) {
      await task?.({}, {} as never);
    }
  };
  async function open(document: ReglementDocument, capacity = 10) {
    const town = await openTestTown(testApp, { capacity, document });
    const { id } = town.organisation;
    const parents = parentsOf(testApp, town);
    const taken = () => transaction(testApp.database, id, seatsOf);
    const events = async () => {
      const rows = await transaction(testApp.database, id, (tx) => tx.ask(eventsOf, [id]));
      return rows.map(({ type }) => type).filter((type) => /^(payment|request)\./.test(type));
    };
    const life = async (parent: Parent) =>
      (await lifeOf(testApp, town, parent)).map(({ to, actor }) => `${to} by ${actor}`);
    const newParent = () => signInEnrolled(testApp, town);
    return { ...parents, town, taken, events, life, newParent };
  }

  describe('a request the service answers', () => {
    const document = rulesWith({ regime: answeredByStaff() });

    test('keeps a place, says when it will be answered, and is withdrawn freely', async () => {
      const { doing, cell, taken, life, newParent } = await open(document);
      const parent = await newParent();
      const { lines } = await doing(parent, { unit: 'repas', on, action: 'add' });
      const answerBy = '2026-11-18T08:00:00.000Z';
      expect(lines).toMatchObject([{ outcome: 'pending', result: 'requested', dueAt: answerBy }]);
      expect(await cell(parent, 'repas', on)).toMatchObject({
        state: 'requested',
        constraint: 'free',
        queue: { rank: null, until: '2026-12-01T11:00:00.000Z', answerDueAt: answerBy },
      });
      expect(await taken()).toMatchObject({ taken: 1, held: 1 });
      // Past the limit for cancelling: nothing was accepted, so nothing is billed.
      at(lunchStarts - minute);
      const withdrawn = await doing(parent, { unit: 'repas', on, action: 'remove' });
      expect(withdrawn.lines).toMatchObject([{ result: 'cancelled', late: false }]);
      expect(await taken()).toMatchObject({ taken: 0, held: 0 });
      expect(await life(parent)).toEqual(['requested by guardian', 'cancelled by guardian']);
    });

    test('takes no place where the règlement keeps none, and fills no room', async () => {
      const { doing, taken, newParent } = await open(
        rulesWith({ regime: answeredByStaff(false) }),
        1,
      );
      for (const parent of [await newParent(), await newParent()]) {
        const { lines } = await doing(parent, { unit: 'repas', on, action: 'add' });
        expect(lines).toMatchObject([{ result: 'requested' }]);
      }
      expect(await taken()).toMatchObject({ taken: 0, held: 0 });
    });

    test('is refused by itself when the day begins without an answer, and frees its place', async () => {
      const { doing, cell, taken, events, newParent } = await open(document);
      const parent = await newParent();
      await doing(parent, { unit: 'repas', on, action: 'add' });
      at(lunchStarts - 1);
      await sweep();
      expect((await cell(parent, 'repas', on)).state).toBe('requested');
      at(lunchStarts);
      // Before anybody sweeps, the parent reads what is true already.
      expect((await cell(parent, 'repas', on)).state).toBe('refused');
      await sweep();
      await sweep();
      expect((await cell(parent, 'repas', on)).state).toBe('refused');
      expect(await taken()).toMatchObject({ taken: 0, held: 0 });
      expect(await events()).toEqual(['request.unanswered']);
    });

    test('booked by the staff itself, a day is accepted by that', async () => {
      const { town, newParent, cell } = await open(document);
      const parent = await newParent();
      const { agent } = await signInStaff(testApp, town.organisation, 'office');
      const [child] = parent.household.children;
      const changes = [
        {
          childId: child?.id,
          sessionId: await sessionOf(testApp, town, 'repas', on),
          action: 'add',
        },
      ];
      const address = `/api/staff/households/${parent.household.id}/bookings`;
      const { body: preview } = await agent
        .post(`${address}/preview`)
        .send({ changes })
        .expect(200);
      const { body } = await agent
        .post(address)
        .set('idempotency-key', 'a-key-of-my-own')
        .send({ changes, note: null, totalCents: preview.totalCents })
        .expect(200);
      expect(body.lines).toMatchObject([{ outcome: 'accepted', result: 'booked' }]);
      expect((await cell(parent, 'repas', on)).state).toBe('confirmed');
    });
  });

  describe('a cancellation the service answers', () => {
    const document = rulesWith({
      regime: { cancellation: { kind: 'staff', answerWithinHours: 48 } },
    });

    test('keeps the day until the answer, and for good where there is none', async () => {
      const { doing, cell, taken, life, newParent } = await open(document);
      const parent = await newParent();
      await doing(parent, { unit: 'repas', on, action: 'add' });
      const { lines } = await doing(parent, { unit: 'repas', on, action: 'remove' });
      expect(lines).toMatchObject([
        {
          outcome: 'pending',
          result: 'cancellationRequested',
          dueAt: '2026-11-18T08:00:00.000Z',
        },
      ]);
      expect((await cell(parent, 'repas', on)).state).toBe('cancellationRequested');
      expect(await taken()).toMatchObject({ taken: 1, held: 1 });
      at(lunchStarts);
      await sweep();
      expect((await cell(parent, 'repas', on)).state).toBe('confirmed');
      expect(await taken()).toMatchObject({ taken: 1, held: 1 });
      expect(await life(parent)).toEqual([
        'confirmed by guardian',
        'cancellationRequested by guardian',
        'confirmed by system',
      ]);
    });
  });

  describe('a place held for its payment', () => {
    const document = rulesWith({ regime: { payment: { kind: 'hold', minutes: 30 } } });

    test('is given back when the time is over, even before anybody sweeps', async () => {
      const { doing, cell, taken, events, newParent } = await open(document, 1);
      const [first, second] = [await newParent(), await newParent()];
      const held = await doing(first, { unit: 'repas', on, action: 'add' });
      expect(held.lines).toMatchObject([
        { outcome: 'awaitingPayment', result: 'toPay', dueAt: '2026-11-16T08:30:00.000Z' },
      ]);
      at(now + 30 * minute - 1);
      const early = await doing(second, { unit: 'repas', on, action: 'add' });
      expect(early.lines).toMatchObject([{ result: 'notDone' }]);
      at(now + 30 * minute);
      expect((await cell(first, 'repas', on)).state).toBe('expired');
      const late = await doing(second, { unit: 'repas', on, action: 'add' });
      expect(late.lines).toMatchObject([{ result: 'toPay' }]);
      expect(await taken()).toMatchObject({ taken: 1, held: 1, over: 0 });
      await sweep();
      expect((await cell(first, 'repas', on)).state).toBe('expired');
      expect(await events()).toEqual(['payment.expired']);
    });

    test('is given up freely, where cancelling online is never possible', async () => {
      const { doing, taken, newParent } = await open(
        rulesWith({
          regime: { payment: { kind: 'hold', minutes: 30 } },
          cancelling: [{ channels: ['staff'], until: null, consequence: { kind: 'normal' } }],
        }),
      );
      const parent = await newParent();
      await doing(parent, { unit: 'repas', on, action: 'add' });
      const { lines } = await doing(parent, { unit: 'repas', on, action: 'remove' });
      expect(lines).toMatchObject([{ result: 'cancelled' }]);
      expect(await taken()).toMatchObject({ taken: 0 });
    });
  });

  describe('a payment before a date', () => {
    test('is due on the 25th, reminded of once, then the day is lost', async () => {
      const { doing, cell, taken, events, newParent } = await open(
        rulesWith({ regime: paidByDate }),
      );
      const parent = await newParent();
      const { lines } = await doing(parent, { unit: 'repas', on: '2026-12-01', action: 'add' });
      expect(lines).toMatchObject([{ result: 'toPay', dueAt: '2026-11-25T23:00:00.000Z' }]);
      const due = fromIso('2026-11-26T00:00:00+01:00');
      at(due - 48 * 60 * minute - 1);
      await sweep();
      expect(await events()).toEqual([]);
      at(due - 48 * 60 * minute);
      await sweep();
      await sweep();
      expect(await events()).toEqual(['payment.reminder']);
      at(due);
      await sweep();
      expect((await cell(parent, 'repas', on)).state).toBe('expired');
      expect(await taken()).toMatchObject({ taken: 0, held: 0 });
      expect(await events()).toEqual(['payment.reminder', 'payment.expired']);
      const { body } = await parent.agent.get('/api/family/requests').expect(200);
      expect(body.items[0]?.days).toMatchObject([
        { state: 'expired', reasons: [{ code: 'paymentExpired', until: due }] },
      ]);
    });
  });

  test('a day cancelled but billed is taken up by its family too, billed once', async () => {
    const lateSoon = { kind: 'daysBefore', days: 8, unit: 'working', at: '24:00' } as const;
    const { doing, life, newParent, taken } = await open(
      rulesWith({
        cancelling: [
          { channels: ['online', 'staff'], until: lateSoon, consequence: { kind: 'normal' } },
          { channels: ['online', 'staff'], until: null, consequence: { kind: 'billedInFull' } },
        ],
      }),
    );
    const parent = await newParent();
    const booked = await doing(parent, { unit: 'repas', on, action: 'add' });
    at(fromIso('2026-11-20T10:00:00+01:00'));
    const cancelled = await doing(parent, { unit: 'repas', on, action: 'remove' });
    expect(cancelled.lines).toMatchObject([{ result: 'cancelled', late: true, cents: 0 }]);
    const again = await doing(parent, { unit: 'repas', on, action: 'add' });
    expect(booked.totalCents).toBeGreaterThan(0);
    expect(again.lines).toMatchObject([
      { result: 'booked', cents: 0, priceReasons: [{ code: 'alreadyBilled' }] },
    ]);
    expect(await life(parent)).toEqual(
      ['confirmed', 'cancelledLate', 'confirmed'].map((state) => `${state} by guardian`),
    );
    expect(await taken()).toMatchObject({ taken: 1, held: 1 });
  });

  describe('what is asked before anything is booked', () => {
    test('a document: the cell and the cart say which; sent, the day can be booked', async () => {
      const { town, change, doing, cell, newParent } = await open(
        rulesWith(
          {},
          {
            documents: [
              {
                code: 'vaccinations',
                label: 'Vaccinations',
                about: 'child',
                activities: ['restauration'],
                blocks: ['booking'],
                satisfiedBy: 'sent',
                validMonths: null,
              },
            ],
          },
        ),
      );
      const parent = await newParent();
      expect((await cell(parent, 'repas', on)).constraint).toBe('documentsMissing');
      expect((await cell(parent, 'soir', on)).constraint).toBe('free');
      const refused = await change(parent, { unit: 'repas', on, action: 'add' });
      expect(refused.lines).toMatchObject([
        {
          outcome: 'refused',
          reasons: [{ code: 'documentsMissing', documents: ['Vaccinations'] }],
        },
      ]);
      const { id } = town.organisation;
      const { household } = parent;
      await transaction(testApp.database, id, (tx) =>
        tx.ask(giveDocument, [id, household.id, household.children[0]?.id]),
      );
      expect((await cell(parent, 'repas', on)).constraint).toBe('free');
      const done = await doing(parent, { unit: 'repas', on, action: 'add' });
      expect(done.lines).toMatchObject([{ result: 'booked' }]);
    });

    test('an enrolment that is accepted: meanwhile its days are shown, and say so', async () => {
      const { town, change, cell, newParent } = await open(rulesWith({}));
      const parent = await newParent();
      const { id } = town.organisation;
      for (const state of ['requested', 'incomplete', 'waitlisted']) {
        await transaction(testApp.database, id, (tx) => tx.ask(setEnrolments, [id, state]));
        expect((await cell(parent, 'repas', on)).constraint).toBe('notEnrolled');
        const { lines } = await change(parent, { unit: 'repas', on, action: 'add' });
        expect(lines[0]?.reasons).toMatchObject([{ code: 'notEnrolled', enrolment: state }]);
      }
      await transaction(testApp.database, id, (tx) => tx.ask(setEnrolments, [id, 'refused']));
      await expect(cell(parent, 'repas', on)).rejects.toThrow('No row');
    });

    test('the opening: not before the first of the month before, for families', async () => {
      const { cell, change, newParent } = await open(
        rulesWith({ opening: { kind: 'precedingMonth', day: 1, at: '00:00' } }),
      );
      const parent = await newParent();
      expect((await cell(parent, 'repas', on)).constraint).toBe('free');
      const january = { unit: 'repas', on: '2027-01-05', action: 'add' } as const;
      const { lines } = await change(parent, january);
      expect(lines).toMatchObject([
        { outcome: 'notOpenYet', reasons: [{ code: 'opensAt', at: Date.UTC(2026, 10, 30, 23) }] },
      ]);
      at(Date.UTC(2026, 10, 30, 23));
      expect((await cell(parent, 'repas', january.on)).constraint).toBe('free');
    });

    test('enough days in a week, and not too many: told for the whole week', async () => {
      const { change, doing, newParent, cell } = await open(
        rulesWith({ days: [{ per: 'week', min: 2, max: 3 }] }),
      );
      const parent = await newParent();
      const add = (day: string) => ({ unit: 'repas', on: day, action: 'add' }) as const;
      const [monday, tuesday, thursday, friday] = [
        '2026-11-30',
        '2026-12-01',
        '2026-12-03',
        '2026-12-04',
      ].map(add);
      if (!monday || !tuesday || !thursday || !friday) throw new Error('Four days');
      const alone = await change(parent, monday);
      expect(alone.lines[0]).toMatchObject({
        outcome: 'refused',
        reasons: [{ code: 'minDays', min: 2, per: 'week' }],
      });
      const four = await change(parent, tuesday, thursday, friday);
      expect(four.lines.map(({ outcome }) => outcome)).toEqual([
        'accepted',
        'accepted',
        'accepted',
        'refused',
      ]);
      expect(four.lines[3]?.reasons).toMatchObject([{ code: 'maxDays', max: 3, per: 'week' }]);
      await doing(parent, { ...friday, action: null });
      expect((await cell(parent, 'repas', friday.on)).constraint).toBe('free');
      // Two of three given back would leave one: neither is done, all three may be.
      const remove = [monday, tuesday, thursday].map(
        (one) => ({ ...one, action: 'remove' }) as const,
      );
      const two = await change(parent, ...remove.slice(0, 2));
      expect(two.lines.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
      const all = await doing(parent, ...remove);
      expect(all.lines.map(({ result }) => result)).toEqual([
        'cancelled',
        'cancelled',
        'cancelled',
      ]);
    });
  });
});
