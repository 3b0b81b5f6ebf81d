import { createHash } from 'node:crypto';
import {
  type CleanFile,
  type FileRefusal,
  inspectFile,
} from '../../platform/uploads/inspect-file.ts';
import type { UploadRules } from '../../platform/uploads/upload-rules.ts';

export type InspectedFiles = {
  readonly clean: readonly CleanFile[];
  /** Those that are not accepted, by their place in the form. */
  readonly refused: readonly { readonly index: number; readonly refusal: FileRefusal }[];
  /** Of what was sent, to tell a repeated request from another. */
  readonly hashes: readonly string[];
};

/**
 * Inspects the files of one document, one after the other: one sender never takes all the places
 * where images are drawn.
 */
export async function inspectFiles(
  files: readonly File[],
  rules: UploadRules,
): Promise<InspectedFiles> {
  const clean: CleanFile[] = [];
  const refused: { index: number; refusal: FileRefusal }[] = [];
  const hashes: string[] = [];
  for (const [index, file] of files.entries()) {
    const bytes = Buffer.from(await file.arrayBuffer());
    hashes.push(createHash('sha256').update(bytes).digest('hex'));
    const inspected = await inspectFile({ name: file.name, bytes }, rules);
    if ('clean' in inspected) clean.push(inspected.clean);
    else refused.push({ index, refusal: inspected.refusal });
  }
  return { clean, refused, hashes };
}
