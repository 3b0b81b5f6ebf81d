import type { Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MailRefusedError } from '../../platform/mail/transport.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import {
  createTestHouseholds,
  createTestOrganisation,
  type SignedIn,
  signInGuardian,
  signInStaff,
  type TestOrganisation,
} from '../../testing/test-people.ts';
import { createTestWorker, type TestWorker, tokenIn } from '../../testing/test-worker.ts';
import { newGuardian, newHousehold } from './households.factory.ts';
import type { NewHousehold } from './households.public.ts';

const day = 24 * 3_600_000;

describe('inviting guardians', () => {
  let testApp: TestApp;
  let worker: TestWorker;
  let organisation: TestOrganisation;
  let office: SignedIn;
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
    organisation = await createTestOrganisation(testApp);
    office = await signInStaff(testApp, organisation, 'office');
  });

  const write = (...households: NewHousehold[]) =>
    createTestHouseholds(testApp, organisation, ...households);
  const firstOf = ({ guardians: [guardian] }: NewHousehold) => {
    if (!guardian) throw new Error('A household has a guardian');
    return guardian;
  };
  const inviteOne = (household: NewHousehold) =>
    office.agent.post(`/api/staff/guardians/${firstOf(household).id}/invitation`);
  const invite = (body: object) => office.agent.post('/api/staff/invitations').send(body);
  const accessOf = async (household: NewHousehold) => {
    const { body } = await office.agent.get(`/api/staff/households/${household.id}`).expect(200);
    return body.guardians[0];
  };
  const mailsTo = (household: NewHousehold) =>
    worker.sent.filter(({ to }) => to === firstOf(household).email);

  test('is refused while the file is incomplete, and possible once it is ticked', async () => {
    const household = newHousehold({ fileCompletedAt: null });
    await write(household);
    const refused = await inviteOne(household).expect(409);
    expect(refused.body.code).toBe('file-incomplete');
    const tick = (file: string) =>
      office.agent.post(`/api/staff/households/${household.id}/file-completed`).send({ file });
    await tick('complete').expect(204);
    const read = () => office.agent.get(`/api/staff/households/${household.id}`);
    expect((await read()).body.file).toEqual({
      completedAt: '2026-11-16T08:00:00.000Z',
      completedBy: 'Claire Aubry',
    });
    await inviteOne(household).expect(202);
    await tick('incomplete').expect(204);
    expect((await read()).body.file).toBeNull();
    expect((await inviteOne(household)).body.code).toBe('file-incomplete');
  });

  test('tells the state of each access: never, invited, expired, refused, active', async () => {
    const household = newHousehold();
    await write(household);
    expect(await accessOf(household)).toMatchObject({ access: 'none', invitedAt: null });
    await inviteOne(household).expect(202);
    await worker.flush();
    expect(await accessOf(household)).toMatchObject({
      access: 'invited',
      invitedAt: '2026-11-16T08:00:00.000Z',
      linkExpiresAt: '2026-11-23T08:00:00.000Z',
    });
    testApp.clock.set((usualTestInstant + 7 * day) as Instant);
    office = await signInStaff(testApp, organisation, 'office');
    expect(await accessOf(household)).toMatchObject({ access: 'expired' });
    worker.failNext(new MailRefusedError('550'));
    await inviteOne(household).expect(202);
    await worker.flush();
    expect(await accessOf(household)).toMatchObject({ access: 'bounced' });
    testApp.clock.set((testApp.clock.now() + 60_000) as Instant);
    await inviteOne(household).expect(202);
    await worker.flush();
    expect(await accessOf(household)).toMatchObject({ access: 'invited' });
    const token = tokenIn(worker.lastMailTo(firstOf(household).email));
    const body = {
      organisation: organisation.slug,
      token,
      password: 'trois tilleuls au printemps',
    };
    await testApp.anonymous.post('/api/family/activation').send(body).expect(204);
    expect(await accessOf(household)).toMatchObject({ access: 'active' });
    expect((await inviteOne(household).expect(409)).body.code).toBe('account-active');
  });

  test('many at once tells what became of each', async () => {
    const [ready, again, incomplete] = [
      newHousehold(),
      newHousehold(),
      newHousehold({ fileCompletedAt: null }),
    ];
    await write(ready, again, incomplete);
    await inviteOne(again).expect(202);
    await worker.flush();
    const active = await signInGuardian(testApp, organisation);
    const ids = [ready, again, incomplete, active.household].map((one) => firstOf(one).id);
    const { body } = await invite({ guardianIds: ids }).expect(200);
    expect(body).toMatchObject({ invited: 2, linked: 0, remaining: 0 });
    expect(body.refused).toHaveLength(2);
    expect(body.refused).toContainEqual({
      guardianId: firstOf(incomplete).id,
      code: 'file-incomplete',
    });
    expect(body.refused).toContainEqual({
      guardianId: firstOf(active.household).id,
      code: 'account-active',
    });
    await worker.flush();
    expect(mailsTo(ready)).toHaveLength(1);
    expect(mailsTo(again)).toHaveLength(2);
    const [first, second] = mailsTo(again).map((mail) => tokenIn(mail));
    const check = (token: string | undefined) =>
      testApp.anonymous
        .post('/api/family/activation/check')
        .send({ organisation: organisation.slug, token });
    expect((await check(first)).body.code).toBe('link-expired');
    await check(second).expect(200);
  });

  test('with one unknown among them invites nobody', async () => {
    const household = newHousehold();
    await write(household);
    const elsewhere = await createTestOrganisation(testApp);
    const foreign = newHousehold();
    await createTestHouseholds(testApp, elsewhere, foreign);
    const guardianIds = [firstOf(household).id, firstOf(foreign).id];
    await invite({ guardianIds }).expect(404);
    expect(await accessOf(household)).toMatchObject({ access: 'none' });
  });

  test('all who never were goes by batches, until nobody is left', async () => {
    const crowd = Array.from({ length: 620 }, () => newHousehold({ children: [] }));
    await write(...crowd, newHousehold({ fileCompletedAt: null }));
    const first = await invite({ all: true }).expect(200);
    expect(first.body).toEqual({ invited: 500, linked: 0, refused: [], remaining: 120 });
    const second = await invite({ all: true }).expect(200);
    expect(second.body).toEqual({ invited: 120, linked: 0, refused: [], remaining: 0 });
    const third = await invite({ all: true }).expect(200);
    expect(third.body).toEqual({ invited: 0, linked: 0, refused: [], remaining: 0 });
    const { body } = await office.agent.get('/api/staff/households/counts');
    expect(body).toMatchObject({ all: 621, invitable: 0, neverInvited: 1 });
  });

  test('by two clerks at once sends each person one link', async () => {
    const crowd = Array.from({ length: 40 }, () => newHousehold({ children: [] }));
    await write(...crowd);
    const answers = await Promise.all([invite({ all: true }), invite({ all: true })]);
    const invited = answers.map(({ body }) => body.invited);
    expect(invited.toSorted((a, b) => a - b)).toEqual([0, 40]);
    await worker.flush();
    expect(crowd.every((one) => mailsTo(one).length === 1)).toBe(true);
  });

  const invitable = async (): Promise<number> =>
    (await office.agent.get('/api/staff/households/counts').expect(200)).body.invitable;

  test('somebody who already signs in for another household opens this one without a link', async () => {
    const active = await signInGuardian(testApp, organisation);
    const { email } = active;
    const second = newHousehold({ guardians: [newGuardian({ email })] });
    await write(second);
    const { body } = await invite({ guardianIds: [firstOf(second).id] }).expect(200);
    expect(body).toMatchObject({ invited: 0, linked: 1 });
    await worker.flush();
    expect(mailsTo(second)).toHaveLength(0);
  });

  test('of two guardians with one address invites the first alone', async () => {
    const email = 'famille@example.org';
    const [one, other] = [newGuardian({ email }), newGuardian({ email: 'Famille@example.org' })];
    await write(newHousehold({ guardians: [one, other] }));
    // Only one of them is promised an invitation, and nobody once it has left.
    expect(await invitable()).toBe(1);
    const { body } = await invite({ guardianIds: [one.id, other.id] }).expect(200);
    expect(await invitable()).toBe(0);
    expect(body).toMatchObject({
      invited: 1,
      refused: [{ guardianId: other.id, code: 'email-twice' }],
    });
  });
});
