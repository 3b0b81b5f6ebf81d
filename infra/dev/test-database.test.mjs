import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acquireTestDatabase, leaseTestCluster } from './test-database.mjs';

/**
 * @param {string} url
 * @param {string} sql
 */
async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'preau-test-'));
  /** @type {Awaited<ReturnType<typeof leaseTestCluster>>} */
  let lease;
  let migrations = 0;
  const request = {
    folder,
    fingerprint: 'one table',
    /** @param {string} ownerUrl */
    async migrate(ownerUrl) {
      migrations += 1;
      await ask(
        ownerUrl,
        `create table public.child (first_name text);
         grant usage on schema public to preau_app;
         grant select, insert on public.child to preau_app;`,
      );
    },
  };

  beforeAll(async () => {
    lease = await leaseTestCluster(folder);
  });
  afterAll(async () => {
    await lease.release();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is migrated once for several workers, who do not see each other', async () => {
    const databases = await Promise.all([1, 2, 3].map(() => acquireTestDatabase(request)));
    const [first, second] = databases;
    if (!first || !second) throw new Error('three databases were asked for');
    await ask(first.appUrl, `insert into child values ('Lina')`);

    expect(migrations).toBe(1);
    expect(await ask(first.appUrl, 'select first_name from child')).toHaveLength(1);
    expect(await ask(second.appUrl, 'select first_name from child')).toHaveLength(0);
    await Promise.all(databases.map((database) => database.drop()));
  });

  test('is gone once dropped', async () => {
    const database = await acquireTestDatabase(request);
    await database.drop();
    await expect(ask(database.appUrl, 'select 1')).rejects.toThrow(/does not exist/);
  });

  test('gives the application and the worker no power over rows or tables', async () => {
    const database = await acquireTestDatabase(request);
    const roles = await ask(
      database.ownerUrl,
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb
       from pg_roles where rolname like 'preau%' order by 1`,
    );
    expect(roles).toEqual(
      ['preau_app', 'preau_jobs', 'preau_owner'].map((rolname) => ({
        rolname,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
      })),
    );
    await expect(ask(database.appUrl, 'create table public.x (a int)')).rejects.toThrow(/denied/);
    await expect(ask(database.jobsUrl, 'select * from child')).rejects.toThrow(/denied/);
    await database.drop();
  });

  test('belongs to the password: a local user without it is refused', async () => {
    const url = new URL(lease.cluster.appUrl);
    url.password = 'guessed';
    await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  test('a migration that fails leaves no template behind', async () => {
    const broken = {
      folder,
      fingerprint: 'broken',
      migrate: () => Promise.reject(new Error('syntax error')),
    };
    await expect(acquireTestDatabase(broken)).rejects.toThrow('syntax error');
    const mended = await acquireTestDatabase({ ...request, fingerprint: 'broken' });
    expect(await ask(mended.appUrl, 'select * from child')).toEqual([]);
    await mended.drop();
  });
});
