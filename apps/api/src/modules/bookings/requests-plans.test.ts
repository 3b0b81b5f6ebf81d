import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { openTestTown } from './bookings.factory.ts';
import { confirmOverHttp, openFamilies } from './contention.factory.ts';
import { rowsRead, type Send, subjectOf } from './plans.factory.ts';
import { answeredByStaff, rulesWith } from './regimes.factory.ts';
import { askOwnCounts, askOwnRequests } from './requests-family.queries.ts';
import {
  askAnsweredRequests,
  askHouseholdRequests,
  askNamedRequest,
  askWaitingRequests,
} from './requests.queries.ts';
import { askAnswerable, askLastSteps } from './requests.store.ts';

describe('the plans of the inbox, as the application role runs them', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  const page = { after: null, limit: 5, facilityId: null };
  const waiting =
    (which: 'pending' | 'overdue' | 'toPay'): Send =>
    (tx) => [askWaitingRequests(tx.ask, tx.organisationId, which, page, testApp.clock.now())];
  const since = () => testApp.clock.now();

  /** Rows read in a town where so many families asked for the same lunch. */
  async function readAmong(count: number, send: Send): Promise<number> {
    const document = rulesWith({ regime: answeredByStaff() });
    const town = await openTestTown(testApp, { capacity: 100, document });
    const families = await openFamilies(testApp, town, count, 'repas', '2026-12-01');
    for (const [at, family] of families.entries()) {
      testApp.clock.set((testApp.clock.now() + at) as ReturnType<typeof since>);
      await confirmOverHttp(testApp, family, newId());
    }
    if (send === toPay) {
      await transaction(testApp.database, town.organisation.id, (tx) =>
        tx.orm.execute(`update booking set state = 'awaitingPayment'`),
      );
    }
    // As autovacuum does within a minute of such a change.
    await testApp.owner.pool.query('analyze');
    return rowsRead(testApp.database, town, await subjectOf(testApp, town, families[1]), send);
  }

  const toPay = waiting('toPay');

  const readings: readonly (readonly [string, Send])[] = [
    ['a page of what waits', waiting('pending')],
    ['a page of what is to be paid', toPay],
    ['a page of what was answered', (tx) => [askAnsweredRequests(tx.ask, tx.organisationId, page)]],
    [
      'what of a household waits',
      (tx, { householdId }) => [askHouseholdRequests(tx.ask, tx.organisationId, householdId)],
    ],
    [
      'a request that is named',
      (tx, { bookingId }) => [
        askNamedRequest(tx.ask, tx.organisationId, 'pending', {
          key: bookingId ?? newId(),
          childId: newId(),
          activityId: newId(),
          kind: 'booking',
          due: testApp.clock.now(),
        }),
      ],
    ],
    [
      'a booking that is answered',
      (tx, { bookingId }) => [askAnswerable(tx.ask, tx.organisationId, [bookingId ?? newId()])],
    ],
    [
      'who answered first',
      (tx, { bookingId }) => [askLastSteps(tx.ask, tx.organisationId, [bookingId ?? newId()])],
    ],
    [
      'a page of a household’s own requests',
      (tx, { householdId }) => [
        askOwnRequests(tx.ask, tx.organisationId, householdId, {
          since: since(),
          before: null,
          limit: 5,
        }),
      ],
    ],
    [
      'how many of a household’s requests wait',
      (tx, { householdId }) => [askOwnCounts(tx.ask, tx.organisationId, householdId, since())],
    ],
  ];

  test.for(readings)('%s: no more rows among ten times more requests', async ([, send]) => {
    const few = await readAmong(10, send);
    expect(await readAmong(100, send)).toBeLessThanOrEqual(few);
  });

  test('negative control: a page that reads every request is seen', async () => {
    const careless: Send = (tx) => [
      tx.ask(
        {
          name: 'test.every-request',
          text: `select id from booking where organisation_id = $1 and answer_due_at is not null
                 order by answer_due_at limit 5`,
        },
        [tx.organisationId],
      ),
    ];
    expect(await readAmong(100, careless)).toBeGreaterThan(await readAmong(10, careless));
  });
});
