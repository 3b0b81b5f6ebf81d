import { z } from 'zod';
import type { LiveRoute } from './live-routes.ts';

type JsonSchema = {
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
};

const parts = ['params', 'querystring', 'body'] as const;

/** Where a route takes the id of an object: `METHOD /path part/pointer`, read from its schemas. */
export function idSpots({ key, schema }: LiveRoute): string[] {
  return parts.flatMap((part) => {
    const declared = schema?.[part];
    if (!(declared instanceof z.ZodType)) return [];
    return uuidsIn(z.toJSONSchema(declared, { io: 'input' }) as JsonSchema, part).map(
      (spot) => `${key} ${spot}`,
    );
  });
}

function uuidsIn(schema: JsonSchema, at: string): string[] {
  const own = schema.format === 'uuid' ? [at] : [];
  const below = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    uuidsIn(property, `${at}/${name}`),
  );
  const items = schema.items ? uuidsIn(schema.items, `${at}/*`) : [];
  const either = (schema.anyOf ?? []).flatMap((one) => uuidsIn(one, at));
  const named = Object.entries(schema.$defs ?? {}).flatMap(([name, one]) =>
    uuidsIn(one, `${at}#${name}`),
  );
  return [...own, ...below, ...items, ...either, ...named];
}
