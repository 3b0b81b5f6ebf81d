import type pg from 'pg';

/** Tables of every organisation's data, in the order of their names. */
export async function tenantTables(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and c.relname <> 'organisation_directory'
     order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Takes the protection away, as only the owner may: what a negative control compares with. */
export async function switchRowSecurityOff(owner: pg.Pool, tables: readonly string[]) {
  for (const name of tables) await owner.query(`alter table "${name}" disable row level security`);
}

export async function switchRowSecurityOn(owner: pg.Pool, tables: readonly string[]) {
  for (const name of tables) await owner.query(`alter table "${name}" enable row level security`);
}
