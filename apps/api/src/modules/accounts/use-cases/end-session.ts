import type { Instant } from '@preau/domain/time/instant';
import type { Claims } from '../../../platform/auth/actor.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { CommandContext } from '../../../platform/http/tenant.ts';
import { type AccountResult, done, refused } from '../accounts.errors.ts';
import { revokeSession } from '../session.store.ts';

/** Ends one session of the signed-in account, on this device or another: refused at its next request. */
export async function endSession(
  tx: Tx,
  { claims, audit }: CommandContext<Claims>,
  sessionId: string,
  now: Instant,
): Promise<AccountResult<null>> {
  if (!(await revokeSession(tx, claims.accountId, sessionId, now))) {
    return refused({ code: 'session-unknown' });
  }
  audit(tx, { objectKind: 'session', objectId: sessionId });
  return done(null);
}
