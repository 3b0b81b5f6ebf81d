import type { Instant } from '@preau/domain/time/instant';
import type { Surface } from '../platform/auth/actor.ts';
import { statement } from '../platform/db/statement.ts';
import type { Tx } from '../platform/db/transaction.ts';

const insert = statement<never>(
  'demo.accounts',
  `insert into account (organisation_id, id, surface, email, display_name, password_hash, status, created_at)
   select $1, id, $3, email, name, $4, 'active', to_timestamp($5::float8 / 1000)
   from jsonb_to_recordset($2) as r (id uuid, email text, name text)`,
);

export type ActiveAccount = { readonly id: string; readonly email: string; readonly name: string };

/**
 * Writes accounts that already have a password, all of them the same: only the demonstration opens
 * accounts without an invitation.
 */
export async function insertActiveAccounts(
  tx: Tx,
  surface: Surface,
  accounts: readonly ActiveAccount[],
  passwordHash: string,
  now: Instant,
): Promise<void> {
  await tx.ask(insert, [tx.organisationId, JSON.stringify(accounts), surface, passwordHash, now]);
}
