import { type Document, isScalar, type Node, visit } from 'yaml';
import { unknownName } from './schema-sentences.ts';
import { yamlFaults } from './yaml-faults.ts';

/** What no règlement comes near, and a text made to do harm does. */
const MOST_BYTES = 1_000_000;
const MOST_LEVELS = 60;

type Told = { readonly offset: number; readonly message: string };

/** A text so long that it is not read at all; `null` otherwise. */
export function tooLong(text: string): string | null {
  if (text.length <= MOST_BYTES && Buffer.byteLength(text) <= MOST_BYTES) return null;
  return 'ce texte dépasse 1 Mo : ce n’est pas un règlement';
}

/** More than any line of a règlement opens, at once or before it closes them. */
const MOST_BRACKETS = 200;
const levelsOnALine = new RegExp(`(?:[-?:] ){${MOST_LEVELS}}`);

/**
 * Where levels begin to lie in one another beyond what a règlement has, seen before the text is
 * parsed: the parser follows each of them; `null` where they do not.
 */
export function tooDeepAt(text: string): number | null {
  const onOneLine = levelsOnALine.exec(text);
  if (onOneLine !== null) return onOneLine.index;
  let open = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > MOST_BRACKETS) return index;
  }
  return null;
}

/** Names written twice, references that come back to themselves. */
export function structureFaults(document: Document): readonly Told[] {
  const told: Told[] = [];
  visit(document, {
    Map: (_key, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) told.push({ offset: startOf(key), message: yamlFaults.DUPLICATE_KEY });
        if (name === '__proto__')
          told.push({ offset: startOf(key), message: unknownName(name, []) });
        seen.add(name);
      }
    },
    Alias: (_key, alias, ancestors) => {
      const meant = alias.resolve(document);
      if (meant === undefined) told.push({ offset: startOf(alias), message: yamlFaults.BAD_ALIAS });
      if (meant === undefined || !ancestors.includes(meant)) return;
      told.push({
        offset: startOf(alias),
        message: `le renvoi *${alias.source} revient à lui-même, sans fin`,
      });
    },
  });
  return told;
}

/** The first field that lies deeper than any règlement goes; `null` where none does. */
export function tooDeep(value: unknown): readonly (string | number)[] | null {
  const deepest = new Map<object, number>();
  const find = (
    inside: unknown,
    path: readonly (string | number)[],
  ): readonly (string | number)[] | null => {
    if (typeof inside !== 'object' || inside === null) return null;
    if (path.length > MOST_LEVELS) return path;
    if ((deepest.get(inside) ?? -1) >= path.length) return null;
    deepest.set(inside, path.length);
    const entries = Array.isArray(inside) ? [...inside.entries()] : Object.entries(inside);
    for (const [step, field] of entries) {
      const found = find(field, [...path, step]);
      if (found !== null) return found;
    }
    return null;
  };
  return find(value, []);
}

/** Where the first reference of a text stands. */
export function firstAlias(document: Document): number {
  let first = 0;
  visit(document, {
    Alias: (_key, alias) => {
      first = startOf(alias);
      return visit.BREAK;
    },
  });
  return first;
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
