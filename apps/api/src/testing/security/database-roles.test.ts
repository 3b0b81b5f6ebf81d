import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp } from '../test-app.ts';
import { confirmLunch } from './journeys.ts';
import { tenantTables } from './row-security.ts';
import { createWorld } from './world.ts';
import type { World } from './cast.ts';

const insertOnly = [
  'audit_event',
  'event',
  'confirmation',
  'booking_change',
  'legal_page',
] as const;
const insufficientPrivilege = '42501';

describe('what the roles of the database may do', () => {
  let world: World;
  let jobs: pg.Pool;
  beforeAll(async () => {
    const testApp = await createTestApp();
    world = await createWorld(testApp);
    await confirmLunch(world, 'guardian');
    jobs = new pg.Pool({ connectionString: testApp.urls.jobsUrl, max: 1 });
  });
  afterAll(async () => {
    await jobs.end();
    await world.testApp.close();
  });

  /** The SQLSTATE a statement of the application is refused with, in its organisation. */
  const refusal = async (sql: string): Promise<string> =>
    transaction(world.testApp.database, world.here.organisation.id, (tx) =>
      tx.orm.execute(sql),
    ).then(
      ({ rowCount }) => `done on ${rowCount}`,
      (error: { cause?: { code?: string } }) => error.cause?.code ?? 'refused without a code',
    );

  test.each(['preau_app', 'preau_jobs', 'preau_owner'])(
    '%s is no superuser, cannot go around row security and belongs to no other role',
    async (role) => {
      const { rows } = await world.testApp.owner.pool.query(
        `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
           (select count(*)::int from pg_auth_members where member = r.oid) as memberships
         from pg_roles r where rolname = $1`,
        [role],
      );
      expect(rows).toEqual([
        {
          rolsuper: false,
          rolbypassrls: false,
          rolcreaterole: false,
          rolcreatedb: false,
          rolreplication: false,
          memberships: 0,
        },
      ]);
    },
  );

  test('the server is the application role, which owns nothing', async () => {
    const { database, owner } = world.testApp;
    const owned = async (pool: pg.Pool) => {
      const { rows } = await pool.query<{ role: string; owned: number }>(
        `select current_user as role, (
           (select count(*) from pg_class where relowner = r.oid)
           + (select count(*) from pg_proc where proowner = r.oid)
           + (select count(*) from pg_namespace where nspowner = r.oid)
           + (select count(*) from pg_database where datdba = r.oid))::int as owned
         from pg_roles r where rolname = current_user`,
      );
      return rows[0];
    };
    expect(await owned(database.pool)).toEqual({ role: 'preau_app', owned: 0 });
    expect((await owned(owner.pool))?.owned).toBeGreaterThan(20);
  });

  test('the application creates nothing and holds no right beyond rows', async () => {
    const { rows } = await world.testApp.database.pool.query(
      `select c.relname, p.privilege from pg_class c,
         unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) as p (privilege)
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and has_table_privilege(c.oid, p.privilege)
       union all
       select nspname, 'CREATE' from pg_namespace where has_schema_privilege(oid, 'CREATE')
       union all
       select nspname, 'USAGE' from pg_namespace
       where nspname = 'graphile_worker' and has_schema_privilege(oid, 'USAGE')
       union all
       select datname, 'CREATE' from pg_database
       where datname = current_database() and has_database_privilege(oid, 'CREATE')`,
    );
    expect(rows).toEqual([]);
  });

  test.each([
    'alter table guardian disable row level security',
    'alter table guardian no force row level security',
    'drop policy tenant on guardian',
    'create policy mine on guardian using (true)',
    'truncate guardian',
    'set role preau_owner',
    'set session authorization preau_owner',
    'set local row_security = off; select * from guardian',
    "insert into organisation_directory values ('pris', gen_random_uuid())",
    "update organisation_directory set slug = 'pris'",
    "update instance set mode = 'demo'",
    'update schema_migration set name = name',
    "copy guardian to program 'cat'",
    "select pg_read_file('/etc/hostname')",
  ])('the application is refused: %s', async (sql) => {
    expect(await refusal(sql)).toBe(insufficientPrivilege);
  });

  test.each(insertOnly)('%s is only ever added to', async (name) => {
    expect(await refusal(`update ${name} set organisation_id = organisation_id`)).toBe(
      insufficientPrivilege,
    );
    expect(await refusal(`delete from ${name}`)).toBe(insufficientPrivilege);
    expect(await refusal(`select from ${name}`)).not.toBe('done on 0');
    // What may be changed is changed by the same statement: the refusal is that of the table.
    expect(await refusal('update guardian set id = id')).toMatch(/^done on [1-9]/);
  });

  test('the worker’s role reads which events there are, and nothing of what they say', async () => {
    const tables = await tenantTables(world.testApp.owner.pool);
    const { rows } = await jobs.query('select organisation_id, id, xid, type from event');
    expect(rows.length).toBeGreaterThan(0);
    await expect(jobs.query('select payload from event')).rejects.toMatchObject({
      code: insufficientPrivilege,
    });
    for (const name of tables) {
      await expect(jobs.query(`select * from "${name}"`)).rejects.toMatchObject({
        code: insufficientPrivilege,
      });
      await expect(jobs.query(`delete from "${name}"`)).rejects.toMatchObject({
        code: insufficientPrivilege,
      });
    }
  });
});
