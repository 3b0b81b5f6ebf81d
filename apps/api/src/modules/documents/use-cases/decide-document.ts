import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { Tx } from '../../../platform/db/transaction.ts';
import { emit } from '../../../platform/outbox/events.ts';
import { closeDocument, lockDocument } from '../document.store.ts';
import type { DecisionRefusal } from '../documents.errors.ts';

/** What the office says of a document; a refusal says why, in words for the family. */
export type Decision =
  | {
      readonly state: 'accepted';
      readonly reason: null;
      /** Last day it is good for; `null` = for good. */
      readonly expiresOn: Day | null;
    }
  | { readonly state: 'refused'; readonly reason: string };

/**
 * Accepts or refuses a document that waits, once; its household is told by e-mail.
 * @param today where the organisation is: nothing is accepted until a day that is over.
 */
export async function decideDocument(
  tx: Tx,
  id: string,
  decision: Decision,
  by: string,
  { now, today }: { readonly now: Instant; readonly today: Day },
): Promise<{ readonly householdId: string } | { readonly refusal: DecisionRefusal }> {
  if (decision.state === 'accepted' && decision.expiresOn !== null && decision.expiresOn < today) {
    return { refusal: { code: 'expired' } };
  }
  const locked = await lockDocument(tx, id, null);
  if (!locked) return { refusal: { code: 'document-unknown' } };
  const { state, householdId } = locked;
  if (state !== 'sent') return { refusal: { code: 'already-decided', state } };
  closeDocument(tx, id, { ...decision, by }, now);
  emit(tx, { type: 'document.decided', payload: { documentId: id, householdId }, at: now });
  return { householdId };
}
