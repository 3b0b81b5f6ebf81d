import { insertAudit } from '../../../platform/audit.ts';
import type { Claims } from '../../../platform/auth/actor.ts';
import { passwordHasher } from '../../../platform/crypto/passwords.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Services } from '../../../platform/services.ts';
import { type AccountResult, done, refused } from '../accounts.errors.ts';
import { passwordRefusal } from '../password-policy.ts';
import { accountPolicy, countAttempt, forgetAttempts, throttleSubject } from '../throttle.store.ts';

export type PasswordChange = {
  readonly current: string;
  readonly next: string;
  /** What is stored for the current password. */
  readonly currentHash: string | null;
  readonly requestId: string;
};

/**
 * Verifies the current password of a signed-in person and hashes the next one; no connection is
 * held meanwhile. Attempts are counted: an open session left on a table lets nobody guess.
 * @returns the next password's hash, to be stored by `replacePassword`.
 */
export async function prepareNewPassword(
  { database, clock }: Services,
  claims: Claims,
  change: PasswordChange,
): Promise<AccountResult<string>> {
  const weak = passwordRefusal(change.next, claims.surface);
  if (weak) return refused(weak);
  passwordHasher.assertRoom();
  const subject = throttleSubject('own-password', claims.accountId);
  const retryAfterSeconds = await transaction(database, claims.organisationId, (tx) =>
    countAttempt(tx, subject, accountPolicy, clock.now()),
  );
  if (retryAfterSeconds > 0) return refused({ code: 'throttled', retryAfterSeconds });
  const matches = await passwordHasher.verify(change.current, change.currentHash);
  const next = matches ? await passwordHasher.hash(change.next) : null;
  return transaction(database, claims.organisationId, async (tx) => {
    if (next !== null) {
      forgetAttempts(tx, subject);
      return done(next);
    }
    insertAudit(tx, {
      action: 'account.passwordCheckFailed',
      at: clock.now(),
      actor: { kind: claims.surface === 'family' ? 'guardian' : 'staff', id: claims.accountId },
      objectKind: 'account',
      objectId: claims.accountId,
      requestId: change.requestId,
    });
    return refused({ code: 'wrong-password' });
  });
}
