import { z } from 'zod';

const Known = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  $ref: z.string().optional(),
});

const JsonObject = z.record(z.string(), z.unknown());

/**
 * Fields of an answer that its schema does not name, as pointers. What the schema leaves open on
 * purpose (a dictionary, an object said to be loose) names everything below it.
 */
export function undeclaredFields(answer: unknown, schema: z.ZodType): string[] {
  const root = z.toJSONSchema(schema, { io: 'output' });
  const named = JsonObject.safeParse(root.$defs).data ?? {};
  return strangersIn(answer, root, { at: '', named });
}

type Place = { readonly at: string; readonly named: Readonly<Record<string, unknown>> };

function strangersIn(value: unknown, schema: unknown, { at, named }: Place): string[] {
  const { properties, additionalProperties, items, anyOf, oneOf, $ref } = Known.parse(schema);
  if ($ref !== undefined) {
    return strangersIn(value, named[$ref.replace('#/$defs/', '')], { at, named });
  }
  const branches = anyOf ?? oneOf;
  if (branches) {
    const each = branches.map((one) => strangersIn(value, one, { at, named }));
    return each.toSorted((a, b) => a.length - b.length)[0] ?? [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((one, index) =>
      strangersIn(one, items ?? {}, { at: `${at}/${index}`, named }),
    );
  }
  const object = JsonObject.safeParse(value);
  if (!object.success) return [];
  const isOpen = typeof additionalProperties === 'object' && additionalProperties !== null;
  return Object.entries(object.data).flatMap(([key, one]) => {
    const declared = properties?.[key];
    if (declared !== undefined) return strangersIn(one, declared, { at: `${at}/${key}`, named });
    return isOpen ? [] : [`${at}/${key}`];
  });
}

/** The schema a route declares for a status: its own, or the one of its media type. */
export function responseSchema(response: unknown, status: number): z.ZodType | undefined {
  const declared = JsonObject.safeParse(response).data?.[String(status)];
  if (declared instanceof z.ZodType) return declared;
  const media = z
    .object({ content: z.record(z.string(), z.object({ schema: z.instanceof(z.ZodType) })) })
    .safeParse(declared);
  return Object.values(media.data?.content ?? {})[0]?.schema;
}
