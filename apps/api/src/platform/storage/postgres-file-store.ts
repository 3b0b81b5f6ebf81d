import { createHash } from 'node:crypto';
import type { Database } from '../db/pool.ts';
import { statement } from '../db/statement.ts';
import { readTogether } from '../db/transaction.ts';
import type { FileStore, StoredFile } from './file-store.ts';

/** Small enough to travel without a peak of memory, large enough to be few. */
export const chunkBytes = 256 * 1024;
/** Chunks read in one message: 1 MB. */
const chunksPerRead = 4;

const insertFile = statement<never>(
  'storage.insert',
  `insert into stored_file (organisation_id, id, media_type, size_bytes, sha256, created_by, created_at)
   values ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000))`,
);

const insertChunk = statement<never>(
  'storage.insert-chunk',
  'insert into file_chunk (organisation_id, file_id, position, bytes) values ($1, $2, $3, $4)',
);

const readChunks = statement<{ bytes: Buffer }>(
  'storage.read-chunks',
  `select bytes from file_chunk
   where organisation_id = $1 and file_id = $2 and position >= $3 and position < $4
   order by position`,
);

const removeChunks = statement<never>(
  'storage.remove-chunks',
  'delete from file_chunk where organisation_id = $1 and file_id = any($2::uuid[])',
);

const removeFiles = statement<never>(
  'storage.remove',
  'delete from stored_file where organisation_id = $1 and id = any($2::uuid[])',
);

/** Files in PostgreSQL, in chunks: one store, one transaction, one backup. */
export function createPostgresFileStore(database: Database): FileStore {
  return {
    put: (tx, { id, mediaType, bytes, createdBy }, now) => {
      const sha256 = createHash('sha256').update(bytes).digest();
      const row = [id, mediaType, bytes.length, sha256, createdBy, now];
      tx.write(insertFile, [tx.organisationId, ...row]);
      for (let start = 0; start < bytes.length; start += chunkBytes) {
        const chunk = bytes.subarray(start, start + chunkBytes);
        tx.write(insertChunk, [tx.organisationId, id, start / chunkBytes, chunk]);
      }
    },
    read: (organisationId, file) => readFile(database, organisationId, file),
    remove: (tx, fileIds) => {
      if (fileIds.length === 0) return;
      tx.write(removeChunks, [tx.organisationId, fileIds]);
      tx.write(removeFiles, [tx.organisationId, fileIds]);
    },
  };
}

/** One short transaction a megabyte: a slow reader holds no connection. */
async function* readFile(
  database: Database,
  organisationId: string,
  { id, sizeBytes, sha256 }: StoredFile,
): AsyncGenerator<Buffer> {
  const chunks = Math.ceil(sizeBytes / chunkBytes);
  const hash = createHash('sha256');
  for (let first = 0; first < chunks; first += chunksPerRead) {
    const [rows] = await readTogether(database, organisationId, (ask) => [
      ask(readChunks, [organisationId, id, first, first + chunksPerRead]),
    ]);
    const bytes = Buffer.concat(rows.map((row) => row.bytes));
    hash.update(bytes);
    // Whoever reads is cut off rather than given something else for the whole.
    const isLast = first + chunksPerRead >= chunks;
    if (isLast && hash.digest('hex') !== sha256)
      throw new Error(`File ${id} is not as it was kept`);
    yield bytes;
  }
}
