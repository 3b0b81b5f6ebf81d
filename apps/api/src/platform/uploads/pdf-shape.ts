const endMarker = '%%EOF';
/** How far from its end a ZIP may keep its directory: a record of 22 bytes and its comment. */
const zipTailBytes = 22 + 65_535;
const zipDirectory = Buffer.from('PK\u0005\u0006', 'latin1');

export type PdfRefusal =
  /** It stops before its end. */
  | 'damaged'
  /** It is also an archive, or carries something behind its end. */
  | 'not-only-pdf';

/**
 * Looks at the outside of a PDF, whose content is never read here: it ends where PDFs end, and no
 * other program would find another file in it. What it contains is its readers' business: it only
 * ever leaves as an attachment, in a sandbox.
 */
export function pdfFault(bytes: Buffer): PdfRefusal | null {
  const end = bytes.lastIndexOf(endMarker);
  if (end === -1) return 'damaged';
  const behind = bytes.toString('latin1', end + endMarker.length);
  if (/[^\s\0]/.test(behind)) return 'not-only-pdf';
  const tail = bytes.subarray(-zipTailBytes);
  return tail.includes(zipDirectory) ? 'not-only-pdf' : null;
}
