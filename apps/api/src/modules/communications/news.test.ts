import { fromIso } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import {
  createTestOrganisation,
  signInGuardian,
  signInStaff,
  type SignedIn,
  type TestOrganisation,
} from '../../testing/test-people.ts';
import { newsContent } from './news.factory.ts';
import type { NewsContent, NewsStanding } from './news.schemas.ts';

type Item = NewsContent & { id: string; revision: number; standing: NewsStanding };

describe('the news of an organisation', () => {
  let testApp: TestApp;
  let organisation: TestOrganisation;
  let office: SignedIn;
  let parent: SignedIn;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(async () => {
    testApp.clock.set(usualTestInstant);
    organisation = await createTestOrganisation(testApp);
    office = await signInStaff(testApp, organisation, 'office');
    parent = await signInGuardian(testApp, organisation);
  });

  const write = async (changes: Partial<NewsContent> = {}, publish = true): Promise<Item> => {
    const body = { ...newsContent(changes), publish };
    return (await office.agent.post('/api/staff/news').send(body).expect(201)).body;
  };
  const titles = async (): Promise<string[]> => {
    const { body } = await parent.agent.get('/api/family/news').expect(200);
    return body.items.map(({ title }: { title: string }) => title);
  };
  const standings = async (): Promise<Record<string, NewsStanding>> => {
    const { body } = await office.agent.get('/api/staff/news').expect(200);
    return Object.fromEntries(body.items.map((item: Item) => [item.title, item.standing]));
  };
  const move = ({ id }: Item, what: 'publish' | 'withdraw', revision: number) =>
    office.agent.post(`/api/staff/news/${id}/${what}`).send({ revision });

  test('is read from its first day to its last, both included, where the organisation is', async () => {
    await write({ title: 'Ces deux jours', visibleUntil: '2026-11-17' });
    await write({ title: 'Demain', visibleFrom: '2026-11-17' });
    await write({ title: 'Hier', visibleFrom: '2026-11-10', visibleUntil: '2026-11-15' });
    await write({ title: 'Brouillon' }, false);
    expect(await titles()).toEqual(['Ces deux jours']);
    expect(await standings()).toEqual({
      'Ces deux jours': 'visible',
      Demain: 'scheduled',
      Hier: 'ended',
      Brouillon: 'draft',
    });
    // A quarter to midnight in UTC is already the 17th in Paris, and one hour later still is.
    testApp.clock.set(fromIso('2026-11-16T23:45:00.000Z'));
    expect(await titles()).toEqual(['Demain', 'Ces deux jours']);
    testApp.clock.set(fromIso('2026-11-17T22:59:59.000Z'));
    expect(await titles()).toEqual(['Demain', 'Ces deux jours']);
    testApp.clock.set(fromIso('2026-11-17T23:00:00.000Z'));
    expect(await titles()).toEqual(['Demain']);
  });

  test('what is important comes first, then the latest', async () => {
    await write({ title: 'Ancienne', visibleFrom: '2026-11-01' });
    await write({ title: 'Importante', visibleFrom: '2026-10-01', important: true });
    await write({ title: 'Récente' });
    expect(await titles()).toEqual(['Importante', 'Récente', 'Ancienne']);
  });

  test('a parent reads it as text without effect, with its first words', async () => {
    await write({ kind: 'closure', body: 'La cantine **ferme**.\n\n<img src=x onerror=alert(1)>' });
    const { body } = await parent.agent.get('/api/family/news').expect(200);
    expect(body.items[0]).toMatchObject({
      kind: 'closure',
      summary: 'La cantine ferme. · <img src=x onerror=alert(1)>',
      html: '<p>La cantine <strong>ferme</strong>.</p>\n<p>&lt;img src=x onerror=alert(1)&gt;</p>\n',
    });
    expect(body.items[0]).not.toHaveProperty('body');
  });

  test('a draft is published, withdrawn and published again', async () => {
    const draft = await write({}, false);
    expect(await titles()).toEqual([]);
    expect((await move(draft, 'publish', 1).expect(200)).body.standing).toBe('visible');
    expect(await titles()).toEqual([draft.title]);
    expect((await move(draft, 'withdraw', 2).expect(200)).body.standing).toBe('withdrawn');
    expect(await titles()).toEqual([]);
    await move(draft, 'publish', 3).expect(200);
    expect(await titles()).toEqual([draft.title]);
  });

  test('what somebody else changed meanwhile is not overwritten', async () => {
    const { id, ...news } = await write();
    const edit = (title: string, revision: number) =>
      office.agent.put(`/api/staff/news/${id}`).send({ ...newsContent({ title }), revision });
    expect((await edit('Premier', 1).expect(200)).body).toMatchObject({
      title: 'Premier',
      revision: 2,
      standing: news.standing,
    });
    expect((await edit('Second', 1).expect(409)).body.code).toBe('stale-news');
    expect((await move({ id, ...news }, 'withdraw', 1).expect(409)).body.code).toBe('stale-news');
    expect((await move({ id, ...news }, 'publish', 2).expect(409)).body.code).toBe('news-moved');
    expect(await titles()).toEqual(['Premier']);
  });

  test('is read again as it was last written', async () => {
    const { id } = await write({ title: 'Avant' });
    const sent = { ...newsContent({ title: 'Après' }), revision: 1 };
    const edited = await office.agent.put(`/api/staff/news/${id}`).send(sent).expect(200);
    const { body } = await office.agent.get(`/api/staff/news/${id}`).expect(200);
    expect(body).toEqual(edited.body);
    expect(body).toMatchObject({ title: 'Après', revision: 2, standing: 'visible' });
    await office.agent.get(`/api/staff/news/${organisation.id}`).expect(404);
  });

  test('the list of what was written goes on page after page', async () => {
    for (let written = 0; written < 31; written += 1) await write({ title: `Nº ${written}` });
    const { body: first } = await office.agent.get('/api/staff/news').expect(200);
    expect(first.items).toHaveLength(30);
    expect(first.items[0].title).toBe('Nº 30');
    const { body: rest } = await office.agent
      .get(`/api/staff/news?after=${first.next}`)
      .expect(200);
    expect(rest.items.map(({ title }: Item) => title)).toEqual(['Nº 0']);
    expect(rest.next).toBeNull();
  });

  test('a character no database keeps is refused like anything else that is wrong', async () => {
    const sent = { ...newsContent({ title: 'Cantine\u0000' }), publish: true };
    const { body } = await office.agent.post('/api/staff/news').send(sent).expect(422);
    expect(body.code).toBe('invalid');
    expect(await standings()).toEqual({});
  });

  test.each([
    ['ends before it begins', { visibleUntil: '2026-11-15' }, '/body/visibleUntil'],
    ['begins on a day that does not exist', { visibleFrom: '2026-02-30' }, '/body/visibleFrom'],
    ['ends on a day that does not exist', { visibleUntil: '2027-02-29' }, '/body/visibleUntil'],
    ['has no title', { title: '  ' }, '/body/title'],
    ['is longer than a page', { body: 'x'.repeat(10_001) }, '/body/body'],
    ['is of a kind nobody knows', { kind: 'advert' }, '/body/kind'],
  ])('news that %s is refused', async (_what, wrong, pointer) => {
    const sent = { ...newsContent(), publish: true, ...wrong };
    const { body } = await office.agent.post('/api/staff/news').send(sent).expect(422);
    expect(body.errors[0].pointer).toBe(pointer);
  });
});
