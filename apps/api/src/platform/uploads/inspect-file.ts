import { extensionOf, safeFileName } from './file-name.ts';
import { type KindRefusal, kindOf, pdf } from './file-kind.ts';
import { pdfFault, type PdfRefusal } from './pdf-shape.ts';
import { redrawImage, type RedrawnType, type RedrawRefusal } from './redraw-image.ts';
import type { VirusScan } from './virus-scan.ts';

/** A file as it may be kept. */
export type CleanFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
};

/** Why a file is not taken in. */
export type FileRefusal =
  | 'empty'
  | 'too-large'
  | KindRefusal
  | PdfRefusal
  | RedrawRefusal
  /** The antivirus found something. */
  | 'infected';

export type Inspected = { readonly clean: CleanFile } | { readonly refusal: FileRefusal };

export type InspectionRules = {
  /** Largest file taken in and kept, in bytes. */
  readonly fileBytes: number;
  /** `null` = the operator has configured none. */
  readonly scan: VirusScan | null;
};

/**
 * Decides whether a file may be kept: its name, its first bytes and its size agree, the antivirus
 * has nothing against it, and, if it is an image, it can be drawn again; what is kept is that drawing.
 * The media type the sender declared is never looked at.
 * @throws Problem 503 when the antivirus does not answer.
 */
export async function inspectFile(
  sent: { readonly name: string; readonly bytes: Buffer },
  { fileBytes, scan }: InspectionRules,
): Promise<Inspected> {
  const { bytes } = sent;
  if (bytes.length === 0) return { refusal: 'empty' };
  if (bytes.length > fileBytes) return { refusal: 'too-large' };
  const found = kindOf(extensionOf(sent.name), bytes);
  if ('refusal' in found) return found;
  const { kind } = found;
  const fault = kind === pdf ? pdfFault(bytes) : null;
  if (fault) return { refusal: fault };
  if (scan && (await scan(bytes)) === 'infected') return { refusal: 'infected' };
  const name = safeFileName(sent.name, kind.extensions[0]);
  const { mediaType } = kind;
  if (kind === pdf) return { clean: { name, mediaType, bytes } };
  const drawn = await redrawImage(bytes, mediaType as RedrawnType);
  if ('refusal' in drawn) return drawn;
  if (drawn.bytes.length > fileBytes) return { refusal: 'too-large' };
  return { clean: { name, mediaType, bytes: drawn.bytes } };
}
