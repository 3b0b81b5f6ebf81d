import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../test-app.ts';

const modules = path.resolve(import.meta.dirname, '../../modules');
const files = globSync('*/*.tables.ts', { cwd: modules }).toSorted();

/** Names of types as the code writes them, where PostgreSQL has another word. */
const typeNames: Readonly<Record<string, string>> = {
  timestamptz: 'timestamp with time zone',
};

async function tablesOf(file: string): Promise<Table[]> {
  const exported: unknown = await import(pathToFileURL(path.join(modules, file)).href);
  return Object.values(exported as object).filter((value): value is Table => is(value, Table));
}

/** Columns as the code describes them: type, whether a value is required, whether there is a default. */
function described(table: Table): Record<string, string> {
  const columns = Object.values(getTableColumns(table)).map((column) => {
    const type = column.getSQLType();
    const words = [typeNames[type] ?? type, column.notNull ? 'required' : 'optional'];
    return [column.name, [...words, ...(column.hasDefault ? ['default'] : [])].join(' ')];
  });
  return Object.fromEntries(columns.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}

describe('the tables as the code describes them', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  /** The same of the database, for the table of that name. */
  const inDatabase = async (table: Table): Promise<Record<string, string>> => {
    const { rows } = await testApp.owner.pool.query<{ name: string; told: string }>(
      `select attname as name, format_type(atttypid, atttypmod)
         || case when attnotnull then ' required' else ' optional' end
         || case when atthasdef then ' default' else '' end as told
       from pg_attribute
       where attrelid = to_regclass('public.' || $1) and attnum > 0 and not attisdropped
       order by attname collate "C"`,
      [getTableName(table)],
    );
    return Object.fromEntries(rows.map(({ name, told }) => [name, told]));
  };

  test('are found in the modules', () => {
    expect(files.length).toBeGreaterThanOrEqual(4);
  });

  test.each(files)('%s mirrors the database: columns, types, what may be missing', async (file) => {
    const tables = await tablesOf(file);
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      const name = getTableName(table);
      expect([name, described(table)]).toEqual([name, await inDatabase(table)]);
    }
  });

  test('a mirror that lies is noticed, whatever it lies about', async () => {
    const columns = {
      organisationId: uuid('organisation_id').notNull(),
      id: uuid().notNull(),
      name: text().notNull(),
    };
    const told = await inDatabase(pgTable('facility', columns));
    expect(described(pgTable('facility', columns))).toEqual(told);
    const { name: _left, ...fewer } = columns;
    for (const lie of [
      fewer,
      { ...columns, more: text() },
      { ...columns, name: text() },
      { ...columns, name: text().notNull().default('') },
      { ...columns, name: timestamp().notNull() },
    ]) {
      expect(described(pgTable('facility', lie))).not.toEqual(told);
    }
    expect(await inDatabase(pgTable('nowhere', columns))).toEqual({});
  });
});
