import { newId } from '../../platform/ids.ts';
import type { Database } from '../../platform/db/pool.ts';
import { type Statement, statement } from '../../platform/db/statement.ts';
import { type Ask, transaction, type Tx } from '../../platform/db/transaction.ts';
import type { TestApp } from '../../testing/test-app.ts';
import { openTestTown, sessionOf, type TestTown } from './bookings.factory.ts';
import { confirmOverHttp, type OpenedFamily, openFamilies } from './contention.factory.ts';

/** A node of `explain (analyze, format json)`, as far as it is read here. */
type PlanNode = {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
};

/** A family of a town of which everybody drafted or booked the same lunch. */
export type Subject = OpenedFamily & {
  readonly sessionId: string;
  /** `null` for the one family that has not confirmed its draft. */
  readonly bookingId: string | null;
};

/** Sends the statements under test for one family of a town. */
export type Send = (tx: Tx, subject: Subject) => readonly Promise<unknown>[];

const bookingOf = statement<{ id: string }>(
  'factory.bookingOf',
  'select id from booking where organisation_id = $1 and child_id = $2',
);

/** Tables that grow with the families of a town; the others are its calendar and its sites. */
const growing = new Set([
  'household_child',
  'enrolment',
  'booking',
  'booking_change',
  'confirmation',
  'cart_line',
  'child',
  'cart',
]);

/** Rows read from growing tables to serve one family, whatever else the town holds. */
export async function rowsRead(
  database: Database,
  town: TestTown,
  subject: Subject,
  send: Send,
): Promise<number> {
  return transaction(database, town.organisation.id, async (tx) => {
    // Small test tables fit in a page and would be read whole; a town's do not.
    await tx.orm.execute('set local enable_seqscan = off');
    await tx.orm.execute('set local cpu_tuple_cost = 10');
    await tx.orm.execute('set local cpu_index_tuple_cost = 10');
    const sent: { text: string; values: readonly unknown[] }[] = [];
    const record: Ask = (asked: Statement<unknown>, values) => {
      sent.push({ text: asked.text, values });
      return Promise.resolve([]);
    };
    await Promise.allSettled(send({ ...tx, ask: record }, subject));
    let rows = 0;
    for (const { text, values } of sent) rows += await rowsOf(tx, text, values);
    return rows;
  });
}

/** Rows read for a family of a small town, then of one ten times larger; `at` says which family. */
export async function compareTowns(
  testApp: TestApp,
  send: Send,
  at = 0,
): Promise<[number, number]> {
  const { database, owner } = testApp;
  const open = async (count: number) => {
    const town = await openTestTown(testApp, { capacity: 100 });
    const families = await openFamilies(testApp, town, count, 'repas', '2026-12-01');
    await confirmAllButFirst(testApp, families);
    return { town, subject: await subjectOf(testApp, town, families[at]) };
  };
  const [small, large] = [await open(10), await open(100)];
  // As autovacuum does within a minute of such a change.
  await owner.pool.query('analyze');
  return [
    await rowsRead(database, small.town, small.subject, send),
    await rowsRead(database, large.town, large.subject, send),
  ];
}

/** What statements about a family are asked with. */
export async function subjectOf(
  testApp: TestApp,
  town: TestTown,
  family: OpenedFamily | undefined,
): Promise<Subject> {
  if (!family) throw new Error('There is no such family');
  const sessionId = await sessionOf(testApp, town, 'repas', '2026-12-01');
  const [booked] = await transaction(testApp.database, town.organisation.id, (tx) =>
    tx.ask(bookingOf, [tx.organisationId, family.childId]),
  );
  return { ...family, sessionId, bookingId: booked?.id ?? null };
}

async function confirmAllButFirst(testApp: TestApp, families: OpenedFamily[]): Promise<void> {
  for (const family of families.slice(1)) {
    const { status } = await confirmOverHttp(testApp, family, newId());
    if (status !== 200) throw new Error(`Confirming answered ${status}`);
  }
}

/** Runs a statement with its plan made for any value, as a prepared one is, and counts. */
async function rowsOf(tx: Tx, text: string, values: readonly unknown[]): Promise<number> {
  const name = 'plan_under_test';
  await tx.orm.execute('set local plan_cache_mode = force_generic_plan');
  await tx.orm.execute(`prepare ${name} as ${text}`);
  const { rows } = await tx.orm.execute<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `explain (analyze, timing off, format json) execute ${name}(${values.map(literalOf).join(', ')})`,
  );
  await tx.orm.execute(`deallocate ${name}`);
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  if (!plan) throw new Error('No plan');
  return rowsUnder(plan);
}

/** A parameter as `execute` takes it: texts, numbers, lists of them, or nothing. */
function literalOf(value: unknown): string {
  if (value === null) return 'null';
  return `'${Array.isArray(value) ? `{${value.join(',')}}` : (value as string | number)}'`;
}

function rowsUnder(node: PlanNode): number {
  const own = growing.has(node['Relation Name'] ?? '')
    ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    : 0;
  return (node.Plans ?? []).reduce((sum, child) => sum + rowsUnder(child), own);
}
