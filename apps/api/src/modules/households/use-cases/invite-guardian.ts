import type { Instant } from '@preau/domain/time/instant';
import type { Sealer } from '../../../platform/crypto/sealed-text.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { InvitationRefusal } from '../households.errors.ts';
import { inviteGuardians } from './invite-guardians.ts';

/**
 * Invites one guardian, as `inviteGuardians` does.
 * @returns the account's id, or why not.
 */
export async function inviteGuardian(
  tx: Tx,
  guardianId: string,
  sealer: Sealer,
  now: Instant,
): Promise<{ readonly accountId: string } | { readonly refusal: InvitationRefusal }> {
  const [invitation] = (await inviteGuardians(tx, [guardianId], sealer, now)) ?? [];
  if (!invitation) return { refusal: 'guardian-unknown' };
  return invitation.result === 'refused'
    ? { refusal: invitation.code }
    : { accountId: invitation.accountId };
}
