import type { Instant } from '@preau/domain/time/instant';
import type { AuditEntry } from '../../../platform/audit.ts';
import type { FamilyClaims } from '../../../platform/auth/actor.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { findKept, keepAnswer, type KeyedRequest } from '../../../platform/idempotency.ts';
import { newId } from '../../../platform/ids.ts';
import { emit } from '../../../platform/outbox/events.ts';
import type { FileStore } from '../../../platform/storage/file-store.ts';
import type { CleanFile } from '../../../platform/uploads/inspect-file.ts';
import {
  getOrganisation,
  type OrganisationSettings,
} from '../../organisations/organisations.public.ts';
import { insertDocument, lockHouseholdDocuments } from '../document.store.ts';
import type { SendRefusal } from '../documents.errors.ts';
import { askUsage, findOwnDocument } from '../documents.queries.ts';
import type { OwnDocument } from '../documents.schemas.ts';
import { ownToWire } from '../to-wire.ts';

/** Documents of one household that may wait for an answer at once. */
export const mostWaiting = 30;

export type SendDocument = {
  readonly claims: FamilyClaims;
  readonly request: KeyedRequest;
  readonly kind: string;
  readonly childId: string | null;
  readonly note: string;
  readonly files: readonly CleanFile[];
  readonly store: FileStore;
  /** What the files of one household may take, in bytes. */
  readonly quotaBytes: number;
  readonly now: Instant;
  readonly audit: (within: Tx, entry: AuditEntry) => void;
};

export type SendResult =
  | { readonly kind: 'sent'; readonly document: OwnDocument }
  /** The same key came before: its first answer, no second effect. */
  | { readonly kind: 'replayed'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly refusal: SendRefusal };

/**
 * Takes in a document of the caller's household with its files, already inspected, for the office
 * to decide. All of it is written, or none.
 * @throws a violated foreign key when the child is not of the household.
 */
export async function sendDocument(tx: Tx, command: SendDocument): Promise<SendResult> {
  const { claims, request, now } = command;
  const { organisationId, householdId } = claims;
  // The lock first: what is asked after it sees what the one before has written.
  lockHouseholdDocuments(tx, householdId);
  const [kept, usage, { settings }] = await Promise.all([
    findKept(tx.ask, request),
    askUsage(tx.ask, organisationId, householdId),
    getOrganisation(tx.ask, organisationId),
  ]);
  if (kept !== null) return { kind: 'replayed', answer: kept };
  const refusal = refusalOf(command, settings, usage);
  if (refusal) return { kind: 'refused', refusal };
  const id = write(tx, command);
  const row = await findOwnDocument(tx.ask, claims, id);
  if (!row) throw new Error('A document vanished while it was sent');
  const document = ownToWire(row, settings.documentKinds);
  keepAnswer(tx, request, document, now);
  return { kind: 'sent', document };
}

function refusalOf(
  { kind, childId, files, quotaBytes }: SendDocument,
  { features, documentKinds }: OrganisationSettings,
  { counts, usedBytes }: Awaited<ReturnType<typeof askUsage>>,
): SendRefusal | undefined {
  const about = documentKinds.find(({ code }) => code === kind)?.about;
  if (!features.requests) return { code: 'requests-off' };
  if (!about) return { code: 'kind-unknown' };
  if (about === 'child' && childId === null) return { code: 'child-missing' };
  if (counts.sent >= mostWaiting) return { code: 'too-many-waiting', most: mostWaiting };
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return usedBytes + size > quotaBytes
    ? { code: 'quota-exceeded', usedBytes, quotaBytes }
    : undefined;
}

function write(tx: Tx, { claims, kind, childId, note, files, store, now, audit }: SendDocument) {
  const { householdId, accountId } = claims;
  const kept = files.map((file) => ({ ...file, id: newId(), createdBy: accountId }));
  for (const file of kept) store.put(tx, file, now);
  const id = newId();
  insertDocument(tx, { id, householdId, childId, kind, note, sentBy: accountId, files: kept }, now);
  audit(tx, {
    objectKind: 'document',
    objectId: id,
    detail: { householdId, childId, kind, files: kept.map((file) => file.id) },
  });
  emit(tx, { type: 'document.sent', payload: { documentId: id, householdId }, at: now });
  return id;
}
