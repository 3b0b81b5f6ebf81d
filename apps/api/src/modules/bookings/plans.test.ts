import { day } from '@preau/domain/time/day';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import type { Statement } from '../../platform/db/statement.ts';
import { type Ask, transaction, type Tx } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { openTestTown, type TestTown } from './bookings.factory.ts';
import { askCart } from './cart.queries.ts';
import { confirmOverHttp, openFamilies } from './contention.factory.ts';
import { lockDraft } from './draft-locks.store.ts';
import { askPlanning } from './planning.queries.ts';

/** A node of `explain (analyze, format json)`, as far as it is read here. */
type PlanNode = {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
};

const range = [day('2026-11-30'), day('2027-01-03')] as const;

/** Tables that grow with the families of a town; the others are its calendar and its sites. */
const growing = new Set(['household_child', 'enrolment', 'booking', 'cart_line', 'child', 'cart']);

describe('the plans of the hot statements, as the application role runs them', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  /** Rows read from growing tables to serve one family, whatever else the town holds. */
  async function rowsRead(
    town: TestTown,
    householdId: string,
    send: Send,
    { database } = testApp,
  ): Promise<number> {
    return transaction(database, town.organisation.id, async (tx) => {
      // Small test tables fit in a page and would be read whole; a town's do not.
      await tx.orm.execute('set local enable_seqscan = off');
      await tx.orm.execute('set local cpu_tuple_cost = 10');
      await tx.orm.execute('set local cpu_index_tuple_cost = 10');
      const sent: { text: string; values: readonly unknown[] }[] = [];
      const record: Ask = (statement: Statement<unknown>, values) => {
        sent.push({ text: statement.text, values });
        return Promise.resolve([]);
      };
      await Promise.allSettled(send({ ...tx, ask: record }, householdId));
      let rows = 0;
      for (const { text, values } of sent) rows += await rowsOf(tx, text, values);
      return rows;
    });
  }

  const statements: Record<string, Send> = {
    'the planning page': (tx, householdId) => [
      askPlanning(tx.ask, tx.organisationId, householdId, ...range),
    ],
    'the cart': (tx, householdId) => [...askCart(tx.ask, tx.organisationId, householdId)],
    'the locks of a confirmation': (tx, householdId) => [lockDraft(tx, householdId)],
  };

  /** Rows read for a family of a small town, then of one ten times larger. */
  async function compare(send: Send): Promise<[number, number]> {
    const small = await openTestTown(testApp, { capacity: 100 });
    const [family] = await openBookedTown(testApp, small, 10);
    const large = await openTestTown(testApp, { capacity: 100 });
    const [other] = await openBookedTown(testApp, large, 100);
    // As autovacuum does within a minute of such a change.
    await testApp.owner.pool.query('analyze');
    return [
      await rowsRead(small, family?.householdId ?? '', send),
      await rowsRead(large, other?.householdId ?? '', send),
    ];
  }

  test.for(Object.entries(statements))(
    '%s reads no more rows in a town ten times larger',
    async ([, send]) => {
      const [few, many] = await compare(send);
      expect(few).toBeGreaterThan(0);
      expect(many).toBe(few);
    },
  );

  test('the planning page holds this without statistics, as in a town just written', async () => {
    const send = statements['the planning page'];
    if (!send) throw new Error('The planning page is a hot statement');
    const fresh = await createTestApp();
    try {
      const small = await openTestTown(fresh);
      const [family] = await openFamilies(fresh, small, 10, 'repas', '2026-12-01');
      const large = await openTestTown(fresh);
      const [other] = await openFamilies(fresh, large, 100, 'repas', '2026-12-01');
      const few = await rowsRead(small, family?.householdId ?? '', send, fresh);
      expect(await rowsRead(large, other?.householdId ?? '', send, fresh)).toBe(few);
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
    const [few, many] = await compare(careless);
    expect(many).toBeGreaterThan(few);
  });
});

/** Families with a draft of the same day; all but the first have confirmed theirs. */
async function openBookedTown(testApp: TestApp, town: TestTown, count: number) {
  const families = await openFamilies(testApp, town, count, 'repas', '2026-12-01');
  for (const family of families.slice(1)) {
    const { status } = await confirmOverHttp(testApp, family, newId());
    expect(status).toBe(200);
  }
  return families;
}

type Send = (tx: Tx, householdId: string) => readonly Promise<unknown>[];

/** Runs a statement with its plan made for any value, as a prepared one is, and counts. */
async function rowsOf(tx: Tx, text: string, values: readonly unknown[]): Promise<number> {
  const name = 'plan_under_test';
  await tx.orm.execute('set local plan_cache_mode = force_generic_plan');
  await tx.orm.execute(`prepare ${name} as ${text}`);
  const literals = values.map((value) => `'${String(value)}'`).join(', ');
  const { rows } = await tx.orm.execute<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `explain (analyze, timing off, format json) execute ${name}(${literals})`,
  );
  await tx.orm.execute(`deallocate ${name}`);
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  if (!plan) throw new Error('No plan');
  return rowsUnder(plan);
}

function rowsUnder(node: PlanNode): number {
  const own = growing.has(node['Relation Name'] ?? '')
    ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    : 0;
  return (node.Plans ?? []).reduce((sum, child) => sum + rowsUnder(child), own);
}
