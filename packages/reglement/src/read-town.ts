import { readFileSync } from 'node:fs';
import type { ReglementDocument } from '@preau/domain/reglement/document';
import { readReglement, type WrittenReglement } from './read-reglement.ts';

/** The organisations whose own document this project follows to the letter. */
export const townSlugs = [
  'fondespierre',
  'val-de-lure',
  'hasparren',
  'lapalud',
  'espace-famille',
] as const;

export type TownSlug = (typeof townSlugs)[number];

const known = new Map<TownSlug, WrittenReglement>();

/**
 * The règlement of one of these organisations; its file is read once.
 * @throws Error that lists what is wrong in the file, line by line
 */
export function readTown(slug: TownSlug): ReglementDocument {
  return readTownFile(slug).document;
}

/** The same, with its cases. */
export function readTownFile(slug: TownSlug): WrittenReglement {
  const before = known.get(slug);
  if (before) return before;
  const name = `towns/${slug}.yaml`;
  const read = readReglement(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
  if (read.kind === 'unreadable') {
    const faults = read.faults.map(
      ({ line, column, path, message }) => `${name}:${line}:${column} ${path} : ${message}`,
    );
    throw new Error(faults.join('\n'));
  }
  known.set(slug, read.value);
  return read.value;
}
