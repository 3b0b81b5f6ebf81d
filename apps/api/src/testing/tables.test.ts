import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as accounts from '../modules/accounts/accounts.tables.ts';
import * as households from '../modules/households/households.tables.ts';
import * as organisations from '../modules/organisations/organisations.tables.ts';
import { createTestApp, type TestApp } from './test-app.ts';

const tables = [accounts, households, organisations].flatMap((module) =>
  Object.values(module).filter((value) => is(value, Table)),
);

describe('the tables as the code knows them', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  test.each(tables.map((table) => [getTableName(table), table] as const))(
    '%s has the columns of the migrations, and may be null where it may there',
    async (name, table) => {
      const { rows } = await testApp.owner.pool.query<{ column: string; required: boolean }>(
        `select attname as column, attnotnull as required from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attname`,
        [name],
      );
      const known = Object.values(getTableColumns(table)).map((column) => ({
        column: column.name,
        required: column.notNull,
      }));
      expect(known.toSorted((a, b) => (a.column < b.column ? -1 : 1))).toEqual(rows);
    },
  );
});
