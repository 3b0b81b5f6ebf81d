import fastify from 'fastify';
import pg from 'pg';

/** The yardstick: Fastify, one connection pool, one prepared statement, one row. Nothing of ours. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = fastify();
app.get('/', async () => {
  const { rows } = await pool.query({
    name: 'one-row',
    text: 'select slug, organisation_id from organisation_directory limit 1',
  });
  return rows[0];
});
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
process.once('SIGTERM', () => process.exit(0));
