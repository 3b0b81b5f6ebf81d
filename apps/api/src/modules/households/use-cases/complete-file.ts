import type { Instant } from '@preau/domain/time/instant';
import type { Tx } from '../../../platform/db/transaction.ts';
import { tickFile } from '../household.store.ts';

/**
 * Ticks the file of a household as complete, which opens its invitations, or says that something is
 * missing: an access already given stays.
 * @returns false when there is no such household.
 */
export function completeFile(
  tx: Tx,
  householdId: string,
  file: 'complete' | 'incomplete',
  ticked: { readonly at: Instant; readonly by: string },
): Promise<boolean> {
  return tickFile(tx, householdId, file === 'complete' ? ticked : null);
}
