import { day } from '@preau/domain/time/day';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Statement } from '../../platform/db/statement.ts';
import { type Ask, transaction, type Tx } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { openTestTown, type TestTown } from './bookings.factory.ts';
import { askCart } from './cart.queries.ts';
import { openFamilies } from './contention.factory.ts';
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
  async function rowsRead(town: TestTown, householdId: string, send: Send): Promise<number> {
    return transaction(testApp.database, town.organisation.id, async (tx) => {
      // Small test tables would be read whole; a town's are not.
      await tx.orm.execute('set local enable_seqscan = off');
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

  test.for(Object.keys(statements))(
    '%s reads no more rows in a town ten times larger',
    async (name) => {
      const send = statements[name];
      if (!send) throw new Error(name);
      const small = await openTestTown(testApp);
      const [family] = await openFamilies(testApp, small, 10, 'repas', '2026-12-01');
      const large = await openTestTown(testApp);
      const [other] = await openFamilies(testApp, large, 100, 'repas', '2026-12-01');
      const few = await rowsRead(small, family?.householdId ?? '', send);
      expect(few).toBeGreaterThan(0);
      expect(await rowsRead(large, other?.householdId ?? '', send)).toBe(few);
    },
  );

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
    const small = await openTestTown(testApp);
    await openFamilies(testApp, small, 10, 'repas', '2026-12-01');
    const large = await openTestTown(testApp);
    await openFamilies(testApp, large, 100, 'repas', '2026-12-01');
    const few = await rowsRead(small, '', careless);
    expect(await rowsRead(large, '', careless)).toBeGreaterThan(few);
  });
});

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
