import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import type pg from 'pg';

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url));
const table = 'schema_migration';

/**
 * Applies the SQL files not applied yet, in order, each in its transaction, under an advisory lock.
 * @param ownerUrl PostgreSQL address of the owner role.
 * @returns names of the migrations applied now.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const applied = await runner({
    databaseUrl: ownerUrl,
    dir: folder,
    direction: 'up',
    migrationsTable: table,
    log: () => undefined,
  });
  return applied.map(({ name }) => name);
}

/** Names of the migrations this code needs and the database lacks. */
export async function missingMigrations(pool: pg.Pool): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql'));
  const needed = files.map((name) => name.replace(/\.sql$/, '')).toSorted();
  const { rows } = await pool.query<{ name: string }>(`select name from ${table}`);
  const present = new Set(rows.map(({ name }) => name));
  return needed.filter((name) => !present.has(name));
}
