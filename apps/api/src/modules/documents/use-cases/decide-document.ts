import type { Instant } from '@preau/domain/time/instant';
import type { Tx } from '../../../platform/db/transaction.ts';
import { emit } from '../../../platform/outbox/events.ts';
import { closeDocument, lockDocument } from '../document.store.ts';
import type { DecisionRefusal } from '../documents.errors.ts';

/** What the office says of a document; a refusal says why, in words for the family. */
export type Decision =
  | { readonly state: 'accepted'; readonly reason: null }
  | { readonly state: 'refused'; readonly reason: string };

/** Accepts or refuses a document that waits, once; its household is told by e-mail. */
export async function decideDocument(
  tx: Tx,
  id: string,
  decision: Decision,
  by: string,
  now: Instant,
): Promise<{ readonly householdId: string } | { readonly refusal: DecisionRefusal }> {
  const locked = await lockDocument(tx, id, null);
  if (!locked) return { refusal: { code: 'document-unknown' } };
  const { state, householdId } = locked;
  if (state !== 'sent') return { refusal: { code: 'already-decided', state } };
  closeDocument(tx, id, { ...decision, by }, now);
  emit(tx, { type: 'document.decided', payload: { documentId: id, householdId }, at: now });
  return { householdId };
}
