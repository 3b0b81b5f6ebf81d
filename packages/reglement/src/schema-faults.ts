import type { z } from 'zod';
import { sentenceOf } from './schema-sentences.ts';

/** What is wrong with one field. */
export type FieldFault = { readonly path: readonly PropertyKey[]; readonly message: string };

type Read<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'unreadable'; readonly faults: readonly FieldFault[] };

/** Who is told of more does not read them. */
const MOST_FAULTS = 200;

/** Reads a value against its schema; every fault is told in French, with the field it is about. */
export function readValue<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Read<z.output<Schema>> {
  const result = schema.safeParse(value, { error: sentenceOf });
  if (result.success) return { kind: 'read', value: result.data };
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, []));
  return { kind: 'unreadable', faults: faults.slice(0, MOST_FAULTS) };
}

function faultsOf(issue: z.core.$ZodIssue, within: readonly PropertyKey[]): readonly FieldFault[] {
  const path = [...within, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    // The sentence has a line for each.
    const lines = issue.message.split('\n');
    return lines.map((message, at) => ({ path: [...path, issue.keys[at] ?? ''], message }));
  }
  if (issue.code === 'invalid_union') {
    // What may be written in several ways is judged by the way it was begun.
    const begun = issue.errors.filter((faults) => !faults.some(isOfAnotherKind));
    const [only] = begun;
    if (only !== undefined && begun.length === 1) return only.flatMap((one) => faultsOf(one, path));
  }
  return [{ path, message: issue.message }];
}

/** A list where a group is expected, a word for another. */
function isOfAnotherKind({ path, code }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}
