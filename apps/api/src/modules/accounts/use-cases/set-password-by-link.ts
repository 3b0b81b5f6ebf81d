import type { Instant } from '@preau/domain/time/instant';
import { insertAudit } from '../../../platform/audit.ts';
import type { Claims } from '../../../platform/auth/actor.ts';
import { passwordHasher } from '../../../platform/crypto/passwords.ts';
import { readTogether, transaction, type Tx } from '../../../platform/db/transaction.ts';
import type { Services } from '../../../platform/services.ts';
import {
  findOrganisationId,
  insertAcceptancesOf,
} from '../../organisations/organisations.public.ts';
import { setPassword } from '../account.store.ts';
import { type AccountResult, done, refused } from '../accounts.errors.ts';
import { emitPasswordChanged } from '../accounts.events.ts';
import type { Caller } from '../caller.ts';
import { consumeLink, findLink } from '../link.store.ts';
import { type LinkPurpose, linkRefusal } from '../link-rules.ts';
import { passwordRefusal } from '../password-policy.ts';
import { openSession, revokeOtherSessions } from '../session.store.ts';
import type { OpenedLink } from './check-invitation.ts';

type ChosenPassword = {
  readonly purpose: LinkPurpose;
  readonly password: string;
  /** Version of the terms of use accepted with it. */
  readonly acceptedTerms?: number | undefined;
};

/**
 * Chooses a password with the link of an invitation or of a reset, and signs in. The link is used
 * up by this and by nothing else; every session opened before ends. A parent's acceptance of the
 * terms is kept with it; terms that changed meanwhile are asked again once signed in.
 */
export async function setPasswordByLink(
  services: Services,
  opened: OpenedLink & ChosenPassword,
  caller: Caller,
): Promise<AccountResult<Claims>> {
  const { database, clock } = services;
  passwordHasher.assertRoom();
  const organisationId = await findOrganisationId(database, opened.organisation);
  if (!organisationId) return refused({ code: 'link-unknown' });
  const [link] = await readTogether(database, organisationId, (ask) => [
    findLink(ask, organisationId, opened.token),
  ]);
  const refusal =
    linkRefusal(link, opened, clock.now()) ?? passwordRefusal(opened.password, opened.surface);
  if (refusal || !link) return refused(refusal ?? { code: 'link-unknown' });
  const passwordHash = await passwordHasher.hash(opened.password);
  const now = clock.now();
  return transaction(database, organisationId, async (tx) => {
    if (!(await consumeLink(tx, opened.token, now))) return refused({ code: 'link-used' });
    const { accountId, surface } = link;
    const account = await setPassword(tx, accountId, passwordHash);
    if (!account) return refused({ code: 'link-unknown' });
    revokeOtherSessions(tx, accountId, null, now);
    if (opened.purpose === 'reset') emitPasswordChanged(tx, accountId, now);
    const audit = (action: string) =>
      insertAudit(tx, {
        action,
        at: now,
        actor: { kind: surface === 'family' ? 'guardian' : 'staff', id: accountId },
        objectKind: 'account',
        objectId: accountId,
        requestId: caller.requestId,
      });
    audit(opened.purpose === 'reset' ? 'account.passwordReset' : 'account.activated');
    if (await keepAcceptance(tx, accountId, opened, now)) audit('account.termsAccepted');
    const { householdId } = account;
    return done(
      openSession(tx, { id: accountId, surface, householdId, userAgent: caller.userAgent }, now),
    );
  });
}

/** True when it is kept: these are the terms in force. */
async function keepAcceptance(
  tx: Tx,
  accountId: string,
  { acceptedTerms }: ChosenPassword,
  now: Instant,
): Promise<boolean> {
  if (acceptedTerms === undefined) return false;
  const accepted = await insertAcceptancesOf(tx, [accountId], acceptedTerms, now);
  return accepted.length > 0;
}
