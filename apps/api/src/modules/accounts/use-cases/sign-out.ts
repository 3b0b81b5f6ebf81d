import { insertAudit } from '../../../platform/audit.ts';
import type { Claims } from '../../../platform/auth/actor.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Services } from '../../../platform/services.ts';
import { revokeSession } from '../session.store.ts';

/** Ends the session a token names. Signing out twice, or of a session already ended, is no error. */
export async function signOut(
  { database, clock }: Services,
  claims: Claims,
  requestId: string,
): Promise<void> {
  const now = clock.now();
  await transaction(database, claims.organisationId, async (tx) => {
    if (!(await revokeSession(tx, claims.accountId, claims.sessionId, now))) return;
    insertAudit(tx, {
      action: 'account.signedOut',
      at: now,
      actor: { kind: claims.surface === 'family' ? 'guardian' : 'staff', id: claims.accountId },
      objectKind: 'session',
      objectId: claims.sessionId,
      requestId,
    });
  });
}
