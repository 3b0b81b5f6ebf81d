import { insertAudit } from '../../../platform/audit.ts';
import type { Claims, Surface } from '../../../platform/auth/actor.ts';
import { passwordHasher } from '../../../platform/crypto/passwords.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Services } from '../../../platform/services.ts';
import { findOrganisationId } from '../../organisations/organisations.public.ts';
import { type Credentials, findCredentials, holdVerifiedPassword } from '../account.store.ts';
import { type AccountRefusal, type AccountResult, done, refused } from '../accounts.errors.ts';
import type { Caller } from '../caller.ts';
import { openSession } from '../session.store.ts';
import {
  accountPolicy,
  addressPolicy,
  addressSubject,
  countAttempt,
  forgetAttempts,
  readThrottle,
  throttleSubject,
} from '../throttle.store.ts';

export type SignIn = {
  readonly surface: Surface;
  readonly organisation: string;
  readonly email: string;
  readonly password: string;
};

/**
 * Signs in with an address and a password. A stranger's address, a wrong password, an account that
 * was never activated and a disabled one are one and the same answer, after the same work.
 * No connection is held while the password is hashed.
 */
export async function signIn(
  services: Services,
  asked: SignIn,
  caller: Caller,
): Promise<AccountResult<Claims>> {
  passwordHasher.assertRoom();
  const organisationId = await findOrganisationId(services.database, asked.organisation);
  if (!organisationId) return refused({ code: 'unknown-organisation' });
  const heard = await hear(services, organisationId, asked, caller);
  if (!heard.ok) return heard;
  const found = heard.value;
  const matches = await passwordHasher.verify(asked.password, found?.passwordHash ?? null);
  return matches && found
    ? admit(services, organisationId, asked, caller, found)
    : reject(services, organisationId, caller, found);
}

/** Counts the attempt and looks the account up, unless too many were made. */
function hear(
  { database, clock }: Services,
  organisationId: string,
  asked: SignIn,
  caller: Caller,
): Promise<AccountResult<Credentials | undefined>> {
  const now = clock.now();
  return transaction(database, organisationId, async (tx) => {
    const [addressWait, accountWait, found] = await Promise.all([
      readThrottle(tx.ask, organisationId, addressSubject(caller.address), now),
      countAttempt(tx, signInSubject(asked), accountPolicy, now),
      findCredentials(tx.ask, organisationId, asked.surface, asked.email),
    ]);
    const retryAfterSeconds = Math.max(addressWait, accountWait);
    return retryAfterSeconds > 0 ? refused({ code: 'throttled', retryAfterSeconds }) : done(found);
  });
}

function admit(
  { database, clock }: Services,
  organisationId: string,
  asked: SignIn,
  caller: Caller,
  verified: Credentials,
): Promise<AccountResult<Claims>> {
  const now = clock.now();
  return transaction(database, organisationId, async (tx) => {
    if (!(await holdVerifiedPassword(tx, verified))) return refused(wrong);
    forgetAttempts(tx, signInSubject(asked));
    const { accountId, householdId } = verified;
    const { surface } = asked;
    const claims = openSession(
      tx,
      { id: accountId, surface, householdId, userAgent: caller.userAgent },
      now,
    );
    insertAudit(tx, {
      action: 'account.signedIn',
      at: now,
      actor: { kind: surface === 'family' ? 'guardian' : 'staff', id: accountId },
      objectKind: 'session',
      objectId: claims.sessionId,
      requestId: caller.requestId,
    });
    return done(claims);
  });
}

function reject(
  { database, clock }: Services,
  organisationId: string,
  caller: Caller,
  found: Credentials | undefined,
): Promise<AccountResult<never>> {
  const now = clock.now();
  return transaction(database, organisationId, async (tx) => {
    await countAttempt(tx, addressSubject(caller.address), addressPolicy, now);
    insertAudit(tx, {
      action: 'account.signInFailed',
      at: now,
      actor: { kind: 'anonymous', id: null },
      objectKind: 'account',
      objectId: found?.accountId ?? null,
      requestId: caller.requestId,
    });
    return refused(wrong);
  });
}

const wrong: AccountRefusal = { code: 'wrong-credentials' };

function signInSubject(asked: SignIn): Buffer {
  return throttleSubject('sign-in', asked.surface, asked.email);
}
