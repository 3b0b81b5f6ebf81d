import type { Sealer } from '../../../platform/crypto/sealed-text.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { findNote } from '../health.store.ts';

/**
 * The allergies of a child in words; `null` when none is known, `undefined` without such a child.
 * @throws Error when the note cannot be opened: hiding an allergy would be dangerous.
 */
export async function readAllergies(
  tx: Tx,
  childId: string,
  sealer: Sealer,
): Promise<string | null | undefined> {
  const note = await findNote(tx, childId);
  return note ? sealer.open(note, childId) : note;
}
