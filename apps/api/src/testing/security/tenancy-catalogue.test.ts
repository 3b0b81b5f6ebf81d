import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp } from '../test-app.ts';
import { cookieOfPerson } from './actors.ts';
import { confirmLunch } from './journeys.ts';
import { send } from './requests.ts';
import { switchRowSecurityOff, switchRowSecurityOn, tenantTables } from './row-security.ts';
import { tablesWithoutTenant, tenancyFaults } from './tenancy-faults.ts';
import { createWorld } from './world.ts';
import type { World } from './cast.ts';

/** A table as it should be, then with one thing wrong; and the fault that must be found. */
const sound = `create table planted (organisation_id uuid not null, id uuid, primary key (organisation_id, id));
  alter table planted enable row level security; alter table planted force row level security;
  create policy tenant on planted using (organisation_id = current_organisation())
    with check (organisation_id = current_organisation());`;
const plantedFaults: Readonly<Record<string, readonly [string, RegExp]>> = {
  'no row security': [
    `${sound} alter table planted disable row level security`,
    /planted has row security off/,
  ],
  'row security that does not bind the owner': [
    `${sound} alter table planted no force row level security`,
    /planted does not bind its owner/,
  ],
  'no policy': [`${sound} drop policy tenant on planted`, /planted has no tenant policy/],
  'a policy for reading alone': [
    `${sound} drop policy tenant on planted; create policy tenant on planted for select
       using (organisation_id = current_organisation())`,
    /planted has no tenant policy/,
  ],
  'a policy without a check': [
    `${sound} drop policy tenant on planted; create policy tenant on planted
       using (organisation_id = current_organisation())`,
    /planted has no tenant policy/,
  ],
  'one policy too many': [
    `${sound} create policy all_of_it on planted for select using (true)`,
    /policy planted all_of_it r public true - opens more/,
  ],
  'a nullable organisation': [
    `${sound} alter table planted drop constraint planted_pkey;
       alter table planted alter organisation_id drop not null; alter table planted add unique (organisation_id, id)`,
    /planted may belong to nobody/,
  ],
  'a key of its own': [
    `${sound} alter table planted drop constraint planted_pkey; alter table planted add primary key (id)`,
    /planted_pkey of planted does not start/,
  ],
  'no key': [`${sound} alter table planted drop constraint planted_pkey`, /planted has no key/],
  'a unique index across organisations': [
    `${sound} create unique index planted_id on planted (id)`,
    /planted_id of planted does not start/,
  ],
  'a reference across organisations': [
    `create table pointed (id uuid primary key); ${sound}
       alter table planted add foreign key (id) references pointed (id)`,
    /planted_id_fkey of planted does not start/,
  ],
  'a table of nobody': [
    'create table planted (id uuid primary key)',
    /planted belongs to no organisation/,
  ],
  'a view that reads as its owner': [
    'create view planted as select * from guardian',
    /view planted reads/,
  ],
  'a materialised view': [
    'create materialized view planted as select * from guardian',
    /planted has rows/,
  ],
  'a function that acts as its owner': [
    'create function planted() returns int language sql security definer as $$ select 1 $$',
    /function planted acts/,
  ],
};

describe('the schema keeps organisations apart', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(await createTestApp());
    await confirmLunch(world, 'guardian');
    await confirmLunch(world, 'foreignGuardian');
    const path = `/api/staff/guardians/${world.families.charlie.guardians[1]?.id}/invitation`;
    await send(world.testApp, 'POST', { path }, await cookieOfPerson(world, 'office'));
  });
  afterAll(() => world.testApp.close());

  test('every table of an organisation is bound to it, and every other is listed', async () => {
    const { pool } = world.testApp.owner;
    expect(await tenancyFaults(pool)).toEqual([]);
    expect((await tenantTables(pool)).length).toBeGreaterThanOrEqual(25);
    const { rows } = await pool.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    const names = rows.map(({ relname }) => String(relname));
    expect(names).toEqual(expect.arrayContaining(Object.keys(tablesWithoutTenant)));
  });

  test.each(Object.entries(plantedFaults))('%s is found', async (_name, [ddl, fault]) => {
    const faults = await faultsAfter(world, ddl);
    expect(faults.join('\n')).toMatch(fault);
  });

  test('a sound new table raises nothing', async () => {
    expect(await faultsAfter(world, sound)).toEqual([]);
  });

  test('a query that forgets the organisation reads one, and both without row security', async () => {
    const { owner, database } = world.testApp;
    const names = await tenantTables(owner.pool);
    const organisationsIn = async (name: string) => {
      const { rows } = await transaction(database, world.here.organisation.id, (tx) =>
        tx.orm.execute(`select distinct organisation_id as id from "${name}"`),
      );
      return rows.map(({ id }) => String(id));
    };
    const leaking: string[] = [];
    for (const name of names) {
      const seen = await organisationsIn(name);
      expect([name, ...seen.filter((id) => id !== world.here.organisation.id)]).toEqual([name]);
      await switchRowSecurityOff(owner.pool, [name]);
      if ((await organisationsIn(name)).length > 1) leaking.push(name);
      await switchRowSecurityOn(owner.pool, [name]);
    }
    expect(leaking).toEqual(
      expect.arrayContaining(['account', 'audit_event', 'booking', 'child', 'guardian', 'event']),
    );
    expect(leaking.length).toBeGreaterThanOrEqual(20);
    expect(await tenancyFaults(owner.pool)).toEqual([]);
  });

  test('without an organisation nothing is read or written, by the owner neither', async () => {
    const { owner, database } = world.testApp;
    for (const { pool } of [database, owner]) {
      const { rows } = await pool.query('select count(*)::int as seen from guardian');
      expect(rows).toEqual([{ seen: 0 }]);
      await expect(pool.query(insertHousehold(world.here.organisation.id))).rejects.toThrow(
        /row-level security/,
      );
    }
  });

  test('in one organisation nothing is written into another', async () => {
    const { database } = world.testApp;
    const { here, elsewhere } = world;
    const inHere = (sql: string) =>
      transaction(database, here.organisation.id, async (tx) => {
        const { rowCount } = await tx.orm.execute(sql);
        return rowCount;
      });
    const denied = { cause: expect.objectContaining({ code: '42501' }) };
    await expect(inHere(insertHousehold(elsewhere.organisation.id))).rejects.toMatchObject(denied);
    const move = `update household set organisation_id = '${elsewhere.organisation.id}'`;
    await expect(inHere(move)).rejects.toMatchObject(denied);
    const theirs = `where organisation_id = '${elsewhere.organisation.id}'`;
    expect(await inHere(`update household set name = 'Pris' ${theirs}`)).toBe(0);
    expect(await inHere(`delete from cart_line ${theirs}`)).toBe(0);
    expect(await inHere(insertHousehold(here.organisation.id))).toBe(1);
  });
});

const insertHousehold = (organisationId: string) =>
  `insert into household (organisation_id, id, name) values ('${organisationId}', '${newId()}', 'Aubry')`;

/** Faults found after a change of the schema, which is then undone. */
async function faultsAfter({ testApp }: World, ddl: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: testApp.urls.ownerUrl, max: 1 });
  try {
    await pool.query('begin');
    await pool.query(ddl);
    return await tenancyFaults(pool);
  } finally {
    await pool.query('rollback');
    await pool.end();
  }
}
