import { topics } from '@preau/domain/describe/description';
import { z } from 'zod';
import { daySchema, slugSchema } from '../../platform/http/wire.ts';

export const reglementTextParams = z.strictObject({ slug: slugSchema });

const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(z.string()),
    /** The first cell of a row names it. */
    rows: z.array(z.array(z.string())),
  }),
]);

const versionTextSchema = z.object({
  /** Among the published ones, from 1. */
  version: z.number().int(),
  title: z.string(),
  from: daySchema,
  /** Last day on which it holds; `null` = until another takes its place. */
  until: daySchema.nullable(),
  activities: z.array(z.object({ code: z.string(), label: z.string() })),
  sections: z.array(
    z.object({
      topic: z.enum(topics),
      /** `null`: it concerns every activity. */
      activity: z.string().nullable(),
      title: z.string(),
      blocks: z.array(blockSchema),
    }),
  ),
});

export const reglementTextSchema = z.object({
  /** In force today; `null` where none is. */
  current: versionTextSchema.nullable(),
  /** The one that comes after, where it is published already. */
  next: versionTextSchema.nullable(),
});

export type VersionText = z.infer<typeof versionTextSchema>;
export type ReglementText = z.infer<typeof reglementTextSchema>;
