import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp } from '../test-app.ts';
import { draftLunch } from './journeys.ts';
import { switchRowSecurityOff, tenantTables } from './row-security.ts';
import { shown } from './shown.ts';
import { canariesOf, crawl } from './sightings.ts';
import { createWorld, personNames, type World } from './world.ts';

/**
 * The other half of the defence: each query bounds what it reads by itself, so that a table whose
 * policy was forgotten shows nobody anything more.
 */
describe('with row security switched off in the database', () => {
  let world: World;
  beforeAll(async () => {
    const testApp = await createTestApp();
    world = await createWorld(testApp);
    const { pool } = testApp.owner;
    await switchRowSecurityOff(pool, await tenantTables(pool));
  });
  afterAll(() => world.testApp.close());

  test('the database itself no longer keeps organisations apart', async () => {
    const { rows } = await world.testApp.database.pool.query(
      'select distinct organisation_id from guardian',
    );
    expect(rows.length).toBeGreaterThanOrEqual(2);
  });

  test.each(personNames)('%s is still shown nothing beyond what is theirs', async (person) => {
    await draftLunch(world, person === 'coGuardian' ? 'guardian' : 'coGuardian');
    expect(canariesOf(await crawl(world, person))).toEqual([...new Set(shown[person])].toSorted());
  });
});
