import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { type Searchable, searchTokensOf } from './search-tokens.ts';

/** A household and the words it is found by from now on. */
export type HouseholdTokens = { readonly householdId: string; readonly tokens: readonly string[] };

const forget = statement<never>(
  'household.forget-tokens',
  'delete from household_search where organisation_id = $1 and household_id = any($2::uuid[])',
);

const write = statement<never>(
  'household.write-tokens',
  `insert into household_search (organisation_id, token, household_id)
   select $1, token, household_id
   from unnest($2::text[], $3::uuid[]) as found (token, household_id)`,
);

const names = statement<Searchable & { readonly householdId: string }>(
  'household.names',
  `select h.id as "householdId", h.name,
     (select coalesce(jsonb_agg(jsonb_build_object('firstName', g.first_name, 'lastName', g.last_name,
                                                   'email', g.email, 'phone', g.phone)), '[]')
      from guardian g where g.organisation_id = h.organisation_id and g.household_id = h.id) as guardians,
     (select coalesce(jsonb_agg(jsonb_build_object('firstName', c.first_name, 'lastName', c.last_name)), '[]')
      from household_child hc
      join child c on c.organisation_id = hc.organisation_id and c.id = hc.child_id
      where hc.organisation_id = h.organisation_id and hc.household_id = h.id) as children
   from household h
   where h.organisation_id = $1 and h.id = any($2::uuid[])`,
);

/** Writes what households are found by, in place of what they were found by before. Set-based. */
export function writeSearchTokens(tx: Tx, households: readonly HouseholdTokens[]): void {
  const pairs = households.flatMap(({ householdId, tokens }) =>
    tokens.map((token) => ({ token, householdId })),
  );
  tx.write(forget, [tx.organisationId, households.map(({ householdId }) => householdId)]);
  tx.write(write, [
    tx.organisationId,
    pairs.map(({ token }) => token),
    pairs.map(({ householdId }) => householdId),
  ]);
}

/** Writes them anew from the names as they stand: called after a command that changed some. */
export async function refreshSearchTokens(tx: Tx, householdIds: readonly string[]): Promise<void> {
  const found = await tx.ask(names, [tx.organisationId, householdIds]);
  writeSearchTokens(
    tx,
    found.map((one) => ({ householdId: one.householdId, tokens: searchTokensOf(one) })),
  );
}
