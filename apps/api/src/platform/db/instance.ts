import type pg from 'pg';

export type Mode = 'demo' | 'production' | 'test';

/** What this database is for, and by how much its clock is shifted (0 in production). */
export type Instance = { readonly mode: Mode; readonly clockOffsetMs: number };

/**
 * Writes what the database is for if nobody has yet, and returns what is written there.
 * The mode never changes afterwards: no role but the owner may update it.
 */
export async function claimInstance(pool: pg.Pool, mode: Mode): Promise<Instance> {
  await pool.query('insert into instance (mode) values ($1) on conflict do nothing', [mode]);
  const { rows } = await pool.query<Instance>(
    'select mode, clock_offset_ms as "clockOffsetMs" from instance',
  );
  const [instance] = rows;
  if (!instance) throw new Error('The instance row vanished');
  return instance;
}
