import type { Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import {
  createTestOrganisation,
  type SignedIn,
  signInStaff,
  type TestOrganisation,
} from '../../testing/test-people.ts';
import {
  askDecision,
  askLatestDecisions,
  insertDecision,
  takeDecisionBack,
} from './decisions.public.ts';
import { tellDecisions } from './use-cases/tell-decisions.ts';

const told = statement<{ type: string; payload: { householdId: string } }>(
  'test.told',
  "select type, payload from event where organisation_id = $1 and type like 'test.%' order by id",
);

describe('an answer of the staff', () => {
  let testApp: TestApp;
  let organisation: TestOrganisation;
  let clerk: SignedIn;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(async () => {
    testApp.clock.set(usualTestInstant);
    organisation = await createTestOrganisation(testApp);
    clerk = await signInStaff(testApp, organisation, 'office');
  });

  const within = <T>(work: Parameters<typeof transaction<T>>[2]) =>
    transaction(testApp.database, organisation.id, work);
  const after = (seconds: number) => (usualTestInstant + seconds * 1_000) as Instant;
  const sweepAfter = async (seconds: number) => {
    testApp.clock.set(after(seconds));
    await tellDecisions(testApp, organisation.id);
    const events = await within((tx) => tx.ask(told, [organisation.id]));
    return events.map(({ type, payload }) => `${type} ${payload.householdId}`);
  };

  async function answer(...households: string[]): Promise<string> {
    const id = newId();
    await within(async (tx) => {
      const payloads = households.map((householdId) => ({ householdId }));
      const tells = [{ type: 'test.answered', payloads }];
      const made = { id, kind: 'bookings', by: clerk.accountId, detail: { id }, tells } as const;
      insertDecision(tx, made, usualTestInstant);
    });
    return id;
  }

  test('is told once, when it can no longer be taken back', async () => {
    await answer('one', 'two');
    expect(await sweepAfter(29)).toEqual([]);
    expect(await sweepAfter(30)).toEqual(['test.answered one', 'test.answered two']);
    expect(await sweepAfter(90)).toHaveLength(2);
  });

  test('taken back in time, is never told', async () => {
    const id = await answer('one');
    expect(await within((tx) => takeDecisionBack(tx, id, after(29)))).toBe(true);
    expect(await sweepAfter(60)).toEqual([]);
  });

  test('is taken back once, and not once it is final', async () => {
    const [twice, late] = [await answer('one'), await answer('two')];
    const back = (id: string, at: Instant) => within((tx) => takeDecisionBack(tx, id, at));
    const both = await Promise.all([back(twice, after(5)), back(twice, after(5))]);
    expect(both.filter((taken) => taken)).toHaveLength(1);
    expect(await back(late, after(30))).toBe(false);
  });

  test('told by a clock that is ahead, is final for a clock that is behind', async () => {
    const id = await answer('one');
    await sweepAfter(30);
    expect(await within((tx) => takeDecisionBack(tx, id, after(29)))).toBe(false);
  });

  test('is its author’s to take back, and of its own kind', async () => {
    const id = await answer('one');
    const colleague = await signInStaff(testApp, organisation, 'office');
    const found = (by: string, kind: 'bookings' | 'enrolments') =>
      within((tx) => askDecision(tx.ask, organisation.id, { kind, id, by }));
    expect(await found(clerk.accountId, 'bookings')).toMatchObject([{ id, taken_back: false }]);
    expect(await found(colleague.accountId, 'bookings')).toEqual([]);
    expect(await found(clerk.accountId, 'enrolments')).toEqual([]);
  });

  test('is listed the latest first, a page at a time', async () => {
    const ids = [await answer('one'), await answer('two'), await answer('three')];
    const page = (after: string | null) =>
      within((tx) => askLatestDecisions(tx.ask, organisation.id, 'bookings', { after, limit: 2 }));
    const first = (await page(null)).map(({ id }) => id);
    const second = (await page(first[1] ?? null)).map(({ id }) => id);
    expect([...first, ...second]).toEqual(ids.toReversed());
  });
});
