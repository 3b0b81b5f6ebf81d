import type { Instant } from '@preau/domain/time/instant';
import { and, eq } from 'drizzle-orm';
import type { Sealer } from '../../../platform/crypto/sealed-text.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { inviteAccount } from '../../accounts/accounts.public.ts';
import type { InvitationRefusal } from '../households.errors.ts';
import { guardian } from '../households.tables.ts';

/**
 * Invites a guardian to open their own access: one login per adult. Repeating it sends a new link
 * and ends the one before.
 * @returns the account's id, or why not.
 */
export async function inviteGuardian(
  tx: Tx,
  guardianId: string,
  sealer: Sealer,
  now: Instant,
): Promise<{ readonly accountId: string } | { readonly refusal: InvitationRefusal }> {
  const isThis = and(eq(guardian.organisationId, tx.organisationId), eq(guardian.id, guardianId));
  const [invited] = await tx.orm.select().from(guardian).where(isThis).for('no key update');
  if (!invited) return { refusal: 'guardian-unknown' };
  const displayName = `${invited.firstName} ${invited.lastName}`;
  const account = await inviteAccount(
    tx,
    { surface: 'family', email: invited.email, displayName },
    sealer,
    now,
  );
  if (account.status === 'disabled') return { refusal: 'account-disabled' };
  if (account.status === 'active' && invited.accountId === account.id) {
    return { refusal: 'account-active' };
  }
  // A person already active through another household is linked to this one without a new link.
  await tx.orm.update(guardian).set({ accountId: account.id }).where(isThis);
  return { accountId: account.id };
}
