import { transaction } from '../../platform/db/transaction.ts';
import type { World } from './cast.ts';

/**
 * Every tenant table of both organisations, in one text: how many rows, and the last transaction
 * that wrote one of those still there. Two equal texts: nothing was written in between.
 */
export async function stateOfTenants({ testApp, here, elsewhere }: World): Promise<string> {
  const { rows } = await testApp.owner.pool.query<{ name: string }>(
    `select c.relname as name from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
  );
  const counts = rows.map(
    ({ name }) =>
      `select '${name}' as name, count(*) as rows, max(xmin::text::bigint) as written from "${name}"`,
  );
  const states = await Promise.all(
    [here, elsewhere].map(({ organisation }) =>
      transaction(testApp.database, organisation.id, (tx) =>
        tx.orm.execute(counts.join(' union all ')),
      ),
    ),
  );
  return JSON.stringify(states.map((state) => state.rows));
}
