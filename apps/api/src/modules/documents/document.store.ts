import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { DocumentState } from './documents.schemas.ts';

export type NewDocument = {
  readonly id: string;
  readonly householdId: string;
  readonly childId: string | null;
  readonly kind: string;
  readonly note: string;
  readonly sentBy: string;
  readonly files: readonly { readonly id: string; readonly name: string }[];
};

/** Of a household's documents alone: its bookings go on meanwhile. */
const lockHousehold = statement<never>(
  'documents.lock-household',
  `select pg_advisory_xact_lock(hashtextextended('documents ' || $1::uuid || ' ' || $2::uuid, 0))`,
);

const insert = statement<never>(
  'documents.insert',
  `insert into document (organisation_id, id, household_id, child_id, kind, note, state, sent_by, sent_at)
   values ($1, $2, $3, $4, $5, $6, 'sent', $7, to_timestamp($8::float8 / 1000))`,
);

const insertFiles = statement<never>(
  'documents.insert-files',
  `insert into document_file (organisation_id, document_id, file_id, position, name)
   select $1, $2, f.id, f.position - 1, f.name
   from unnest($3::uuid[], $4::text[]) with ordinality as f (id, name, position)`,
);

const lock = statement<{ state: DocumentState; household_id: string }>(
  'documents.lock',
  `select state, household_id from document
   where organisation_id = $1 and id = $2 and ($3::uuid is null or household_id = $3)
   for no key update`,
);

const close = statement<never>(
  'documents.close',
  `update document set state = $3, reason = $4, decided_by = $5,
     decided_at = to_timestamp($6::float8 / 1000), expires_on = $7
   where organisation_id = $1 and id = $2`,
);

const detachFiles = statement<{ file_id: string }>(
  'documents.detach-files',
  'delete from document_file where organisation_id = $1 and document_id = $2 returning file_id',
);

/** Until the end of the transaction, no other document of this household is taken in. */
export function lockHouseholdDocuments(tx: Tx, householdId: string): void {
  tx.write(lockHousehold, [tx.organisationId, householdId]);
}

/** Writes a document that waits for its decision; its files are kept already, in this transaction. */
export function insertDocument(tx: Tx, document: NewDocument, now: Instant): void {
  const { id, householdId, childId, kind, note, sentBy, files } = document;
  const row = [id, householdId, childId, kind, note, sentBy, now];
  tx.write(insert, [tx.organisationId, ...row]);
  const ids = files.map((file) => file.id);
  tx.write(insertFiles, [tx.organisationId, id, ids, files.map(({ name }) => name)]);
}

/**
 * Locks a document.
 * @param householdId whose it must be; `null` = anybody's.
 * @returns its state and household, or `undefined` when there is none.
 */
export async function lockDocument(
  tx: Tx,
  id: string,
  householdId: string | null,
): Promise<{ readonly state: DocumentState; readonly householdId: string } | undefined> {
  const [found] = await tx.ask(lock, [tx.organisationId, id, householdId]);
  return found && { state: found.state, householdId: found.household_id };
}

/** Ends the wait of a document, for good. */
export function closeDocument(
  tx: Tx,
  id: string,
  closed: {
    readonly state: Exclude<DocumentState, 'sent'>;
    readonly reason: string | null;
    readonly by: string;
    /** Last day it is good for, of one accepted; `null` = for good. */
    readonly expiresOn?: Day | null;
  },
  now: Instant,
): void {
  const { state, reason, by, expiresOn = null } = closed;
  tx.write(close, [tx.organisationId, id, state, reason, by, now, expiresOn]);
}

/** Takes its files from a document; returns their ids, which nothing refers to any more. */
export async function detachDocumentFiles(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.ask(detachFiles, [tx.organisationId, id]);
  return rows.map(({ file_id }) => file_id);
}
