import type pg from 'pg';
import type { Dataset } from './dataset.ts';

/**
 * Puts lines into the draft of each family, as if its first child's days had been ticked:
 * `lines` days of one unit from `from` on. `spread` starts each family on another day.
 */
export async function draftDays(
  pool: pg.Pool,
  { organisationId, families }: Dataset,
  wanted: { unit: string; from: string; lines: number; spread: boolean },
): Promise<void> {
  const households = families.map(({ householdId }) => householdId);
  const accounts = families.map(({ accountId }) => accountId);
  const children = families.map(({ childIds }) => childIds[0]);
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local app.organisation_id = '${organisationId}'`);
    await client.query('delete from cart_line where organisation_id = $1', [organisationId]);
    await client.query(
      `insert into cart (organisation_id, household_id, revision, updated_by, updated_at)
       select $1, household_id, 1, account_id, now()
       from unnest($2::uuid[], $3::uuid[]) as f (household_id, account_id)
       on conflict (organisation_id, household_id) do update set revision = 1`,
      [organisationId, households, accounts],
    );
    await client.query(
      `with days as (
         select s.id, row_number() over (order by s.held_on) - 1 as place, count(*) over () as total
         from session s join unit u on u.organisation_id = $1 and u.id = s.unit_id
         where s.organisation_id = $1 and u.code = $4 and s.held_on >= $5
       ), family as (
         select household_id, child_id, ordinality - 1 as rank
         from unnest($2::uuid[], $3::uuid[]) with ordinality as f (household_id, child_id, ordinality)
       )
       insert into cart_line (organisation_id, household_id, child_id, session_id, action)
       select $1, f.household_id, f.child_id, d.id, 'add'
       from family f
       join days d on (d.place - case when $7 then f.rank * $6 else 0 end) % d.total between -d.total and d.total
         and ((d.place - case when $7 then f.rank * $6 else 0 end) % d.total + d.total) % d.total < $6`,
      [organisationId, households, children, wanted.unit, wanted.from, wanted.lines, wanted.spread],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}
