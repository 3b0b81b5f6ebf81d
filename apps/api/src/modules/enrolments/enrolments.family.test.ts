import { fromIso } from '@preau/domain/time/instant';
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
import { openTestTown, signInSeparated, type TestTown } from '../bookings/bookings.factory.ts';
import { writeDocument } from '../documents/documents.factory.ts';
import { newChild, newHousehold } from '../households/households.factory.ts';
import { createPostgresFileStore } from '../../platform/storage/postgres-file-store.ts';
import { askedOnline, insurance, townOfRequests } from './enrolments.factory.ts';

const url = '/api/family/enrolments';
const events = statement<{ type: string; payload: Record<string, unknown> }>(
  'test.enrolment-events',
  "select type, payload from event where organisation_id = $1 and type like 'enrolment.%' order by id",
);

describe('enrolments asked for by parents', () => {
  let testApp: TestApp;
  let town: TestTown;
  let parent: SignedInGuardian;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(async () => {
    testApp.clock.set(usualTestInstant);
    await openTown();
  });

  async function openTown(change: Parameters<typeof townOfRequests>[0] = {}, online = true) {
    const document = townOfRequests(change);
    const settings = { features: { enrolments: online } };
    town = await openTestTown(testApp, { document, settings });
    parent = await signInGuardian(testApp, town.organisation);
  }
  const activityId = (code = 'periscolaire') => town.facility.activities.get(code) ?? '';
  const childOf = ({ household }: SignedInGuardian = parent) => household.children[0]?.id ?? '';
  const ask = (change: object = {}, { agent }: SignedIn = parent) =>
    agent.post(url).send({
      childId: childOf(),
      activityIds: [activityId()],
      schoolYear: '2026-2027',
      note: '',
      ...change,
    });
  const list = async ({ agent }: SignedIn = parent, query = '') =>
    (await agent.get(`${url}${query}`).expect(200)).body;
  const asked = async (change: object = {}): Promise<string> =>
    (await ask(change).expect(200)).body.results[0].enrolmentId;
  const withdraw = (id: string, { agent }: SignedIn = parent) =>
    agent.post(`${url}/${id}/withdraw`);
  const told = () =>
    transaction(testApp.database, town.organisation.id, (tx) =>
      tx.ask(events, [town.organisation.id]),
    );
  /** A document the household sent, and what became of it. */
  const give = (kind: string, decision: Parameters<typeof writeDocument>[2]['decision'] = null) =>
    transaction(testApp.database, town.organisation.id, async (tx) => {
      writeDocument(tx, createPostgresFileStore(testApp.database), {
        householdId: parent.household.id,
        childId: childOf(),
        kind,
        note: '',
        sentBy: parent.accountId,
        sentAt: usualTestInstant,
        files: [],
        decision,
      });
    });

  test('are what could be asked for, until it is', async () => {
    const before = await list();
    expect(before).toMatchObject({
      schoolYears: ['2026-2027', '2027-2028'],
      schoolYear: '2026-2027',
    });
    const [child] = before.children;
    expect(child.items).toEqual([]);
    const available = (code: string) =>
      child.available.find((one: { activity: { code: string } }) => one.activity.code === code);
    expect(available('periscolaire')).toMatchObject({
      activityId: activityId(),
      activity: { code: 'periscolaire', label: 'Périscolaire' },
      facility: 'École de la Source',
      verdict: {
        outcome: 'pending',
        dueAt: '2026-11-18T08:00:00.000Z',
        reasons: [{ code: 'toBeAnswered' }],
      },
      documents: [],
    });
    expect(available('vacances').verdict).toMatchObject({
      outcome: 'neverOnline',
      reasons: [{ code: 'enrolmentByStaff' }],
    });

    const id = await asked({ note: 'Deux soirs par semaine' });
    const [after] = (await list()).children;
    expect(after.items).toMatchObject([
      {
        id,
        state: 'requested',
        own: true,
        withdrawn: false,
        actions: ['withdraw'],
        note: 'Deux soirs par semaine',
        ageGroup: 'elementaire',
        requestedAt: '2026-11-16T08:00:00.000Z',
        answerDueAt: '2026-11-18T08:00:00.000Z',
        decidedAt: null,
        reason: null,
      },
    ]);
    const codes = after.available.map((one: { activity: { code: string } }) => one.activity.code);
    expect(codes).not.toContain('periscolaire');
    expect(codes).toContain('restauration');
  });

  test('are asked for several at once: what is not possible is told, the rest is asked', async () => {
    const activityIds = [activityId(), activityId('vacances'), activityId('restauration')];
    const { results } = (await ask({ activityIds }).expect(200)).body;
    const byActivity = new Map(
      results.map((one: { activityId: string; result: string }) => [one.activityId, one]),
    );
    expect(byActivity.get(activityId())).toMatchObject({ result: 'requested' });
    expect(byActivity.get(activityId('restauration'))).toMatchObject({ result: 'requested' });
    expect(byActivity.get(activityId('vacances'))).toMatchObject({
      result: 'notDone',
      enrolmentId: null,
      reasons: [{ code: 'enrolmentByStaff' }],
    });
    const [event, ...others] = await told();
    expect(event).toMatchObject({
      type: 'enrolment.requested',
      payload: { householdId: parent.household.id },
    });
    expect(event?.payload['enrolmentIds']).toHaveLength(2);
    expect(others).toEqual([]);
  });

  test('asked for twice are asked for once, also at the same moment', async () => {
    const both = await Promise.all([ask(), ask()]);
    const ids = both.map(({ status, body }) => [status, body.results[0].enrolmentId]);
    expect(ids).toEqual([
      [200, ids[0]?.[1]],
      [200, ids[0]?.[1]],
    ]);
    expect(ids[0]?.[1]).toEqual(expect.any(String));
    expect(await told()).toHaveLength(1);
  });

  test('are taken back until they are answered, once however often', async () => {
    const id = await asked();
    await withdraw(id).expect(204);
    await withdraw(id).expect(204);
    const [child] = (await list()).children;
    expect(child.items).toMatchObject([{ id, state: 'ended', withdrawn: true, actions: ['ask'] }]);
    expect(await asked()).toBe(id);
    const [again] = (await list()).children;
    expect(again.items).toMatchObject([{ state: 'requested', withdrawn: false, decidedAt: null }]);
  });

  test('answered meanwhile are no longer taken back', async () => {
    const id = await asked();
    const clerk = await signInStaff(testApp, town.organisation, 'office');
    await clerk.agent
      .post('/api/staff/enrolment-requests/decisions')
      .set('idempotency-key', newId())
      .send({ answers: [{ enrolmentId: id, answer: 'accept', ageGroup: null }], because: null })
      .expect(200);
    const { body } = await withdraw(id).expect(409);
    expect(body.code).toBe('already-decided');
  });

  test('wait for the documents that block them', async () => {
    await openTown({ documents: [insurance] });
    const [before] = (await list()).children;
    const first = before.available.find(
      (one: { activityId: string }) => one.activityId === activityId(),
    );
    expect(first).toMatchObject({
      verdict: { outcome: 'refused', reasons: [{ code: 'documentsMissing' }] },
      documents: [{ code: 'dispense-medicale', label: 'Assurance', missing: true }],
    });
    const { results } = (await ask().expect(200)).body;
    expect(results).toMatchObject([{ result: 'notDone', enrolmentId: null }]);
    await give('dispense-medicale');
    expect(await asked()).toEqual(expect.any(String));
  });

  test('for the next school year open on their day', async () => {
    const next = { schoolYear: '2027-2028' };
    const { results } = (await ask(next).expect(200)).body;
    expect(results).toMatchObject([
      { result: 'notDone', reasons: [{ code: 'enrolmentOpensAt', schoolYear: '2027-2028' }] },
    ]);
    testApp.clock.set(fromIso('2027-06-01T00:00:00+02:00'));
    parent = await signInGuardian(testApp, town.organisation);
    expect(await asked({ ...next, childId: childOf() })).toEqual(expect.any(String));
    const { children } = await list(parent, '?schoolYear=2027-2028');
    expect(children[0].items).toMatchObject([{ schoolYear: '2027-2028', state: 'requested' }]);
    expect((await list()).children[0].items).toEqual([]);
  });

  test('are read but not asked for where the organisation does without', async () => {
    await openTown({}, false);
    expect((await list()).children).toHaveLength(1);
    expect((await ask().expect(409)).body.code).toBe('enrolments-off');
  });

  test('know neither children nor activities of somebody else', async () => {
    const other = await signInGuardian(testApp, town.organisation);
    expect((await ask({ childId: childOf(other) })).status).toBe(404);
    expect((await ask({ activityIds: [newId()] })).status).toBe(404);
    const id = await asked();
    expect((await withdraw(id, other)).status).toBe(404);
    expect((await withdraw(newId())).status).toBe(404);
  });

  test('of separated parents are known to both, and each one’s own', async () => {
    const early = { ...askedOnline, nextYearFrom: '10-01' };
    const { activities } = townOfRequests();
    await openTown({ activities: activities.map((one) => ({ ...one, enrolment: early })) });
    const [one, other] = await signInSeparated(testApp, town, newChild());
    const next = '?schoolYear=2027-2028';
    const [child] = (await list(one, next)).children;
    const wanted = { childId: child.id, schoolYear: '2027-2028', note: 'Chez moi le mardi' };
    const { results } = (await ask(wanted, one).expect(200)).body;
    const id = results[0].enrolmentId;

    expect((await list(other, next)).children[0].items).toMatchObject([
      { id, state: 'requested', own: false, actions: [], note: '', reason: null },
    ]);
    expect((await ask(wanted, other).expect(200)).body.results).toMatchObject([
      { result: 'notDone', enrolmentId: null, reasons: [{ code: 'enrolmentKnown' }] },
    ]);
    await withdraw(id, other).expect(404);

    // Refused to one, it may be asked for by the other, whose request it is then.
    const clerk = await signInStaff(testApp, town.organisation, 'office');
    const answers = [{ enrolmentId: id, answer: 'refuse', ageGroup: null }];
    await clerk.agent
      .post('/api/staff/enrolment-requests/decisions')
      .set('idempotency-key', newId())
      .send({ answers, because: 'Jugement du 3 mai' })
      .expect(200);
    expect((await list(other, next)).children[0].items).toMatchObject([
      { state: 'refused', reason: null, actions: ['ask'] },
    ]);
    expect((await list(one, next)).children[0].items).toMatchObject([
      { state: 'refused', reason: 'Jugement du 3 mai' },
    ]);
    expect((await ask(wanted, other).expect(200)).body.results).toMatchObject([
      { result: 'requested', enrolmentId: id },
    ]);
    await withdraw(id, one).expect(404);
  });

  test('are of nobody where a household has no children', async () => {
    const empty = await signInGuardian(testApp, town.organisation, newHousehold({ children: [] }));
    expect((await list(empty)).children).toEqual([]);
  });

  describe('what is expected of the household', () => {
    const expected = async () =>
      (await parent.agent.get('/api/family/documents/expected').expect(200)).body.items;
    const decided = (state: 'accepted' | 'refused', reason: string | null = null) => ({
      state,
      reason,
      by: parent.accountId,
      at: usualTestInstant,
    });

    beforeEach(() => openTown({ documents: [{ ...insurance, blocks: [] }] }));

    test('is nothing until a child is asked for, then its document, as it goes on', async () => {
      expect(await expected()).toEqual([]);
      await ask().expect(200);
      expect(await expected()).toEqual([
        {
          code: 'dispense-medicale',
          label: 'Assurance',
          about: 'child',
          child: { id: childOf(), firstName: 'Lina' },
          state: 'expected',
          reason: null,
          expiresOn: null,
          blocks: [],
          blocking: false,
          activities: ['Périscolaire'],
        },
      ]);
      await give('dispense-medicale', decided('refused', 'Illisible'));
      expect(await expected()).toMatchObject([{ state: 'refused', reason: 'Illisible' }]);
      await give('dispense-medicale');
      expect(await expected()).toMatchObject([{ state: 'sent', reason: null }]);
      await give('dispense-medicale', decided('accepted'));
      expect(await expected()).toMatchObject([{ state: 'accepted' }]);
    });

    test('says what it still blocks', async () => {
      await openTown({ documents: [{ ...insurance, blocks: ['booking'] }] });
      await ask().expect(200);
      expect(await expected()).toMatchObject([{ blocks: ['booking'], blocking: true }]);
      await give('dispense-medicale');
      expect(await expected()).toMatchObject([{ blocks: ['booking'], blocking: false }]);
    });

    test('ends with what was asked for', async () => {
      const id = await asked();
      expect(await expected()).toHaveLength(1);
      await withdraw(id).expect(204);
      expect(await expected()).toEqual([]);
    });
  });
});
