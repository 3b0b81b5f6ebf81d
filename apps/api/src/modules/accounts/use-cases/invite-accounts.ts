import type { Instant } from '@preau/domain/time/instant';
import type { Surface } from '../../../platform/auth/actor.ts';
import { newLinkToken } from '../../../platform/crypto/link-tokens.ts';
import type { Sealer } from '../../../platform/crypto/sealed-text.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { type EnsuredAccount, ensureAccounts } from '../account.store.ts';
import { emitInvited } from '../accounts.events.ts';
import { issueLinks } from '../link.store.ts';

/** Somebody to invite: accounts are told apart by their address. */
export type Invited = { readonly email: string; readonly displayName: string };

/**
 * Invites people: each account waits for its password, and a link good for seven days goes out by
 * e-mail. Inviting again ends the link sent before. An account already in use is left alone.
 * However many they are, a handful of statements.
 * @returns the accounts, with the status each had.
 */
export async function inviteAccounts(
  tx: Tx,
  surface: Surface,
  invited: readonly Invited[],
  sealer: Sealer,
  now: Instant,
): Promise<EnsuredAccount[]> {
  const accounts = await ensureAccounts(tx, surface, invited, now);
  const waiting = accounts.filter(({ status }) => status === 'invited').map(({ id }) => id);
  sendInvitations(tx, waiting, sealer, now);
  return accounts;
}

/** A new invitation link for each of these accounts, which wait for their passwords. */
export function sendInvitations(
  tx: Tx,
  accountIds: readonly string[],
  sealer: Sealer,
  now: Instant,
): void {
  const links = accountIds.map((accountId) => ({ accountId, token: newLinkToken() }));
  issueLinks(tx, 'invitation', links, now);
  emitInvited(tx, sealer, links, now);
}
