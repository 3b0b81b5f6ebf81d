import type { Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import {
  createTestHouseholds,
  createTestOrganisation,
  signInGuardian,
  signInStaff,
  type SignedIn,
  type TestOrganisation,
} from '../../testing/test-people.ts';
import { createTestWorker, type TestWorker, tokenIn } from '../../testing/test-worker.ts';
import { newGuardian, newHousehold } from '../households/households.factory.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const password = 'trois tilleuls au printemps';

describe('a link sent by e-mail', () => {
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

  const later = (milliseconds: number) =>
    testApp.clock.set((testApp.clock.now() + milliseconds) as Instant);
  const ask = (path: string, body: object) =>
    testApp.anonymous.post(`/api/family${path}`).send({ organisation: organisation.slug, ...body });
  const invite = async (guardian = newGuardian()) => {
    await createTestHouseholds(testApp, organisation, newHousehold({ guardians: [guardian] }));
    await office.agent.post(`/api/staff/guardians/${guardian.id}/invitation`).expect(202);
    await worker.flush();
    return { guardian, token: tokenIn(worker.lastMailTo(guardian.email)) };
  };

  test('that nobody ever received is unknown', async () => {
    const token = 'x'.repeat(43);
    expect((await ask('/activation/check', { token })).body.code).toBe('link-unknown');
    expect((await ask('/activation', { token, password })).status).toBe(404);
    expect((await ask('/password-reset/confirm', { token, password })).status).toBe(404);
  });

  test('of an invitation works until the last millisecond of its seventh day', async () => {
    const { token } = await invite();
    later(7 * day - 1);
    await ask('/activation/check', { token }).expect(200);
    later(1);
    const response = await ask('/activation', { token, password }).expect(410);
    expect(response.body.code).toBe('link-expired');
  });

  test('of a reset works for thirty minutes', async () => {
    const { email } = await signInGuardian(testApp, organisation);
    await ask('/password-reset', { email }).expect(202);
    await worker.flush();
    const token = tokenIn(worker.lastMailTo(email));
    later(30 * minute);
    expect((await ask('/password-reset/confirm', { token, password })).body.code).toBe(
      'link-expired',
    );
    later(-1);
    await ask('/password-reset/confirm', { token, password }).expect(204);
  });

  test('works once, even when it is sent twice at the same moment', async () => {
    const { token } = await invite();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => ask('/activation', { token, password })),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(3);
    expect((await ask('/activation/check', { token })).body.code).toBe('link-used');
  });

  test('of an invitation does not reset a password, nor the other way round', async () => {
    const { token } = await invite();
    expect((await ask('/password-reset/confirm', { token, password })).status).toBe(404);
    const { email } = await signInGuardian(testApp, organisation);
    await ask('/password-reset', { email });
    await worker.flush();
    const reset = tokenIn(worker.lastMailTo(email));
    expect((await ask('/activation', { token: reset, password })).status).toBe(404);
  });

  test('of a parent opens nothing on the staff pages, nor in another organisation', async () => {
    const { token } = await invite();
    const elsewhere = await createTestOrganisation(testApp);
    for (const [surface, { slug }] of [
      ['staff', organisation],
      ['family', elsewhere],
    ] as const) {
      const response = await testApp.anonymous
        .post(`/api/${surface}/activation/check`)
        .send({ organisation: slug, token });
      expect(response.body.code).toBe('link-unknown');
    }
  });

  test('stops working when the office sends another', async () => {
    const { guardian, token } = await invite();
    later(minute);
    await office.agent.post(`/api/staff/guardians/${guardian.id}/invitation`).expect(202);
    await worker.flush();
    expect((await ask('/activation/check', { token })).body.code).toBe('link-expired');
    await ask('/activation/check', { token: tokenIn(worker.lastMailTo(guardian.email)) }).expect(
      200,
    );
  });

  test('that has expired brings a new one to the address it was sent to', async () => {
    const { guardian, token } = await invite();
    later(60 * day);
    await ask('/activation/renew', { token }).expect(202);
    await worker.flush();
    const renewed = tokenIn(worker.lastMailTo(guardian.email));
    expect(renewed).not.toBe(token);
    await ask('/activation', { token: renewed, password }).expect(204);
  });

  test('brings no new one while it works, once it was used, or when nobody received it', async () => {
    const { token } = await invite();
    const sent = worker.sent.length;
    const working = await ask('/activation/renew', { token });
    const unknown = await ask('/activation/renew', { token: 'x'.repeat(43) });
    await ask('/activation', { token, password }).expect(204);
    later(60 * day);
    const used = await ask('/activation/renew', { token });
    await worker.flush();
    expect(worker.sent).toHaveLength(sent);
    for (const answer of [working, unknown, used]) {
      expect([answer.status, answer.text]).toEqual([202, working.text]);
    }
  });

  test('is kept nowhere in clear', async () => {
    const { token } = await invite();
    const client = await testApp.database.pool.connect();
    try {
      await client.query(`begin; set local app.organisation_id = '${organisation.id}'`);
      const { rows } = await client.query(
        'select to_jsonb(e)::text as kept from event e union all select to_jsonb(l)::text from account_link l',
      );
      expect(rows.length).toBeGreaterThan(1);
      expect(JSON.stringify(rows)).not.toContain(token);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('comes as an invitation to who forgot a password never chosen', async () => {
    const { guardian } = await invite();
    later(minute);
    await ask('/password-reset', { email: guardian.email }).expect(202);
    await worker.flush();
    const mail = worker.lastMailTo(guardian.email);
    expect(mail.text).toContain('/activation#');
    await ask('/activation', { token: tokenIn(mail), password }).expect(204);
  });
});
