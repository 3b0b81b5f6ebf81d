import { day } from '@preau/domain/time/day';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { openTestTown } from './bookings.factory.ts';
import { askPeriodsPage } from './booking-periods.queries.ts';
import { askCart } from './cart.queries.ts';
import { openFamilies } from './contention.factory.ts';
import { lockDraft } from './draft-locks.store.ts';
import { askBookingHistory, askFamilyHistory, askHouseholdHistory } from './history.queries.ts';
import { askLineFacts, askLinePlaces, askPeriodScope } from './period.queries.ts';
import { askPlanning } from './planning.queries.ts';
import { compareTowns, rowsRead, type Send, type Subject, subjectOf } from './plans.factory.ts';
import { lockLines } from './staff-locks.store.ts';

const range = [day('2026-11-30'), day('2027-01-03')] as const;
const page = { after: null, limit: 21 };

describe('the plans of the hot statements, as the application role runs them', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  const statements: Record<string, Send> = {
    'the planning page': (tx, { householdId }) => [
      askPlanning(tx.ask, tx.organisationId, householdId, ...range),
    ],
    'the periods to book in': (tx, { householdId }) => [
      askPeriodsPage(tx.ask, tx.organisationId, householdId, ...range),
    ],
    'the cart': (tx, { householdId }) => [...askCart(tx.ask, tx.organisationId, householdId)],
    'the locks of a confirmation': (tx, { householdId }) => [lockDraft(tx, householdId)],
    'what a period may name': (tx, { householdId }) => [
      askPeriodScope(tx.ask, tx.organisationId, householdId, ...range),
    ],
    'the lines of a period': (tx, subject) => [
      askLineFacts(tx.ask, tx.organisationId, subject.householdId, [adding(subject)]),
      askLinePlaces(tx.ask, tx.organisationId, subject.householdId, [adding(subject)]),
    ],
    'the locks of the staff': (tx, subject) => [
      lockLines(tx, subject.householdId, [adding(subject)]),
    ],
  };

  const histories: Record<string, Send> = {
    'the history a parent reads': (tx, { householdId }) => [
      askFamilyHistory(tx.ask, tx.organisationId, householdId, page),
    ],
    'the history of a household': (tx, { householdId }) => [
      askHouseholdHistory(tx.ask, tx.organisationId, householdId, page),
    ],
    'the life of a booking': (tx, { bookingId }) => [
      ...askBookingHistory(tx.ask, tx.organisationId, bookingId ?? ''),
    ],
  };

  const adding = ({ childId, sessionId }: Subject) => ({
    childId,
    sessionId,
    action: 'add' as const,
  });

  // The first family has a draft; the second has confirmed it, and has a history.
  test.for([
    ...Object.entries(statements).map(([name, send]) => [name, send, 0] as const),
    ...Object.entries(histories).map(([name, send]) => [name, send, 1] as const),
  ])('%s reads no more rows in a town ten times larger', async ([, send, at]) => {
    const [few, many] = await compareTowns(testApp, send, at);
    expect(few).toBeGreaterThan(0);
    expect(many).toBe(few);
  });

  test.for([
    'the planning page',
    'the periods to book in',
    'what a period may name',
    'the lines of a period',
    'the locks of the staff',
  ])('%s: the same without statistics, as in a town just written', async (name) => {
    const send = statements[name];
    if (!send) throw new Error(`${name} is none of the statements`);
    const fresh = await createTestApp();
    try {
      const readIn = async (count: number) => {
        const town = await openTestTown(fresh);
        const [family] = await openFamilies(fresh, town, count, 'repas', '2026-12-01');
        return rowsRead(fresh.database, town, await subjectOf(fresh, town, family), send);
      };
      expect(await readIn(100)).toBe(await readIn(10));
    } finally {
      await fresh.close();
    }
  });

  test('negative control: a statement that walks through everybody is seen', async () => {
    const careless: Send = (tx) => [
      tx.ask(
        {
          name: 'test.careless',
          text: 'select count(*) from enrolment where organisation_id = $1',
        },
        [tx.organisationId],
      ),
    ];
    const [few, many] = await compareTowns(testApp, careless);
    expect(many).toBeGreaterThan(few);
  });
});
