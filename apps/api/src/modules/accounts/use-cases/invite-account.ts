import type { Instant } from '@preau/domain/time/instant';
import { newLinkToken } from '../../../platform/crypto/link-tokens.ts';
import type { Sealer } from '../../../platform/crypto/sealed-text.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { AccountStatus } from '../account-status.ts';
import { ensureAccount, type NewAccount } from '../account.store.ts';
import { emitInvited } from '../accounts.events.ts';
import { issueLink } from '../link.store.ts';

/**
 * Invites a person: an account waits for its password, and a link good for seven days goes out by
 * e-mail. Inviting again ends the link sent before. An account already in use is left alone.
 * @returns the account, with the status it had.
 */
export async function inviteAccount(
  tx: Tx,
  invited: NewAccount,
  sealer: Sealer,
  now: Instant,
): Promise<{ id: string; status: AccountStatus }> {
  const account = await ensureAccount(tx, invited, now);
  if (account.status === 'invited') await sendInvitation(tx, account.id, sealer, now);
  return account;
}

/** A new invitation link for an account that waits for its password. */
export async function sendInvitation(
  tx: Tx,
  accountId: string,
  sealer: Sealer,
  now: Instant,
): Promise<void> {
  const token = newLinkToken();
  await issueLink(tx, { accountId, purpose: 'invitation', token }, now);
  emitInvited(tx, sealer, accountId, token, now);
}
