import { readFileSync } from 'node:fs';
import { compileReglement } from '@preau/domain/reglement/compile';
import { valDeLure } from '@preau/domain/towns/val-de-lure';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestOrganisation } from '../../testing/test-people.ts';

const file = new URL('../../../migrations/0008_wait_offers.sql', import.meta.url);

// Of the migration, what rewrites documents: repeatable, and already run on an empty table.
const sql = readFileSync(file, 'utf8');
const rewriting = sql.slice(sql.indexOf('alter table reglement_version'));

describe('règlements published before waiting lists had a term', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  test.each([
    ['online', { kind: 'online', offerHours: 24 }],
    ['staff', { kind: 'staff' }],
    ['none', { kind: 'none' }],
  ])('are read by this version: « %s »', async (word, expected) => {
    const { id } = await createTestOrganisation(testApp);
    const activities = valDeLure.activities.map((one) => ({ ...one, waitingList: word }));
    const old = JSON.stringify({ ...valDeLure, activities }).replaceAll("'", "''");
    await transaction(testApp.database, id, (tx) =>
      tx.orm.execute(
        `insert into reglement_version (organisation_id, id, document, hash, engine_version, status, validity)
         values ('${id}', '${newId()}', '${old}', 'old', 1, 'published', '[2025-09-01,)')`,
      ),
    );
    await testApp.owner.pool.query(rewriting);
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
