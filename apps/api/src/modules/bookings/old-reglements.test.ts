import { readFileSync } from 'node:fs';
import { compileReglement } from '@preau/domain/reglement/compile';
import { readTown } from '@preau/reglement/read-town';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestOrganisation } from '../../testing/test-people.ts';

const valDeLure = readTown('val-de-lure');

// Of the migrations, what rewrites documents: repeatable, and already run on an empty table.
const rewriting = ['0008_wait_offers', '0011_five-ways-to-book'].map((name) => {
  const file = new URL(`../../../migrations/${name}.sql`, import.meta.url);
  const sql = readFileSync(file, 'utf8');
  const end = 'alter table reglement_version force row level security;';
  return sql.slice(sql.indexOf('alter table reglement_version'), sql.indexOf(end) + end.length);
});

/** A document as it was when the regime had one form, and a list a mere word. */
function asItWas(waitingList: string): string {
  const { documents: _, closureCredit: __, ...document } = valDeLure;
  const activities = document.activities.map((activity) => {
    const { enrolment: _e, ages: _a, opening: _o, days: _d, ...kept } = activity;
    const { cancellation: _c, ...regime } = activity.regime;
    return { ...kept, regime, waitingList };
  });
  return JSON.stringify({ ...document, activities });
}

describe('règlements published before there were five ways to book', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  test.each([
    ['online', { kind: 'online', offerHours: 24 }],
    ['staff', { kind: 'staff', offerHours: 24 }],
    ['none', { kind: 'none' }],
  ])('are read by this version: « %s »', async (word, expected) => {
    const { id } = await createTestOrganisation(testApp);
    const old = asItWas(word).replaceAll("'", "''");
    await transaction(testApp.database, id, (tx) =>
      tx.orm.execute(
        `insert into reglement_version (organisation_id, id, document, hash, engine_version, status, validity)
         values ('${id}', '${newId()}', '${old}', 'old', 1, 'published', '[2025-09-01,)')`,
      ),
    );
    for (const statement of rewriting) await testApp.owner.pool.query(statement);
    const { rows } = await transaction(testApp.database, id, (tx) =>
      tx.orm.execute<{ document: typeof valDeLure; hash: string }>(
        'select document, hash from reglement_version',
      ),
    );
    const [kept] = rows;
    expect(kept?.hash).toBe('old');
    expect(kept?.document).toEqual({
      ...valDeLure,
      activities: valDeLure.activities.map((one) => ({ ...one, waitingList: expected })),
    });
    expect(() => compileReglement(kept?.document ?? valDeLure)).not.toThrow();
    // Row security stands again, for the owner too.
    expect((await testApp.owner.pool.query('select from reglement_version')).rowCount).toBe(0);
  });
});
