import { z } from 'zod';

/** One malformed variant of a request's part, and the pointer its refusal must name. */
export type Malformed = {
  readonly what: string;
  readonly value: unknown;
  readonly pointer: string;
};

/** Keys a client might hope to be believed about; no request declares them where they mean a right. */
export const coveted = [
  'role',
  'roles',
  'price',
  'cents',
  'totalCents',
  'state',
  'status',
  'householdId',
  'organisationId',
  'accountId',
  'surface',
  'late',
] as const;

const JsonObject = z.record(z.string(), z.unknown());

/** Every object in a value (the value itself included), with its pointer. */
function objectsIn(value: unknown, pointer = ''): { pointer: string; keys: string[] }[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => objectsIn(item, `${pointer}/${at}`));
  }
  const parsed = JsonObject.safeParse(value);
  if (!parsed.success) return [];
  const below = Object.entries(parsed.data).flatMap(([key, one]) =>
    objectsIn(one, `${pointer}/${key}`),
  );
  return [{ pointer, keys: Object.keys(parsed.data) }, ...below];
}

/** The value with something else at a pointer; `undefined` takes the key away. */
function withAt(value: unknown, [step, ...rest]: readonly string[], replaced: unknown): unknown {
  if (step === undefined) return replaced;
  if (Array.isArray(value)) {
    return value.map((item, at) => (String(at) === step ? withAt(item, rest, replaced) : item));
  }
  const object = JsonObject.parse(value ?? {});
  return { ...object, [step]: withAt(object[step], rest, replaced) };
}

const stepsOf = (pointer: string) => pointer.split('/').slice(1);

/** A value of another type that a lenient reader would take for the right one, and some it would not. */
function otherTypes(value: unknown): unknown[] {
  const wrong = [{}, [], true, 'x'.repeat(20_000)];
  if (typeof value === 'string') return [...wrong, 1, null];
  if (typeof value === 'number') return [...wrong, String(value), value + 0.5, null];
  if (typeof value === 'boolean') return [1, 'x', String(value), null, [value]];
  if (Array.isArray(value)) return [{ 0: value[0] }, 'x', 1, null, []];
  return [1, 'x', true, null, [value]];
}

/**
 * A valid part of a request made wrong in every way: a key too many in each of its objects, each
 * value of another type, each key missing.
 */
export function malformedVariants(valid: unknown, optional: readonly string[] = []): Malformed[] {
  const objects = objectsIn(valid);
  const extra = objects.flatMap(({ pointer, keys }) =>
    coveted
      .filter((key) => !keys.includes(key))
      .map((key) => ({
        what: `${key} added to ${pointer || 'it'}`,
        value: withAt(valid, [...stepsOf(pointer), key], 'administrator'),
        pointer: `${pointer}/${key}`,
      })),
  );
  const fields = objects.flatMap(({ pointer, keys }) => keys.map((key) => `${pointer}/${key}`));
  const mistyped = fields.flatMap((pointer) =>
    otherTypes(valueAt(valid, stepsOf(pointer))).map((other) => ({
      what: `${pointer} = ${(JSON.stringify(other) ?? '').slice(0, 30)}`,
      value: withAt(valid, stepsOf(pointer), other),
      pointer,
    })),
  );
  const missing = fields
    .filter((pointer) => !optional.includes(pointer))
    .map((pointer) => ({
      what: `${pointer} missing`,
      value: withAt(valid, stepsOf(pointer), undefined),
      pointer,
    }));
  return [...extra, ...mistyped, ...missing];
}

function valueAt(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return value;
  const below = Array.isArray(value) ? value[Number(step)] : JsonObject.parse(value)[step];
  return valueAt(below, rest);
}
