import { day } from '@preau/domain/time/day';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { askOccupancy } from './occupancy.queries.ts';
import { compareTowns, type Send } from './plans.factory.ts';

const month = { from: day('2026-12-01'), until: day('2026-12-31'), facilityId: null };

describe('the plan of how full a month is, as the application role runs it', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  const cells: Send = (tx) => [askOccupancy(tx.ask, tx.organisationId, month)];

  test('no more rows among ten times more bookings: the pools have counted them', async () => {
    const [small, large] = await compareTowns(testApp, cells);
    expect(large).toBeLessThanOrEqual(small);
  });

  test('negative control: counting the bookings of each session is seen', async () => {
    const counting: Send = (tx) => [
      tx.ask(
        {
          name: 'test.count-bookings',
          text: `select s.id, count(*) from session s
                 join booking b on b.organisation_id = $1 and b.session_id = s.id and b.holds_place
                 where s.organisation_id = $1 and s.held_on between $2 and $3 group by s.id`,
        },
        [tx.organisationId, month.from, month.until],
      ),
    ];
    const [small, large] = await compareTowns(testApp, counting);
    expect(large).toBeGreaterThan(small);
  });
});
