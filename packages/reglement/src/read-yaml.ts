import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { z } from 'zod';
import { readValue } from './schema-faults.ts';
import { endlessAliases, yamlFaults } from './yaml-faults.ts';
import { firstAlias, structureFaults, tooDeep, tooDeepAt, tooLong } from './yaml-limits.ts';

/** What is wrong in a text, where (line and column from 1), and in which field. */
export type TextFault = {
  readonly line: number;
  readonly column: number;
  /** `activities.0.units.1.code`; empty for the text itself. */
  readonly path: string;
  readonly message: string;
};

export type ReadText<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'unreadable'; readonly faults: readonly TextFault[] };

/** A text read as YAML, which still knows where each of its fields stands. */
export type YamlText = {
  readonly value: unknown;
  /** Where a field stands, or the nearest one around it that is there. */
  readonly placeOf: (path: readonly PropertyKey[]) => {
    readonly line: number;
    readonly column: number;
  };
};

/** Far more than a règlement repeats itself; a text that refers to itself a thousandfold is refused. */
const mostAliases = 2_000;

/**
 * Reads a text as YAML 1.2: days and times stay texts, and `on` is a word. Whatever the text is, it
 * is read or refused, and soon: too long, too deep, or referring to itself without end, it is not
 * gone into.
 */
export function readYaml(text: string): ReadText<YamlText> {
  const long = tooLong(text);
  if (long !== null) return unreadable([{ line: 1, column: 1, path: '', message: long }]);
  const nested = tooDeepAt(text);
  if (nested !== null) {
    const before = text.slice(0, nested).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    return unreadable([
      { line: before.length, column, path: '', message: yamlFaults.RESOURCE_EXHAUSTION },
    ]);
  }
  const lines = new LineCounter();
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const told = (offset: number, message: string): TextFault => {
    return { ...placeAt(offset), path: '', message };
  };
  // Names written twice are looked for afterwards: the parser compares every name with every other.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const syntax = [...document.errors, ...document.warnings].map(({ code, pos }) =>
    told(pos[0], yamlFaults[code]),
  );
  if (syntax.length > 0) return unreadable(syntax.slice(0, mostFaults));
  const structure = structureFaults(document).map(({ offset, message }) => told(offset, message));
  if (structure.length > 0) return unreadable(structure.slice(0, mostFaults));
  const placeOf = (path: readonly PropertyKey[]) => placeAt(offsetOf(document, path));
  const value = valueOf(document);
  if (value === undefined) {
    return unreadable([told(firstAlias(document), endlessAliases)]);
  }
  const deep = tooDeep(value);
  if (deep !== null) return unreadable([faultAt(deep, yamlFaults.RESOURCE_EXHAUSTION, placeOf)]);
  return { kind: 'read', value: { value, placeOf } };
}

const mostFaults = 200;

function unreadable(faults: readonly TextFault[]): ReadText<never> {
  return { kind: 'unreadable', faults };
}

/** `undefined` where aliases expand without end, which is found out only here. */
function valueOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases }) as unknown;
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return undefined;
  }
}

/** Reads a value against its schema; each fault is told in French, where it stands. */
export function checkValue<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  placeOf: YamlText['placeOf'],
  within: readonly PropertyKey[] = [],
): ReadText<z.output<Schema>> {
  const read = readValue(schema, value);
  if (read.kind === 'read') return read;
  return unreadable(
    read.faults.map(({ path, message }) => faultAt([...within, ...path], message, placeOf)),
  );
}

/** A fault of one field. */
export function faultAt(
  path: readonly PropertyKey[],
  message: string,
  placeOf: YamlText['placeOf'],
): TextFault {
  return { ...placeOf(path), path: path.map(String).join('.'), message };
}

/** Where the deepest part of the path that exists begins; a name is told rather than its value. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = pairsOf(node).get(String(step));
      if (!pair) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (item === undefined) return offset;
      offset = startOf(item) ?? offset;
      node = item;
    } else {
      return offset;
    }
  }
  return offset;
}

const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/** By name; thousands of faults in one group would look for each of its names in turn. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const before = known.get(map);
  if (before) return before;
  const pairs = new Map(
    map.items.flatMap((pair): [string, Pair][] =>
      isScalar(pair.key) ? [[String(pair.key.value), pair]] : [],
    ),
  );
  known.set(map, pairs);
  return pairs;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
