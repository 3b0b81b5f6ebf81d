import { formatFileSize } from '@preau/ui/text/file-size';
import type { Limits } from './documents.queries.ts';

/** Why a file is not taken in, as the API says it. */
const codes = [
  'empty',
  'too-large',
  'unsupported-type',
  'heic',
  'content-mismatch',
  'damaged',
  'not-only-pdf',
  'too-many-pixels',
  'too-complex',
  'infected',
] as const;
export type FileRefusal = (typeof codes)[number];

type Named = { readonly name: string };

/** A code without a sentence does not compile. */
const sentences: Readonly<Record<FileRefusal, (file: Named, limits: Limits) => string>> = {
  empty: () => 'Ce fichier est vide. Choisissez-en un autre.',
  'too-large': (_file, { fileBytes }) =>
    `Ce fichier dépasse ${formatFileSize(fileBytes)}. Réduisez-le, ou prenez une photo de chaque page.`,
  'unsupported-type': () =>
    'Ce fichier n’est ni un PDF, ni une photo JPEG, PNG ou WebP. Enregistrez-le en PDF, ou prenez-le en photo.',
  heic: () =>
    'Cette photo est au format HEIC, que nous ne pouvons pas lire. Sur iPhone : Réglages, Appareil photo, Formats, « Le plus compatible », puis reprenez la photo.',
  'content-mismatch': ({ name }) =>
    /\.pdf$/i.test(name)
      ? 'Ce fichier n’est pas un PDF, malgré son nom. Ouvrez-le, puis enregistrez-le en PDF.'
      : 'Ce fichier n’est pas une photo, malgré son nom. Choisissez la photo d’origine.',
  damaged: () =>
    'Ce fichier est abîmé ou incomplet. Enregistrez-le à nouveau, ou prenez-le en photo.',
  'not-only-pdf': () =>
    'Ce PDF contient un autre fichier. Imprimez-le en PDF, puis envoyez cette copie.',
  'too-many-pixels': () => 'Cette image est trop grande. Réduisez-la, ou prenez-en une photo.',
  'too-complex': () => 'Cette image n’a pas pu être lue. Enregistrez-la à nouveau en JPEG.',
  infected: () => 'L’antivirus a arrêté ce fichier : il n’est pas enregistré.',
};

/** What to tell of a refused file, and what to do. */
export function refusalSentence(code: string, file: Named, limits: Limits): string {
  const known = codes.find((one) => one === code);
  return known ? sentences[known](file, limits) : 'Ce fichier n’est pas accepté.';
}

/** What may be chosen: browsers of telephones turn their own photos into one of these. */
export const acceptedTypes =
  'application/pdf,image/jpeg,image/png,image/webp,.pdf,.jpg,.jpeg,.png,.webp';

const extensions = /\.(pdf|jpe?g|jfif|png|webp)$/i;

/** What can be told of a file before it is sent; the API looks at the rest. */
export function refusalBeforeSending(file: File, { fileBytes }: Limits): FileRefusal | null {
  if (/\.hei[cf]$|\.hif$/i.test(file.name)) return 'heic';
  if (!extensions.test(file.name)) return 'unsupported-type';
  if (file.size === 0) return 'empty';
  return file.size > fileBytes ? 'too-large' : null;
}
