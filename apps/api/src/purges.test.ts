import type { Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from './platform/db/transaction.ts';
import { purgeJob, purgeSchedule } from './platform/jobs/purge.ts';
import { purges } from './purges.ts';
import { createTestApp, type TestApp, usualTestInstant } from './testing/test-app.ts';
import {
  createTestOrganisation,
  signInGuardian,
  type TestOrganisation,
} from './testing/test-people.ts';
import { createTestWorker, type TestWorker } from './testing/test-worker.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe('what has served its time', () => {
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

  const nightAfter = async (milliseconds: number) => {
    testApp.clock.set((usualTestInstant + milliseconds) as Instant);
    const task = purgeJob(purges, worker.services)[purgeSchedule.task];
    await task?.({}, {} as never);
    testApp.clock.set(usualTestInstant);
  };
  const count = async ({ id }: TestOrganisation, table: string) => {
    const { rows } = await transaction(testApp.database, id, (tx) =>
      tx.orm.execute<{ n: number }>(`select count(*)::int as n from ${table}`),
    );
    return rows[0]?.n;
  };

  test('is forgotten in its time: attempts after a day, sessions after thirty, links after a year', async () => {
    const organisation = await createTestOrganisation(testApp);
    const { email } = await signInGuardian(testApp, organisation);
    await testApp.anonymous
      .post('/api/family/password-reset')
      .send({ organisation: organisation.slug, email })
      .expect(202);
    await worker.flush();

    await nightAfter(23 * hour);
    expect(await count(organisation, 'throttle')).toBeGreaterThan(0);
    await nightAfter(2 * day);
    expect(await count(organisation, 'throttle')).toBe(0);
    // A parent's session lasts thirty days without use, and is kept thirty more.
    await nightAfter(59 * day);
    expect(await count(organisation, 'sign_in_session')).toBe(1);
    await nightAfter(61 * day);
    expect(await count(organisation, 'sign_in_session')).toBe(0);
    await nightAfter(364 * day);
    expect(await count(organisation, 'account_link')).toBe(1);
    await nightAfter(366 * day);
    expect(await count(organisation, 'account_link')).toBe(0);
  });
});
