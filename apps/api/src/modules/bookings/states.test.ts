import { bookingStates, liveStates, placeHoldingStates } from '@preau/domain/bookings/states';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';

describe('the states of a booking in the database', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  test('are live and hold places where the rules say so', async () => {
    const { rows } = await testApp.database.pool.query<{ live: string[]; holding: string[] }>(
      `select array_agg(s) filter (where is_live(s)) as live,
              array_agg(s) filter (where holds_place(s)) as holding
       from unnest($1::text[]) as s`,
      [bookingStates],
    );
    expect(new Set(rows[0]?.live)).toEqual(new Set(liveStates));
    expect(new Set(rows[0]?.holding)).toEqual(new Set(placeHoldingStates));
  });

  test('are all accepted by the table, and no other', async () => {
    const { rows } = await testApp.owner.pool.query<{ clause: string }>(
      "select pg_get_constraintdef(oid) as clause from pg_constraint where conname = 'booking_state_check'",
    );
    const accepted = [...(rows[0]?.clause ?? '').matchAll(/'(\w+)'::text/g)].map(
      ([, state]) => state,
    );
    expect(new Set(accepted)).toEqual(new Set(bookingStates));
  });
});
