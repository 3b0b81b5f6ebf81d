import type { Instant } from '@preau/domain/time/instant';
import type { Sealer } from '../../../platform/crypto/sealed-text.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { lockChild, writeNote } from '../health.store.ts';

/**
 * Replaces what is known of the allergies of a child, sealed; an empty text forgets them.
 * @returns false without such a child.
 */
export async function changeAllergies(
  tx: Tx,
  childId: string,
  allergies: string,
  sealer: Sealer,
  now: Instant,
): Promise<boolean> {
  if (!(await lockChild(tx, childId))) return false;
  writeNote(tx, childId, allergies === '' ? null : sealer.seal(allergies, childId), now);
  return true;
}
