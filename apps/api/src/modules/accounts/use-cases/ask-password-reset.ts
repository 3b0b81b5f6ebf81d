import { insertAudit } from '../../../platform/audit.ts';
import type { Surface } from '../../../platform/auth/actor.ts';
import { newLinkToken } from '../../../platform/crypto/link-tokens.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Services } from '../../../platform/services.ts';
import { findOrganisationId } from '../../organisations/organisations.public.ts';
import { type AccountResult, done, refused } from '../accounts.errors.ts';
import { emitResetAsked } from '../accounts.events.ts';
import type { Caller } from '../caller.ts';
import {
  addressPolicy,
  addressSubject,
  countAttempt,
  mailPolicy,
  throttleSubject,
} from '../throttle.store.ts';

/**
 * Takes note that somebody forgot the password of an address. No account is looked up here: what
 * is written, and how long it takes, is the same for a parent's address and for a stranger's.
 */
export async function askPasswordReset(
  { database, clock, sealer }: Services,
  asked: { surface: Surface; organisation: string; email: string },
  caller: Caller,
): Promise<AccountResult<null>> {
  const organisationId = await findOrganisationId(database, asked.organisation);
  if (!organisationId) return refused({ code: 'unknown-organisation' });
  const now = clock.now();
  const { surface, email } = asked;
  return transaction(database, organisationId, async (tx) => {
    const person = throttleSubject('reset', surface, email);
    const waits = await Promise.all([
      countAttempt(tx, person, mailPolicy, now),
      countAttempt(tx, addressSubject(caller.address), addressPolicy, now),
    ]);
    const retryAfterSeconds = Math.max(...waits);
    if (retryAfterSeconds > 0) return refused({ code: 'throttled', retryAfterSeconds });
    emitResetAsked(tx, sealer, { surface, email, token: newLinkToken() }, now);
    insertAudit(tx, {
      action: 'account.resetAsked',
      at: now,
      actor: { kind: 'anonymous', id: null },
      objectKind: 'account',
      objectId: null,
      requestId: caller.requestId,
    });
    return done(null);
  });
}
