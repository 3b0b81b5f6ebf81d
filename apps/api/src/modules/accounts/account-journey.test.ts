import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createTestHouseholds,
  createTestOrganisation,
  signInAgent,
  signInGuardian,
  signInStaff,
  testPassword,
} from '../../testing/test-people.ts';
import { createTestWorker, type TestWorker, tokenIn } from '../../testing/test-worker.ts';
import { newGuardian, newHousehold } from '../households/households.factory.ts';

const firstPassword = 'trois tilleuls au printemps';
const secondPassword = 'deux bancs sous le préau';

describe('a parent and their access', () => {
  let testApp: TestApp;
  let worker: TestWorker;
  beforeAll(async () => {
    testApp = await createTestApp();
    worker = createTestWorker(testApp);
  });
  afterAll(async () => {
    await worker.close();
    await testApp.close();
  });

  test('is invited, chooses a password, changes it, forgets it and chooses another', async () => {
    const organisation = await createTestOrganisation(testApp);
    const { slug } = organisation;
    const guardian = newGuardian({ firstName: 'Claire', email: 'Claire.Aubry@Example.org' });
    const household = newHousehold({ guardians: [guardian] });
    await createTestHouseholds(testApp, organisation, household);
    const office = await signInStaff(testApp, organisation, 'office');

    // Invited by the office.
    await office.agent.post(`/api/staff/guardians/${guardian.id}/invitation`).expect(202);
    await worker.flush();
    const invitation = worker.lastMailTo('claire.aubry@example.org');
    expect(invitation.fromName).toBe(organisation.name);
    expect(invitation.text).toContain(`http://preau.test/o/${slug}/activation#`);

    // The page says whom the link is for, as often as it is opened.
    const token = tokenIn(invitation);
    for (let opened = 0; opened < 2; opened += 1) {
      const check = await testApp.anonymous
        .post('/api/family/activation/check')
        .send({ organisation: slug, token })
        .expect(200);
      expect(check.body).toEqual({
        email: 'claire.aubry@example.org',
        firstName: 'Claire',
        organisationName: organisation.name,
      });
    }

    // A weak password leaves the link unused; a good one signs in.
    const phone = supertest.agent(testApp.url);
    const activate = (password: string) =>
      phone.post('/api/family/activation').send({ organisation: slug, token, password });
    const weak = await activate('trop court').expect(422);
    expect(weak.body).toMatchObject({
      code: 'weak-password',
      params: { rule: 'too-short', minLength: 12 },
    });
    await activate(firstPassword).expect(204);
    const me = await phone.get('/api/family/me').expect(200);
    expect(me.body).toMatchObject({
      account: { email: 'claire.aubry@example.org', firstName: 'Claire' },
      household: { id: household.id },
    });

    // Changed from the phone: the computer is signed out at once, the owner is told.
    const computer = supertest.agent(testApp.url);
    const signIn = (password: string) =>
      computer
        .post('/api/family/sign-in')
        .send({ organisation: slug, email: 'claire.aubry@example.org', password });
    await signIn(firstPassword).expect(204);
    await computer.get('/api/family/me').expect(200);
    const wrong = await phone
      .post('/api/family/password')
      .send({ current: secondPassword, next: secondPassword })
      .expect(403);
    expect(wrong.body).toMatchObject({ code: 'wrong-password' });
    await phone
      .post('/api/family/password')
      .send({ current: firstPassword, next: secondPassword })
      .expect(204);
    await phone.get('/api/family/me').expect(200);
    await computer.get('/api/family/me').expect(401);
    await signIn(firstPassword).expect(401);
    await worker.flush();
    expect(worker.lastMailTo('claire.aubry@example.org').subject).toContain('a été changé');

    // Forgotten: a new one by e-mail, which ends every session.
    await testApp.anonymous
      .post('/api/family/password-reset')
      .send({ organisation: slug, email: 'CLAIRE.aubry@example.org' })
      .expect(202);
    await worker.flush();
    const reset = worker.lastMailTo('claire.aubry@example.org');
    expect(reset.text).toContain(`http://preau.test/o/${slug}/nouveau-mot-de-passe#`);
    await computer
      .post('/api/family/password-reset/confirm')
      .send({ organisation: slug, token: tokenIn(reset), password: firstPassword })
      .expect(204);
    await computer.get('/api/family/me').expect(200);
    await phone.get('/api/family/me').expect(401);
  });

  test('lists the sessions and ends one, which is refused at its next request', async () => {
    const organisation = await createTestOrganisation(testApp);
    const { agent: phone, email } = await signInGuardian(testApp, organisation);
    const computer = await signInAgent(testApp, organisation, 'family', email);
    const { body } = await computer.get('/api/family/sessions').expect(200);
    const other = body.sessions.find(({ current }: { current: boolean }) => !current);
    expect(body.sessions).toHaveLength(2);

    await computer.delete(`/api/family/sessions/${other.id}`).expect(204);
    await phone.get('/api/family/me').expect(401);
    await computer.get('/api/family/me').expect(200);
    await computer.delete(`/api/family/sessions/${other.id}`).expect(404);
  });

  test('cannot end the session of somebody else, which looks like a missing one', async () => {
    const organisation = await createTestOrganisation(testApp);
    const one = await signInGuardian(testApp, organisation);
    const other = await signInGuardian(testApp, organisation);
    const { body } = await other.agent.get('/api/family/sessions');
    const refused = await one.agent.delete(`/api/family/sessions/${body.sessions[0].id}`);
    expect(refused.status).toBe(404);
    expect((await other.agent.get('/api/family/me')).status).toBe(200);
  });

  test('signs out, twice without an error', async () => {
    const organisation = await createTestOrganisation(testApp);
    const { agent } = await signInGuardian(testApp, organisation);
    const { headers } = await agent.post('/api/family/sign-out').expect(204);
    expect(headers['set-cookie']?.[0]).toMatch(/^preau-family=;/);
    await agent.get('/api/family/me').expect(401);
    await agent.post('/api/family/sign-out').expect(204);
  });

  test('is signed out by the server, not only by the forgotten cookie', async () => {
    const organisation = await createTestOrganisation(testApp);
    const { email } = await signInGuardian(testApp, organisation);
    const response = await testApp.anonymous
      .post('/api/family/sign-in')
      .send({ organisation: organisation.slug, email, password: testPassword });
    const cookie = response.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    await testApp.anonymous.get('/api/family/me').set('cookie', cookie).expect(200);
    await testApp.anonymous.post('/api/family/sign-out').set('cookie', cookie).expect(204);
    const kept = await testApp.anonymous.get('/api/family/me').set('cookie', cookie);
    expect(kept.status).toBe(401);
  });

  test('leaves a trace in the audit that names nobody', async () => {
    const organisation = await createTestOrganisation(testApp);
    const { agent, email, accountId } = await signInGuardian(testApp, organisation);
    await testApp.anonymous
      .post('/api/family/sign-in')
      .send({ organisation: organisation.slug, email, password: 'pas le bon du tout' })
      .expect(401);
    await agent
      .post('/api/family/password')
      .send({ current: testPassword, next: secondPassword })
      .expect(204);
    await testApp.anonymous
      .post('/api/family/password-reset')
      .send({ organisation: organisation.slug, email })
      .expect(202);

    const { rows } = await auditOf(testApp, organisation.id);
    expect(rows.map(({ action }) => action)).toEqual([
      'account.signedIn',
      'account.signInFailed',
      'account.passwordChanged',
      'account.resetAsked',
    ]);
    expect(rows[1]).toMatchObject({ actor_kind: 'anonymous', object_id: accountId });
    expect(JSON.stringify(rows)).not.toContain(email);
  });
});

async function auditOf({ database }: TestApp, organisationId: string) {
  const client = await database.pool.connect();
  try {
    await client.query(`begin; set local app.organisation_id = '${organisationId}'`);
    return await client.query('select * from audit_event order by id');
  } finally {
    await client.query('rollback');
    client.release();
  }
}
