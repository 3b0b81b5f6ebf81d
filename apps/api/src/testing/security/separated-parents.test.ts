import { day } from '@preau/domain/time/day';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { householdQuotient } from '../../modules/households/households.tables.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp } from '../test-app.ts';
import { cookieOfPerson } from './actors.ts';
import { confirming } from './journeys.ts';
import { type Asked, send } from './requests.ts';
import { createWorld, lunchAt } from './world.ts';
import type { PersonName, World } from './cast.ts';

const pages = [
  '/api/family/planning?from=2026-11-16&until=2026-12-27',
  '/api/family/cart',
  '/api/family/me',
];

/**
 * Beyond canaries: what one parent is shown must not depend on the other's income or draft at all,
 * not even through a price. The same pages are compared byte for byte.
 */
describe('a parent of two households', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(await createTestApp());
  });
  afterAll(() => world.testApp.close());

  const ask = async (person: PersonName, method: string, asked: Asked) =>
    send(world.testApp, method, asked, await cookieOfPerson(world, person));
  const pagesOf = async (person: PersonName) =>
    Promise.all(pages.map(async (path) => (await ask(person, 'GET', { path })).text));
  const draft = async (person: PersonName, at: number, action: 'add' | 'remove' = 'add') => {
    const { here, families } = world;
    const sessionId = await lunchAt(world, here, here.school, at);
    const change = { childId: families.alpha.children[1]?.id, sessionId, action };
    return ask(person, 'PUT', { path: '/api/family/cart', body: { changes: [change] } });
  };
  const book = async (person: PersonName, at: number) => {
    const { body } = await draft(person, at);
    return ask(person, 'POST', confirming((body as { revision: number }).revision));
  };

  test('is shown the same pages whatever the other parent earns', async () => {
    expect((await book('separatedParent', 0)).body).toMatchObject({
      lines: [{ result: 'booked' }],
    });
    await draft('guardian', 1);
    await draft('separatedParent', 2);
    const before = { alpha: await pagesOf('guardian'), bravo: await pagesOf('separatedParent') };
    expect(before.alpha.join()).toMatch(/"state":\[[^\]]*"confirmed"/);
    await earn(world, 120);
    expect(await pagesOf('guardian')).toEqual(before.alpha);
    expect(await pagesOf('separatedParent')).not.toEqual(before.bravo);
  });

  test('neither sees nor undoes what the other parent drafts', async () => {
    const before = await pagesOf('guardian');
    await draft('separatedParent', 3);
    expect(await pagesOf('guardian')).toEqual(before);
    await ask('guardian', 'DELETE', { path: '/api/family/cart' });
    const { body } = await ask('separatedParent', 'GET', { path: '/api/family/cart' });
    expect((body as { lines: unknown[] }).lines).toHaveLength(2);
  });

  test('cannot cancel the day the other parent booked and pays for', async () => {
    await ask('guardian', 'DELETE', { path: '/api/family/cart' });
    const { body } = await draft('guardian', 0, 'remove');
    const answer = await ask(
      'guardian',
      'POST',
      confirming((body as { revision: number }).revision),
    );
    expect(answer.body).toMatchObject({ lines: [{ result: 'notDone', cents: 0 }] });
    await ask('separatedParent', 'DELETE', { path: '/api/family/cart' });
    const own = await draft('separatedParent', 0, 'remove');
    const cancelled = await ask(
      'separatedParent',
      'POST',
      confirming((own.body as { revision: number }).revision),
    );
    expect(cancelled.body).toMatchObject({ lines: [{ result: 'cancelled' }] });
  });
});

/** The separated parent's quotient changes from today on. */
async function earn({ testApp, here, families }: World, quotient: number): Promise<void> {
  const row = { householdId: families.bravo.id, validFrom: day('2026-11-16'), quotient };
  await transaction(testApp.database, here.organisation.id, (tx) =>
    tx.orm.insert(householdQuotient).values({ ...row, organisationId: tx.organisationId }),
  );
}
