/** A kind of file that is taken in: how it begins, how it is named, what it is served as. */
export type FileKind = {
  readonly mediaType: string;
  /** The one it is kept under first, then those it may come with. */
  readonly extensions: readonly [string, ...string[]];
  readonly isOne: (bytes: Buffer) => boolean;
};

export const pdf: FileKind = {
  mediaType: 'application/pdf',
  extensions: ['pdf'],
  // The standard allows other bytes before; something that begins otherwise is also something else.
  isOne: (bytes) => /^%PDF-[12]\.\d/.test(latin1(bytes, 0, 8)),
};

/** Images are drawn again before they are kept. */
export const imageKinds: readonly FileKind[] = [
  {
    mediaType: 'image/jpeg',
    extensions: ['jpg', 'jpeg', 'jfif'],
    isOne: (bytes) => latin1(bytes, 0, 3) === '\u00ff\u00d8\u00ff',
  },
  {
    mediaType: 'image/png',
    extensions: ['png'],
    isOne: (bytes) => latin1(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n',
  },
  {
    mediaType: 'image/webp',
    extensions: ['webp'],
    isOne: (bytes) => latin1(bytes, 0, 4) === 'RIFF' && latin1(bytes, 8, 12) === 'WEBP',
  },
];

const kinds: readonly FileKind[] = [pdf, ...imageKinds];
const heicExtensions = new Set(['heic', 'heif', 'hif']);
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1']);

export type KindRefusal =
  /** An extension nobody accepts, or none. */
  | 'unsupported-type'
  /** A photo as iPhones keep them: the sender is told how to get a JPEG. */
  | 'heic'
  /** The content is not what the name says. */
  | 'content-mismatch';

/** The kind a file is of by its name and by its content, which must agree. */
export function kindOf(
  extension: string,
  bytes: Buffer,
): { readonly kind: FileKind } | { readonly refusal: KindRefusal } {
  const named = kinds.find(({ extensions }) => extensions.includes(extension));
  if (heicExtensions.has(extension)) return { refusal: 'heic' };
  if (!named) return { refusal: 'unsupported-type' };
  if (named.isOne(bytes)) return { kind: named };
  return { refusal: isHeic(bytes) ? 'heic' : 'content-mismatch' };
}

function isHeic(bytes: Buffer): boolean {
  return latin1(bytes, 4, 8) === 'ftyp' && heicBrands.has(latin1(bytes, 8, 12));
}

function latin1(bytes: Buffer, from: number, to: number): string {
  return bytes.toString('latin1', from, Math.min(to, bytes.length));
}
