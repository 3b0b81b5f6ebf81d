import type { Instant } from '@preau/domain/time/instant';
import type { FamilyClaims } from '../../../platform/auth/actor.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { FileStore } from '../../../platform/storage/file-store.ts';
import { closeDocument, detachDocumentFiles, lockDocument } from '../document.store.ts';
import type { DecisionRefusal } from '../documents.errors.ts';

/** Takes back a document nobody has decided yet. Its files are forgotten at once, for good. */
export async function withdrawDocument(
  tx: Tx,
  id: string,
  { householdId, accountId }: FamilyClaims,
  store: FileStore,
  now: Instant,
): Promise<{ readonly files: readonly string[] } | { readonly refusal: DecisionRefusal }> {
  const locked = await lockDocument(tx, id, householdId);
  if (!locked) return { refusal: { code: 'document-unknown' } };
  const { state } = locked;
  if (state !== 'sent') return { refusal: { code: 'already-decided', state } };
  closeDocument(tx, id, { state: 'withdrawn', reason: null, by: accountId }, now);
  const files = await detachDocumentFiles(tx, id);
  store.remove(tx, files);
  return { files };
}
