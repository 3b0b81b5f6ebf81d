import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { openTestTown } from '../bookings/bookings.factory.ts';
import { openFamilies } from '../bookings/contention.factory.ts';
import { rowsRead, type Send, subjectOf } from '../bookings/plans.factory.ts';
import { askEnrolmentRequests } from './enrolment-requests.queries.ts';
import { askHouseholdEnrolments } from './enrolments.queries.ts';

describe('the plans of enrolments, as the application role runs them', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  /** Rows read in a town where so many families have asked, and as many were answered. */
  async function readAmong(count: number, send: Send): Promise<number> {
    const town = await openTestTown(testApp, { capacity: 100 });
    const [family] = await openFamilies(testApp, town, count, 'repas', '2026-12-01');
    const lunch = town.facility.activities.get('restauration');
    await transaction(testApp.database, town.organisation.id, (tx) =>
      tx.orm.execute(
        `update enrolment set requested_at = now(), decided_at = now(),
           state = case when activity_id = '${lunch}' then 'requested' else 'accepted' end`,
      ),
    );
    // As autovacuum does within a minute of such a change.
    await testApp.owner.pool.query('analyze');
    return rowsRead(testApp.database, town, await subjectOf(testApp, town, family), send);
  }

  const page = (state: 'pending' | 'answered'): Send => {
    const wanted = { state, after: null, limit: 3 };
    return (tx) => [askEnrolmentRequests(tx.ask, tx.organisationId, wanted)];
  };
  const ofHousehold: Send = (tx, { householdId }) => [
    askHouseholdEnrolments(tx.ask, tx.organisationId, householdId, null),
  ];

  test.for([
    ['requests that wait, a page of them', page('pending')],
    ['requests that were answered, a page of them', page('answered')],
    ['the enrolments of a household', ofHousehold],
  ] as const)('%s: no more rows among ten times more requests', async ([, send]) => {
    const few = await readAmong(10, send);
    expect(few).toBeGreaterThan(0);
    expect(await readAmong(100, send)).toBeLessThanOrEqual(few);
  });

  test('negative control: a statement that reads every request is seen', async () => {
    const careless: Send = (tx) => [
      tx.ask(
        {
          name: 'test.every-request',
          text: "select id from enrolment where organisation_id = $1 and state = 'requested'",
        },
        [tx.organisationId],
      ),
    ];
    expect(await readAmong(100, careless)).toBeGreaterThan(await readAmong(10, careless));
  });
});
