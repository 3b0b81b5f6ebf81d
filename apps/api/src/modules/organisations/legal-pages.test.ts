import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createTestOrganisation,
  signInGuardian,
  signInStaff,
  type SignedIn,
  type TestOrganisation,
} from '../../testing/test-people.ts';

describe('legal pages', () => {
  let testApp: TestApp;
  let organisation: TestOrganisation;
  let administrator: SignedIn;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  /** An organisation of its own for each test, with who administers it. */
  const open = async () => {
    organisation = await createTestOrganisation(testApp, { townHallEmail: null });
    administrator = await signInStaff(testApp, organisation);
  };
  const page = (code: string, version?: number) =>
    testApp.anonymous.get(
      `/api/family/organisations/${organisation.slug}/pages/${code}${version ? `?version=${version}` : ''}`,
    );
  const publish = (code: string, version: number, body: string) =>
    administrator.agent.put(`/api/staff/legal-pages/${code}`).send({ version, body });

  test.each(['legalNotice', 'terms', 'privacy', 'accessibility'])(
    'a new organisation has its page %s, with its own contact, for anybody to read',
    async (code) => {
      await open();
      const { body } = await page(code).expect(200);
      expect(body).toMatchObject({ code, version: 1, publishedAt: '2026-11-16T08:00:00.000Z' });
      expect(body.html).toMatch(/@val-de-lure\.example/);
      expect(body.html).toMatch(/^<(h2|p)>/);
    },
  );

  test('a new version replaces the former one, which stays readable', async () => {
    await open();
    const { body: former } = await page('terms').expect(200);
    const { body } = await publish('terms', 1, '# Version deux\n\n<b>gras</b>').expect(200);
    expect(body).toMatchObject({ code: 'terms', version: 2 });
    expect((await page('terms').expect(200)).body).toMatchObject({
      version: 2,
      html: '<h2>Version deux</h2>\n<p>&lt;b&gt;gras&lt;/b&gt;</p>\n',
    });
    expect((await page('terms', 1).expect(200)).body).toEqual(former);
    await page('terms', 3).expect(404);
    const { body: all } = await administrator.agent.get('/api/staff/legal-pages').expect(200);
    expect(
      all.items.map(({ code, version }: { code: string; version: number }) => [code, version]),
    ).toEqual(
      expect.arrayContaining([
        ['terms', 2],
        ['privacy', 1],
      ]),
    );
  });

  test('of two people who publish at once, the second is told', async () => {
    await open();
    const answers = await Promise.all([publish('privacy', 1, 'a'), publish('privacy', 1, 'b')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('stale-page');
    expect((await page('privacy').expect(200)).body.version).toBe(2);
  });

  test('a page, a version or an organisation that does not exist is a missing one', async () => {
    await open();
    const nowhere = '/api/family/organisations/nulle-part/pages/terms';
    expect((await page('cookies')).status).toBe(422);
    expect((await page('terms', 2)).body.code).toBe('not-found');
    expect((await testApp.anonymous.get(nowhere)).body.code).toBe('not-found');
  });

  test('a parent accepts the terms once, and again when there is a new version', async () => {
    await open();
    const parent = await signInGuardian(testApp, organisation);
    const toAccept = async () =>
      (await parent.agent.get('/api/family/me').expect(200)).body.termsToAccept;
    const accept = (version: number) =>
      parent.agent.post('/api/family/terms/accept').send({ version });
    expect(await toAccept()).toBe(true);
    await accept(1).expect(204);
    await accept(1).expect(204);
    expect(await toAccept()).toBe(false);
    await publish('terms', 1, 'Nouvelles conditions').expect(200);
    expect(await toAccept()).toBe(true);
    expect((await accept(1).expect(409)).body.code).toBe('stale-terms');
    expect((await accept(7).expect(409)).body.code).toBe('stale-terms');
    expect(await toAccept()).toBe(true);
    await accept(2).expect(204);
    expect(await toAccept()).toBe(false);
  });

  test('each parent accepts for themselves', async () => {
    await open();
    const [one, other] = [
      await signInGuardian(testApp, organisation),
      await signInGuardian(testApp, organisation),
    ];
    await one.agent.post('/api/family/terms/accept').send({ version: 1 }).expect(204);
    const { body } = await other.agent.get('/api/family/me').expect(200);
    expect(body.termsToAccept).toBe(true);
  });

  test('a text is previewed as families will see it', async () => {
    await open();
    const { agent } = await signInStaff(testApp, organisation, 'office');
    const text = '# Fermeture\n\n<script>alert(1)</script>';
    const { body } = await agent.post('/api/staff/text-preview').send({ text }).expect(200);
    expect(body.html).toBe('<h3>Fermeture</h3>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n');
  });
});
