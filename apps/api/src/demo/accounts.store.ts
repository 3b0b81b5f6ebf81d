import type { Instant } from '@preau/domain/time/instant';
import type { Surface } from '../platform/auth/actor.ts';
import { statement } from '../platform/db/statement.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { newId } from '../platform/ids.ts';

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

const office = statement<{ id: string }>(
  'demo.office',
  `select account_id as id from staff_role
   where organisation_id = $1 and facility_id is null order by role desc limit 1`,
);

/**
 * The account of who answers families: of the office, or of the administrator where there is none.
 * @throws Error when the town has no such staff.
 */
export async function findOfficeAccount(tx: Tx): Promise<string> {
  const [found] = await tx.ask(office, [tx.organisationId]);
  if (!found) throw new Error('Nobody answers the families of this town');
  return found.id;
}

// The event of the invitation is found by its account: the worker then has nothing left to send.
const bounce = statement<never>(
  'demo.bounce',
  `insert into mail_message (organisation_id, id, event_id, recipient, template, state, created_at, sent_at)
   select $1, $3, e.id, a.email, 'invitation', 'bounced', e.at, e.at
   from account a
   join event e on e.organisation_id = a.organisation_id and e.type = 'account.invited'
     and e.payload ->> 'accountId' = a.id::text
   where a.organisation_id = $1 and a.id = $2`,
);

/** Has the address of an account refuse the invitation that was just sent to it. */
export function bounceInvitation(tx: Tx, accountId: string): void {
  tx.write(bounce, [tx.organisationId, accountId, newId()]);
}
