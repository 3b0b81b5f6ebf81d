import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
} from 'yaml';
import { z } from 'zod';
import { yamlFaults } from './yaml-faults.ts';

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

/** Reads a text as YAML 1.2: days and times stay texts, and `on` is a word. */
export function readYaml(text: string): ReadText<YamlText> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ code, pos }) => ({
      ...placeAt(pos[0]),
      path: '',
      message: yamlFaults[code],
    }));
    return { kind: 'unreadable', faults };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    // The one thing that is found out only here: aliases that expand without end.
    if (!(error instanceof ReferenceError)) throw error;
    const message = yamlFaults.RESOURCE_EXHAUSTION;
    return { kind: 'unreadable', faults: [{ line: 1, column: 1, path: '', message }] };
  }
  const placeOf = (path: readonly PropertyKey[]) => placeAt(offsetOf(document, path));
  return { kind: 'read', value: { value, placeOf } };
}

/** Reads a value against its schema; each fault is told in French, where it stands. */
export function checkValue<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  placeOf: YamlText['placeOf'],
  within: readonly PropertyKey[] = [],
): ReadText<z.output<Schema>> {
  const result = schema.safeParse(value, { error: z.locales.fr().localeError });
  if (result.success) return { kind: 'read', value: result.data };
  const faults = result.error.issues.flatMap((issue) => {
    const path = [...within, ...issue.path];
    if (issue.code !== 'unrecognized_keys') return [faultAt(path, issue.message, placeOf)];
    return issue.keys.map((key) =>
      faultAt([...path, key], `« ${key} » n’est pas connu ici`, placeOf),
    );
  });
  return { kind: 'unreadable', faults };
}

function faultAt(
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
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
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

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
