import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { openTestTown } from './bookings.factory.ts';
import { confirmOverHttp, openFamilies } from './contention.factory.ts';
import { askOffers } from './offers.queries.ts';
import { rowsRead, type Send, subjectOf } from './plans.factory.ts';
import { askOffersOver } from './waiting.queries.ts';

describe('the plans of what a household is offered, as the application role runs them', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  /** Rows read for one family of a town where so many are offered a place. */
  async function readAmong(count: number, send: Send): Promise<number> {
    const town = await openTestTown(testApp, { capacity: 100 });
    const [first, ...others] = await openFamilies(testApp, town, count, 'repas', '2026-12-01');
    for (const family of others) await confirmOverHttp(testApp, family, newId());
    await transaction(testApp.database, town.organisation.id, (tx) =>
      tx.orm.execute(
        `update booking set state = 'offered', waiting_since = created_at,
           expires_at = created_at + interval '1 day'`,
      ),
    );
    // As autovacuum does within a minute of such a change.
    await testApp.owner.pool.query('analyze');
    // The first has a draft, the others an offer.
    const family = send === theirOffers ? others[0] : first;
    return rowsRead(testApp.database, town, await subjectOf(testApp, town, family), send);
  }

  const theirOffers: Send = (tx, { householdId }) => [
    askOffers(tx.ask, tx.organisationId, householdId, testApp.clock.now()),
  ];
  const offersOver: Send = (tx, { householdId }) => [
    askOffersOver(tx.ask, tx.organisationId, householdId, testApp.clock.now()),
  ];

  test.for([
    ['the offers of a household', theirOffers],
    ['whether an offer is over where a draft finds no place', offersOver],
  ] as const)('%s: no more rows among ten times more offers', async ([, send]) => {
    const few = await readAmong(10, send);
    expect(await readAmong(100, send)).toBeLessThanOrEqual(few);
  });

  test('negative control: a statement that reads every offer is seen', async () => {
    const careless: Send = (tx) => [
      tx.ask(
        {
          name: 'test.every-offer',
          text: `select id from booking where organisation_id = $1 and expires_at is not null`,
        },
        [tx.organisationId],
      ),
    ];
    expect(await readAmong(100, careless)).toBeGreaterThan(await readAmong(10, careless));
  });
});
