import type { Instant } from '@preau/domain/time/instant';
import type { Claims } from '../../../platform/auth/actor.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { CommandContext } from '../../../platform/http/tenant.ts';
import { setPassword } from '../account.store.ts';
import { type AccountResult, done, refused } from '../accounts.errors.ts';
import { emitPasswordChanged } from '../accounts.events.ts';
import { revokeOtherSessions } from '../session.store.ts';

/**
 * Replaces the password of the signed-in account by one already verified and hashed. Its other
 * sessions end, and its owner is told by e-mail.
 */
export async function replacePassword(
  tx: Tx,
  { claims, audit }: CommandContext<Claims>,
  passwordHash: string,
  now: Instant,
): Promise<AccountResult<null>> {
  const changed = await setPassword(tx, claims.accountId, passwordHash);
  if (!changed) return refused({ code: 'wrong-password' });
  revokeOtherSessions(tx, claims.accountId, claims.sessionId, now);
  emitPasswordChanged(tx, claims.accountId, now);
  audit(tx, { objectKind: 'account', objectId: claims.accountId });
  return done(null);
}
