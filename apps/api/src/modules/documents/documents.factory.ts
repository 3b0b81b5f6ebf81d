import { crc32, deflateSync } from 'node:zlib';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import type { FileStore } from '../../platform/storage/file-store.ts';
import type { CleanFile } from '../../platform/uploads/inspect-file.ts';
import { closeDocument, insertDocument } from './document.store.ts';
import type { DocumentState } from './documents.schemas.ts';

/** A PDF of one page with a few words on it. */
export function samplePdf(words = 'Certificat'): Buffer {
  const text = words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[()\\]/g, '\\$&');
  const content = `BT /F1 24 Tf 72 720 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  return pdfOf(objects);
}

/** A PDF of these objects, the first its catalogue. */
export function pdfOf(objects: readonly string[]): Buffer {
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A PNG of one colour, for what is a photograph in real life. */
export function samplePng(
  width = 320,
  height = 200,
  [red, green, blue]: readonly [number, number, number] = [226, 236, 233],
): Buffer {
  const row = Buffer.alloc(1 + width * 3);
  for (let x = 0; x < width; x += 1) row.set([red, green, blue], 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One chunk of a PNG. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A document as it may be written without anybody sending it. */
export type WrittenDocument = {
  readonly householdId: string;
  readonly childId: string | null;
  readonly kind: string;
  readonly note: string;
  /** Account of a guardian of the household. */
  readonly sentBy: string;
  readonly sentAt: Instant;
  /** None for a document withdrawn: its files are forgotten. */
  readonly files: readonly CleanFile[];
  readonly decision: {
    readonly state: Exclude<DocumentState, 'sent'>;
    /** Required of a refusal. */
    readonly reason: string | null;
    readonly by: string;
    readonly at: Instant;
    /** Last day it is good for, of one accepted; for good unless said. */
    readonly expiresOn?: Day | null;
  } | null;
};

/** Writes a document and what became of it, around the routes; tells nobody. Returns its id. */
export function writeDocument(tx: Tx, store: FileStore, written: WrittenDocument): string {
  const { files, decision, sentAt, ...document } = written;
  const id = newId();
  const kept = files.map((file) => ({ ...file, id: newId(), createdBy: written.sentBy }));
  for (const file of kept) store.put(tx, file, sentAt);
  insertDocument(tx, { ...document, id, files: kept }, sentAt);
  if (decision) closeDocument(tx, id, decision, decision.at);
  return id;
}
