import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous } from '../../platform/auth/actor.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createTestOrganisation,
  signInGuardian,
  signInStaff,
  testPassword,
} from '../../testing/test-people.ts';

describe('a session', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  const signedInCookie = async (slug: string, email: string) => {
    const response = await testApp.anonymous
      .post('/api/family/sign-in')
      .send({ organisation: slug, email, password: testPassword });
    return response.headers['set-cookie']?.[0] ?? '';
  };

  test('travels in a cookie that scripts cannot read and other sites do not send', async () => {
    const organisation = await createTestOrganisation(testApp);
    const { email } = await signInGuardian(testApp, organisation);
    const cookie = await signedInCookie(organisation.slug, email);
    expect(cookie).toMatch(/^preau-family=/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
  });

  test('is of one organisation: the same address in another is somebody else', async () => {
    const organisation = await createTestOrganisation(testApp);
    const elsewhere = await createTestOrganisation(testApp);
    const { agent, email } = await signInGuardian(testApp, organisation);
    const refused = await testApp.anonymous
      .post('/api/family/sign-in')
      .send({ organisation: elsewhere.slug, email, password: testPassword });
    expect(refused.body.code).toBe('wrong-credentials');
    const me = await agent.get('/api/family/me');
    expect(me.body.organisation.slug).toBe(organisation.slug);
  });

  test('whose token names another organisation, household or account is refused', async () => {
    const organisation = await createTestOrganisation(testApp);
    const elsewhere = await createTestOrganisation(testApp);
    const { email, household } = await signInGuardian(testApp, organisation);
    const other = await signInGuardian(testApp, elsewhere);
    const cookie = await signedInCookie(organisation.slug, email);
    const { payload } = testApp.app.jwt.decode<{ payload: Record<string, unknown> }>(
      cookie.split(';')[0]?.split('=')[1] ?? '',
      { complete: true },
    ) ?? { payload: {} };
    // Signed by the server itself: even so, the session row must agree with every claim.
    const ask = (changes: object) =>
      testApp.anonymous
        .get('/api/family/me')
        .set('cookie', `preau-family=${testApp.app.jwt.sign({ ...payload, ...changes } as never)}`);
    expect((await ask({})).status).toBe(200);
    expect(payload['hid']).toBe(household.id);
    expect((await ask({ org: elsewhere.id })).status).toBe(401);
    expect((await ask({ hid: other.household.id })).status).toBe(401);
    expect((await ask({ sub: other.accountId })).status).toBe(401);
  });

  test('of a parent is none on the staff pages, even when its cookie is renamed', async () => {
    const organisation = await createTestOrganisation(testApp);
    const { email } = await signInGuardian(testApp, organisation);
    const token = (await signedInCookie(organisation.slug, email)).split(';')[0]?.split('=')[1];
    const response = await testApp.anonymous
      .get('/api/staff/me')
      .set('cookie', `preau-staff=${token}`);
    expect(response.status).toBe(401);
  });

  test('of the staff ends after thirty minutes without use, of a parent after thirty days', async () => {
    const organisation = await createTestOrganisation(testApp);
    const parent = await signInGuardian(testApp, organisation);
    const agent = await signInStaff(testApp, organisation);
    const from = testApp.clock.now();
    const minutes = (count: number) => testApp.clock.set((from + count * 60_000) as typeof from);
    minutes(29);
    expect((await agent.agent.get('/api/staff/me')).status).toBe(200);
    minutes(29 + 29);
    expect((await agent.agent.get('/api/staff/me')).status).toBe(200);
    minutes(29 + 29 + 30);
    expect((await agent.agent.get('/api/staff/me')).status).toBe(401);
    expect((await parent.agent.get('/api/family/me')).status).toBe(200);
    minutes(29 + 29 + 30 + 30 * 24 * 60);
    expect((await parent.agent.get('/api/family/me')).status).toBe(401);
    testApp.clock.set(from);
  });

  test('does nothing for a page of another site', async () => {
    const organisation = await createTestOrganisation(testApp);
    const { agent } = await signInGuardian(testApp, organisation);
    const change = { current: testPassword, next: 'deux bancs sous le préau' };
    const ask = (headers: Record<string, string>) =>
      agent.post('/api/family/password').set(headers).send(change);
    const foreigners: Record<string, string>[] = [
      { origin: 'https://ailleurs.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const foreign of foreigners) {
      const response = await ask(foreign);
      expect([response.status, response.body.code]).toEqual([403, 'cross-origin']);
    }
    expect((await ask({ origin: 'http://preau.test' })).status).toBe(204);
  });
});

describe('a route', () => {
  const startWith = async (mount: (app: FastifyInstance) => void) => {
    const started = await createTestApp({ mount: async (app) => mount(app) });
    await started.close();
  };
  const answer = async () => null;

  test('that does not say who may call it stops the server from starting', async () => {
    await expect(startWith((app) => app.get('/dev/undeclared', answer))).rejects.toThrow(
      'GET /dev/undeclared declares no access policy',
    );
  });

  test('that writes and does not say what it records stops the server from starting', async () => {
    const config = { access: anonymous };
    await expect(
      startWith((app) => app.post('/dev/undeclared', { config }, answer)),
    ).rejects.toThrow('POST /dev/undeclared writes and declares no audit event');
  });

  test('that says both does not', async () => {
    const config = { access: anonymous, audit: { none: 'a test' } };
    await expect(
      startWith((app) => app.post('/dev/declared', { config }, answer)),
    ).resolves.toBeUndefined();
  });
});
