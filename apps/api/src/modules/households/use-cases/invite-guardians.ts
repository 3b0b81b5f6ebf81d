import type { Instant } from '@preau/domain/time/instant';
import type { Sealer } from '../../../platform/crypto/sealed-text.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { inviteAccounts } from '../../accounts/accounts.public.ts';
import type { InvitationRefusal } from '../households.errors.ts';
import {
  countNeverInvited,
  type InvitedGuardian,
  linkAccounts,
  lockChosen,
  lockNeverInvited,
} from '../invitation.store.ts';

/** So many are invited by one command: the others by the next. */
export const mostInvited = 500;

/** What became of one guardian's invitation. */
export type Invitation =
  | {
      readonly guardianId: string;
      /** `linked`: already signs in for another household, and needs no link for this one. */
      readonly result: 'invited' | 'linked';
      readonly accountId: string;
    }
  | { readonly guardianId: string; readonly result: 'refused'; readonly code: InvitationRefusal };

/**
 * Invites guardians to open their own access: one login per adult, once the file of the household is
 * complete. Repeating it sends a new link and ends the one before. However many they are, a handful
 * of statements; the e-mails leave after the commit.
 * @returns what became of each, in the order of their ids; `null` when one of them is unknown.
 */
export async function inviteGuardians(
  tx: Tx,
  guardianIds: readonly string[],
  sealer: Sealer,
  now: Instant,
): Promise<Invitation[] | null> {
  const guardians = await lockChosen(tx, guardianIds);
  if (guardians.length !== new Set(guardianIds).size) return null;
  return invite(tx, guardians, sealer, now);
}

/** Invites those whose file is complete and who never were; tells how many are left. */
export async function inviteNeverInvited(
  tx: Tx,
  sealer: Sealer,
  now: Instant,
): Promise<{ readonly invitations: Invitation[]; readonly remaining: number }> {
  const guardians = await lockNeverInvited(tx, mostInvited);
  const invitations = await invite(tx, guardians, sealer, now);
  return { invitations, remaining: await countNeverInvited(tx) };
}

async function invite(
  tx: Tx,
  guardians: readonly InvitedGuardian[],
  sealer: Sealer,
  now: Instant,
): Promise<Invitation[]> {
  const invitable = guardians.filter((guardian) => refusalOf(guardian) === null);
  const accounts = await inviteAccounts(
    tx,
    'family',
    invitable.map(({ email, firstName, lastName }) => ({
      email,
      displayName: `${firstName} ${lastName}`,
    })),
    sealer,
    now,
  );
  const accountOf = new Map(accounts.map((account) => [account.email, account]));
  const invitations = guardians.map((guardian): Invitation => {
    const { id: guardianId, email, accountId: former } = guardian;
    const account = accountOf.get(email);
    const refusal = refusalOf(guardian);
    if (refusal !== null) return { guardianId, result: 'refused', code: refusal };
    if (!account) throw new Error('An invited guardian has no account');
    if (account.status === 'disabled') {
      return { guardianId, result: 'refused', code: 'account-disabled' };
    }
    if (account.status === 'invited') {
      return { guardianId, result: 'invited', accountId: account.id };
    }
    // A person already active through another household needs no link for this one.
    return former === account.id
      ? { guardianId, result: 'refused', code: 'account-active' }
      : { guardianId, result: 'linked', accountId: account.id };
  });
  linkAccounts(
    tx,
    invitations.flatMap((one) =>
      one.result === 'refused' ? [] : [{ guardianId: one.guardianId, accountId: one.accountId }],
    ),
  );
  return invitations;
}

/** Why a guardian is not even looked up among the accounts. */
function refusalOf({ fileComplete, sharesAddress }: InvitedGuardian): InvitationRefusal | null {
  if (!fileComplete) return 'file-incomplete';
  return sharesAddress ? 'email-twice' : null;
}
