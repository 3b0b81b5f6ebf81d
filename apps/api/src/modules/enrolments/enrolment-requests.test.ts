import type { Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import {
  type SignedIn,
  type SignedInGuardian,
  signInGuardian,
  signInStaff,
} from '../../testing/test-people.ts';
import { createTestWorker, type TestWorker } from '../../testing/test-worker.ts';
import { openTestTown, sessionOf, type TestTown } from '../bookings/bookings.factory.ts';
import { decisionsSweep } from '../decisions/decisions.public.ts';
import { newChild, newHousehold } from '../households/households.factory.ts';
import { insurance, townOfRequests } from './enrolments.factory.ts';

const url = '/api/staff/enrolment-requests';
const answered = statement<{ payload: { householdId: string; enrolmentIds: string[] } }>(
  'test.enrolments-answered',
  "select payload from event where organisation_id = $1 and type = 'enrolment.answered' order by id",
);

type Answer = { enrolmentId: string; answer: string; ageGroup?: string | null };

describe('requests for enrolments, answered by the office', () => {
  let testApp: TestApp;
  let worker: TestWorker;
  let town: TestTown;
  let clerk: SignedIn;
  let parent: SignedInGuardian;
  beforeAll(async () => {
    testApp = await createTestApp();
    worker = createTestWorker(testApp);
  });
  afterAll(async () => {
    await worker.close();
    await testApp.close();
  });
  beforeEach(async () => {
    testApp.clock.set(usualTestInstant);
    town = await openTestTown(testApp, {
      document: townOfRequests({ documents: [{ ...insurance, activities: ['etude'] }] }),
      settings: { features: { enrolments: true } },
    });
    clerk = await signInStaff(testApp, town.organisation, 'office');
    parent = await signInGuardian(testApp, town.organisation);
  });

  const activityId = (code: string) => town.facility.activities.get(code) ?? '';
  async function asked(code = 'periscolaire', { agent, household } = parent): Promise<string> {
    const body = {
      childId: household.children[0]?.id,
      activityIds: [activityId(code)],
      schoolYear: '2026-2027',
      note: 'Le mardi',
    };
    const { results } = (await agent.post('/api/family/enrolments').send(body).expect(200)).body;
    return results[0].enrolmentId;
  }
  const answer = (
    answers: readonly Answer[],
    because: string | null = null,
    { agent } = clerk,
    key = newId(),
  ) =>
    agent
      .post(`${url}/decisions`)
      .set('idempotency-key', key)
      .send({ answers: answers.map((one) => ({ ageGroup: null, ...one })), because });
  const accept = (enrolmentId: string) => answer([{ enrolmentId, answer: 'accept' }]);
  const undo = (id: string, { agent } = clerk) => agent.post(`${url}/decisions/${id}/undo`);
  const list = async (state = 'pending', { agent } = clerk) =>
    (await agent.get(`${url}?state=${state}`).expect(200)).body;
  const stateOf = async (id: string) => {
    const { children } = (await parent.agent.get('/api/family/enrolments').expect(200)).body;
    return children[0].items.find((one: { id: string }) => one.id === id)?.state;
  };
  const after = (seconds: number) => {
    testApp.clock.set((usualTestInstant + seconds * 1_000) as Instant);
  };
  /** Households told so far, as the worker would. */
  const told = async () => {
    await decisionsSweep.sweep(worker.services, town.organisation.id);
    const rows = await transaction(testApp.database, town.organisation.id, (tx) =>
      tx.ask(answered, [town.organisation.id]),
    );
    return rows.map(({ payload }) => payload);
  };

  test('wait from the oldest, with who asks and what stands in the way', async () => {
    const first = await asked();
    after(60);
    const second = await asked('restauration');
    const { items, next, counts } = await list();
    expect(items.map(({ id }: { id: string }) => id)).toEqual([first, second]);
    expect({ next, counts }).toEqual({ next: null, counts: { pending: 2, overdue: 0 } });
    expect(items[0]).toEqual({
      id: first,
      household: { id: parent.household.id, name: 'Aubry' },
      child: {
        id: parent.household.children[0]?.id,
        firstName: 'Lina',
        lastName: 'Aubry',
        schoolClass: 'CE1',
        age: 7,
      },
      activity: { id: activityId('periscolaire'), code: 'periscolaire', label: 'Périscolaire' },
      facility: { id: town.facility.id, name: 'École de la Source' },
      schoolYear: '2026-2027',
      state: 'requested',
      ageGroup: 'elementaire',
      ageGroups: [{ code: 'elementaire', label: 'Élémentaire' }],
      note: 'Le mardi',
      requestedAt: '2026-11-16T08:00:00.000Z',
      answerDueAt: '2026-11-18T08:00:00.000Z',
      decidedAt: null,
      decidedBy: null,
      reason: null,
      answers: ['accept', 'refuse', 'incomplete', 'wait'],
      why: [],
      householdStatus: { fileComplete: true, missingDocuments: [] },
    });
    after(48 * 3600);
    clerk = await signInStaff(testApp, town.organisation, 'office');
    expect((await list()).counts).toEqual({ pending: 2, overdue: 1 });
  });

  test('are read a page at a time', async () => {
    const children = Array.from({ length: 18 }, () => newChild());
    const household = newHousehold({ children });
    const many = await signInGuardian(testApp, town.organisation, household);
    for (const child of children) {
      await many.agent
        .post('/api/family/enrolments')
        .send({
          childId: child.id,
          activityIds: [...town.facility.activities.values()],
          schoolYear: '2026-2027',
          note: '',
        })
        .expect(200);
    }
    const first = await list();
    const last = (await clerk.agent.get(`${url}?after=${first.next}`).expect(200)).body;
    const ids = [...first.items, ...last.items].map(({ id }: { id: string }) => id);
    expect(first.items).toHaveLength(50);
    expect(new Set(ids).size).toBe(first.counts.pending);
    expect(ids).toHaveLength(first.counts.pending);
    expect(last.next).toBeNull();
  });

  test('are accepted, and the family is told once it is final', async () => {
    const id = await asked();
    const { body } = await accept(id).expect(200);
    expect(body).toMatchObject({
      decisionId: expect.any(String),
      finalAt: '2026-11-16T08:00:30.000Z',
      results: [{ enrolmentId: id, result: 'accepted', state: 'accepted', code: null }],
    });
    expect(await stateOf(id)).toBe('accepted');
    expect(await told()).toEqual([]);
    after(30);
    expect(await told()).toEqual([{ householdId: parent.household.id, enrolmentIds: [id] }]);
    expect(await told()).toHaveLength(1);
    expect((await list()).items).toEqual([]);
    expect((await list('answered')).items).toMatchObject([
      { id, state: 'accepted', decidedAt: '2026-11-16T08:00:00.000Z', answers: [] },
    ]);
  });

  test('are refused, sent back or put on the list, each in its words', async () => {
    const [refused, incomplete, waiting] = [
      await asked(),
      await asked('restauration'),
      await asked('mercredi'),
    ];
    const both = [
      { enrolmentId: refused, answer: 'refuse' },
      { enrolmentId: incomplete, answer: 'incomplete' },
    ];
    expect((await answer(both).expect(422)).body.errors).toMatchObject([
      { pointer: '/body/because' },
    ]);
    await answer(both, 'Dossier à revoir').expect(200);
    await answer([{ enrolmentId: waiting, answer: 'wait' }]).expect(200);
    expect(await stateOf(refused)).toBe('refused');
    expect(await stateOf(incomplete)).toBe('incomplete');
    expect(await stateOf(waiting)).toBe('waitlisted');
    const { items } = await list('answered');
    expect(
      items.map(({ id, reason, answers }: Record<string, unknown>) => [id, reason, answers]),
    ).toEqual(
      expect.arrayContaining([
        [refused, 'Dossier à revoir', []],
        [incomplete, 'Dossier à revoir', ['accept', 'refuse', 'wait']],
        [waiting, null, ['accept', 'refuse', 'incomplete']],
      ]),
    );
    // Completed, it waits again; on the list, it may still be accepted.
    expect(await asked('restauration')).toBe(incomplete);
    expect(await stateOf(incomplete)).toBe('requested');
    await accept(waiting).expect(200);
    expect(await stateOf(waiting)).toBe('accepted');
  });

  test('answered by two clerks at once have one answer, the other is told', async () => {
    const id = await asked();
    const colleague = await signInStaff(testApp, town.organisation, 'office');
    const answers = await Promise.all([
      accept(id),
      answer([{ enrolmentId: id, answer: 'refuse' }], 'Complet', colleague),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const results = answers.map(({ body }) => body.results[0]);
    const won = results.filter(({ result }) => result !== 'notDone');
    const lost = results.filter(({ result }) => result === 'notDone');
    expect(won).toHaveLength(1);
    expect(lost).toMatchObject([{ code: 'not-pending', state: won[0].state }]);
    expect(await stateOf(id)).toBe(won[0].state);
    expect(answers.filter(({ body }) => body.decisionId === null)).toHaveLength(1);
  });

  test('accepted and taken back by the family at once have one outcome', async () => {
    const id = await asked();
    const [answering, withdrawing] = await Promise.all([
      accept(id),
      parent.agent.post(`/api/family/enrolments/${id}/withdraw`),
    ]);
    const state = await stateOf(id);
    const { result } = answering.body.results[0];
    expect([state, result, withdrawing.status]).toEqual(
      state === 'accepted' ? ['accepted', 'accepted', 409] : ['ended', 'notDone', 204],
    );
  });

  test('repeated with the same key are answered once', async () => {
    const id = await asked();
    const key = newId();
    const once = () => answer([{ enrolmentId: id, answer: 'accept' }], null, clerk, key);
    const [first, second] = await Promise.all([once(), once()]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body).toEqual(second.body);
    expect((await once().expect(200)).body).toEqual(first.body);
    expect((await answer([{ enrolmentId: id, answer: 'wait' }], null, clerk, key)).status).toBe(
      422,
    );
  });

  test('are accepted in a group the activity welcomes', async () => {
    const id = await asked();
    const maternelle = [{ enrolmentId: id, answer: 'accept', ageGroup: 'maternelle' }];
    expect((await answer(maternelle).expect(200)).body.results).toMatchObject([
      { result: 'notDone', code: 'age-group-not-welcome', state: 'requested' },
    ]);
    const elementaire = [{ enrolmentId: id, answer: 'accept', ageGroup: 'elementaire' }];
    expect((await answer(elementaire).expect(200)).body.results).toMatchObject([
      { result: 'accepted' },
    ]);
  });

  describe('an answer taken back', () => {
    test('leaves the request as it was, and nobody is told', async () => {
      const id = await asked();
      const { decisionId } = (
        await answer([{ enrolmentId: id, answer: 'refuse' }], 'Complet').expect(200)
      ).body;
      after(29);
      const { body } = await undo(decisionId).expect(200);
      expect(body.results).toEqual([
        { enrolmentId: id, result: 'takenBack', state: 'requested', code: null },
      ]);
      const { items } = await list();
      expect(items).toMatchObject([
        {
          id,
          answerDueAt: '2026-11-18T08:00:00.000Z',
          decidedAt: null,
          decidedBy: null,
          reason: null,
        },
      ]);
      after(60);
      expect(await told()).toEqual([]);
      expect((await undo(decisionId).expect(409)).body.code).toBe('decision-final');
    });

    test('is too late after thirty seconds', async () => {
      const id = await asked();
      const { decisionId } = (await accept(id).expect(200)).body;
      after(30);
      expect((await undo(decisionId).expect(409)).body.code).toBe('decision-final');
      expect(await stateOf(id)).toBe('accepted');
    });

    test('is its author’s own', async () => {
      const { decisionId } = (await accept(await asked()).expect(200)).body;
      const colleague = await signInStaff(testApp, town.organisation, 'office');
      expect((await undo(decisionId, colleague)).status).toBe(404);
      expect((await undo(newId())).status).toBe(404);
      expect((await undo(decisionId)).status).toBe(200);
    });

    test('leaves what the family did meanwhile, and tells it', async () => {
      const id = await asked();
      const { decisionId } = (
        await answer([{ enrolmentId: id, answer: 'incomplete' }], 'Il manque une page').expect(200)
      ).body;
      expect(await asked()).toBe(id);
      const { body } = await undo(decisionId).expect(200);
      expect(body.results).toMatchObject([{ result: 'notDone', state: 'requested' }]);
      expect(await told()).toEqual([{ householdId: parent.household.id, enrolmentIds: [id] }]);
    });

    test('leaves an acceptance upon which the family has booked', async () => {
      const id = await asked();
      const { decisionId } = (await accept(id).expect(200)).body;
      await bookEvening();
      const { body } = await undo(decisionId).expect(200);
      expect(body.results).toMatchObject([
        { result: 'notDone', state: 'accepted', code: 'booked-since' },
      ]);
      expect(await stateOf(id)).toBe('accepted');
    });
  });

  async function bookEvening(): Promise<void> {
    const { agent } = parent;
    const sessionId = await sessionOf(testApp, town, 'soir', '2026-12-01');
    const changes = [{ childId: parent.household.children[0]?.id, sessionId, action: 'add' }];
    const cart = await agent.put('/api/family/cart').send({ changes }).expect(200);
    await agent
      .post('/api/family/cart/confirm')
      .set('idempotency-key', newId())
      .send({ revision: cart.body.revision })
      .expect(200);
  }

  test('the office enrols a child itself: what the family asked for is answered by that', async () => {
    const id = await asked();
    await clerk.agent
      .post(`/api/staff/children/${parent.household.children[0]?.id}/enrolments`)
      .send({
        schoolYear: '2026-2027',
        ageGroup: 'elementaire',
        activityIds: [activityId('periscolaire'), activityId('vacances')],
      })
      .expect(204);
    expect(await stateOf(id)).toBe('accepted');
    expect(await told()).toEqual([{ householdId: parent.household.id, enrolmentIds: [id] }]);
    expect((await list('answered')).items).toMatchObject([{ id, decidedBy: 'Claire Aubry' }]);
  });

  test('know nothing of another organisation, and are for the office alone', async () => {
    const id = await asked();
    const elsewhere = await openTestTown(testApp);
    const stranger = await signInStaff(testApp, elsewhere.organisation, 'administrator');
    expect((await list('pending', stranger)).items).toEqual([]);
    const mine = [{ enrolmentId: id, answer: 'accept' }];
    expect((await answer(mine, null, stranger)).status).toBe(404);
    expect((await answer([...mine, { enrolmentId: newId(), answer: 'accept' }])).status).toBe(404);
    expect(await stateOf(id)).toBe('requested');
    const attendant = await signInStaff(testApp, town.organisation, 'attendant');
    await attendant.agent.get(url).expect(403);
    expect((await answer(mine, null, attendant)).status).toBe(403);
  });

  test('documents the règlement asks for are told to who decides on them', async () => {
    const { body } = await clerk.agent.get('/api/staff/document-rules').expect(200);
    expect(body.items).toEqual([
      {
        code: 'dispense-medicale',
        label: 'Assurance',
        about: 'child',
        blocks: ['enrolment'],
        validMonths: 12,
        expiresOn: '2027-11-16',
      },
    ]);
  });
});
