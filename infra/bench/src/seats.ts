import type pg from 'pg';

export type Seats = { readonly taken: number; readonly held: number; readonly over: number };

/** Places taken in all pools of an organisation, held by its bookings, and beyond capacity. */
export async function countSeats(pool: pg.Pool, organisationId: string): Promise<Seats> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local app.organisation_id = '${organisationId}'`);
    const { rows } = await client.query<Seats>(
      `select coalesce(sum(taken), 0)::int as taken,
              coalesce(sum(greatest(taken - capacity - allowance, 0)), 0)::int as over,
              (select coalesce(sum(cardinality(s.parts)), 0)::int from booking b
               join session s on s.organisation_id = b.organisation_id and s.id = b.session_id
               where b.organisation_id = $1 and b.holds_place) as held
       from seat_pool where organisation_id = $1`,
      [organisationId],
    );
    await client.query('commit');
    const [seats] = rows;
    if (!seats) throw new Error('A sum answers one row');
    return seats;
  } finally {
    client.release();
  }
}
