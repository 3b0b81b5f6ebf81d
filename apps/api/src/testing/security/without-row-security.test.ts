import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp } from '../test-app.ts';
import { cookieOfPerson } from './actors.ts';
import { statusFor } from './expectations.ts';
import { draftLunch } from './journeys.ts';
import { send } from './requests.ts';
import { surfaceExpectations } from './route-expectations.ts';
import { switchRowSecurityOff, tenantTables } from './row-security.ts';
import { shown } from './shown.ts';
import { canariesOf, crawl } from './sightings.ts';
import { createWorld } from './world.ts';
import { personNames, type World } from './cast.ts';

/** Routes that ask who calls. */
const asking = Object.entries(surfaceExpectations).filter(
  ([, { answers }]) => Object.keys(answers).length > 0,
);

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

  test.each(asking)('%s is still answered to whom it is for', async (key, expectation) => {
    const [method = ''] = key.split(' ');
    const answers: Record<string, number> = {};
    const wanted: Record<string, number> = {};
    for (const person of personNames) {
      const asked = await expectation.ask(world);
      const cookie = await cookieOfPerson(world, person);
      answers[person] = (await send(world.testApp, method, asked, cookie)).status;
      wanted[person] = statusFor(expectation, person);
    }
    expect(answers).toEqual(wanted);
  });
});
