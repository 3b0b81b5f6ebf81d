import type { Instant } from '@preau/domain/time/instant';
import type { Database } from '../platform/db/pool.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { newId } from '../platform/ids.ts';
import { createPostgresFileStore } from '../platform/storage/postgres-file-store.ts';
import { findOfficeAccount } from './accounts.store.ts';
import { findSender, insertDocument } from './documents.store.ts';
import { onePagePdf } from './one-page-pdf.ts';
import type { DemoTown } from './town.ts';

const day = 24 * 3_600_000;

/** Writes the documents that parents of a town have sent, with a file each, and what was answered. */
export async function writeDocuments(
  tx: Tx,
  town: DemoTown,
  database: Database,
  now: Instant,
): Promise<void> {
  const { documents = [] } = town;
  if (documents.length === 0) return;
  const store = createPostgresFileStore(database);
  const decidedBy = await findOfficeAccount(tx);
  for (const { sender, child, fileName, daysAgo, decision, ...sent } of documents) {
    const from = await findSender(tx, sender, child);
    const sentAt = (now - daysAgo * day) as Instant;
    const fileId = newId();
    const bytes = onePagePdf(`Document de démonstration : ${fileName}`);
    const file = { id: fileId, mediaType: 'application/pdf', bytes, createdBy: from.accountId };
    store.put(tx, file, sentAt);
    insertDocument(tx, {
      ...sent,
      ...from,
      fileId,
      fileName,
      sentAt,
      decision:
        decision === null
          ? null
          : {
              by: decidedBy,
              at: (sentAt + day) as Instant,
              refused: decision === 'accepted' ? null : decision.refused,
            },
    });
  }
}
