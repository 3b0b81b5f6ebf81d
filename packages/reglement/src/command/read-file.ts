import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CompiledReglement, compileReglement } from '@preau/domain/reglement/compile';
import type { Case } from '../cases/case.schema.ts';
import { readReglement } from '../read-reglement.ts';

export type ReadFile =
  | {
      readonly kind: 'read';
      readonly text: string;
      readonly reglement: CompiledReglement;
      readonly cases: readonly NamedCase[];
    }
  /** Whole lines, `file:line:column message`. */
  | { readonly kind: 'unreadable'; readonly faults: readonly string[] };

export type NamedCase = { readonly id: string; readonly worked: Case };

const whyNot: Readonly<Record<string, string>> = {
  ENOENT: 'ce fichier n’existe pas',
  EISDIR: 'c’est un dossier',
  EACCES: 'ce fichier ne peut pas être lu',
};

/**
 * Reads and compiles the règlement of a file, and names its cases.
 *
 * @param file as the caller wrote it, which is how it is told
 * @param folder that it is relative to
 */
export function readFile(file: string, folder: string): ReadFile {
  let text: string;
  try {
    text = readFileSync(path.resolve(folder, file), 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { kind: 'unreadable', faults: [`${file}:1:1 ${whyNot[code] ?? 'fichier illisible'}`] };
  }
  const read = readReglement(text);
  if (read.kind === 'unreadable') {
    const faults = read.faults.map(
      ({ line, column, path: field, message }) =>
        `${file}:${line}:${column} ${field === '' ? '' : `${field} : `}${message}`,
    );
    return { kind: 'unreadable', faults };
  }
  const { document, cases } = read.value;
  const named = cases.map((worked, at) => ({
    id: worked.id ?? `${document.code}-${at + 1}`,
    worked,
  }));
  try {
    return { kind: 'read', text, reglement: compileReglement(document), cases: named };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'unreadable', faults: [`${file}:1:1 ${message}`] };
  }
}
