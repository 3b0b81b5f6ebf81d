import { readFileSync } from 'node:fs';
import { compileReglement } from '@preau/domain/reglement/compile';
import { readTown } from '@preau/reglement/read-town';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestOrganisation } from '../../testing/test-people.ts';

const valDeLure = readTown('val-de-lure');
const fondespierre = readTown('fondespierre');

// Of the migrations, what rewrites documents: repeatable, and already run on an empty table.
const names = ['0008_wait_offers', '0011_five-ways-to-book', '0015_reglement-vocabulary'];
const rewriting = names.map((name) => {
  const sql = migration(name);
  const end = 'alter table reglement_version force row level security;';
  return sql.slice(sql.indexOf('alter table reglement_version'), sql.indexOf(end) + end.length);
});

function migration(name: string): string {
  return readFileSync(new URL(`../../../migrations/${name}.sql`, import.meta.url), 'utf8');
}

/** Limits as they were when each counted working days by its name. */
function withOldLimits(_key: string, value: unknown): unknown {
  const limit = limitSchema.safeParse(value).data;
  if (limit === undefined) return value;
  return limit.kind === 'hoursBefore'
    ? { kind: 'workingHoursBefore', hours: limit.hours, anchor: 'sessionStart' }
    : { kind: 'workingDaysBefore', days: limit.days, at: limit.at };
}

const limitSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hoursBefore'), hours: z.int(), unit: z.literal('working') }),
  z.object({
    kind: z.literal('daysBefore'),
    days: z.int(),
    unit: z.literal('working'),
    at: z.string(),
  }),
]);

/** A document as it was when the regime had one form, and a list a mere word. */
function asItWas(waitingList: string): string {
  const { documents: _, closureCredit: __, ...document } = valDeLure;
  const activities = document.activities.map((activity) => {
    const { enrolment: _e, ages: _a, opening: _o, days: _d, ...kept } = activity;
    const { cancellation: _c, ...regime } = activity.regime;
    return { ...kept, regime, waitingList };
  });
  return JSON.stringify({ ...document, activities }, withOldLimits);
}

describe('règlements published before there were five ways to book', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  /** What becomes of a document that was published before some migrations. */
  async function migrated(published: string, migrations: readonly string[]) {
    const { id } = await createTestOrganisation(testApp);
    const old = published.replaceAll("'", "''");
    await transaction(testApp.database, id, (tx) =>
      tx.orm.execute(
        `insert into reglement_version (organisation_id, id, document, hash, engine_version, status, validity)
         values ('${id}', '${newId()}', '${old}', 'old', 1, 'published', '[2025-09-01,)')`,
      ),
    );
    for (const statement of migrations) await testApp.owner.pool.query(statement);
    const { rows } = await transaction(testApp.database, id, (tx) =>
      tx.orm.execute<{ document: typeof valDeLure; hash: string }>(
        'select document, hash from reglement_version',
      ),
    );
    return rows[0];
  }

  test.each([
    ['online', { kind: 'online', offerHours: 24 }],
    ['staff', { kind: 'staff', offerHours: 24 }],
    ['none', { kind: 'none' }],
  ])('are read by this version: « %s »', async (word, expected) => {
    const kept = await migrated(asItWas(word), rewriting);
    expect(kept?.hash).toBe('old');
    expect(kept?.document).toEqual({
      ...valDeLure,
      activities: valDeLure.activities.map((one) => ({ ...one, waitingList: expected })),
    });
    expect(() => compileReglement(kept?.document ?? valDeLure)).not.toThrow();
    // Row security stands again, for the owner too.
    expect((await testApp.owner.pool.query('select from reglement_version')).rowCount).toBe(0);
  });

  test('count their limits in a unit that they name, and keep their words as they are', async () => {
    const title = 'Dit "kind": "workingDaysBefore", "anchor": "sessionStart"';
    const document = { ...fondespierre, title };
    const published = JSON.stringify(document, withOldLimits);
    expect(published.match(/"kind":"working(Hours|Days)Before"/g)?.length).toBeGreaterThan(1);
    const kept = await migrated(published, rewriting.slice(-1));
    expect(kept?.document).toEqual(document);
    expect(() => compileReglement(kept?.document ?? fondespierre)).not.toThrow();
  });

  test('remember of a booking that was late by which stage it was taken', async () => {
    const sql = migration('0015_reglement-vocabulary');
    const client = await testApp.owner.pool.connect();
    try {
      // Found before the table of that name, which has long been migrated.
      await client.query(`create temporary table booking
          (name text, state text not null default 'confirmed', late boolean not null)`);
      await client.query(
        "insert into booking (name, late) values ('in time', false), ('late', true)",
      );
      await client.query(
        sql.slice(sql.indexOf('alter table booking'), sql.indexOf('-- Days are counted')),
      );
      await client.query("insert into booking (name, stage) values ('said', 2)");
      await client.query("insert into booking (name) values ('unsaid')");
      const { rows } = await client.query('select name, stage, late from booking order by name');
      expect(rows).toEqual([
        { name: 'in time', stage: 0, late: false },
        { name: 'late', stage: 1, late: true },
        { name: 'said', stage: 2, late: true },
        { name: 'unsaid', stage: 0, late: false },
      ]);
      await expect(client.query('insert into booking (stage) values (-1)')).rejects.toThrow(
        'stage_of_the_document',
      );
      const cancelledAt = (state: string) =>
        client.query('insert into booking (state, cancel_stage) values ($1, 1)', [state]);
      await expect(cancelledAt('cancelledLate')).resolves.toBeDefined();
      await expect(cancelledAt('confirmed')).rejects.toThrow('cancelled_at_a_stage');
    } finally {
      client.release(true);
    }
  });
});
