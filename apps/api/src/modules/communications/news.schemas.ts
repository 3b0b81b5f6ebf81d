import { isDay } from '@preau/domain/time/day';
import { z } from 'zod';
import { daySchema, idSchema, instantSchema } from '../../platform/http/wire.ts';

const kindSchema = z.enum(['information', 'closure', 'prices', 'rules']);

/** Where a piece of news stands on a given day: what was published is shown between its two days. */
const standingSchema = z.enum(['draft', 'scheduled', 'visible', 'ended', 'withdrawn']);

export type NewsKind = z.infer<typeof kindSchema>;
export type NewsStanding = z.infer<typeof standingSchema>;

export const familyNewsSchema = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      kind: kindSchema,
      title: z.string(),
      /** The first words, without marks. */
      summary: z.string(),
      /** Sanitised; its headings begin at `h3`. */
      html: z.string(),
      important: z.boolean(),
      visibleFrom: daySchema,
      visibleUntil: daySchema.nullable(),
    }),
  ),
});

export const staffNewsItemSchema = z.object({
  id: idSchema,
  kind: kindSchema,
  title: z.string(),
  /** Markdown. */
  body: z.string(),
  important: z.boolean(),
  /** Both days inclusive; no end = until it is withdrawn. */
  visibleFrom: daySchema,
  visibleUntil: daySchema.nullable(),
  standing: standingSchema,
  revision: z.number().int(),
  updatedAt: instantSchema,
});

export const staffNewsSchema = z.object({
  items: z.array(staffNewsItemSchema),
  next: idSchema.nullable(),
});

export const newsQuerySchema = z.strictObject({
  /** `next` of the page before. */
  after: idSchema.optional(),
});

export const newsParamsSchema = z.strictObject({ id: idSchema });

const existingDaySchema = daySchema.refine((text): boolean => isDay(text), 'Not an existing day');

const content = {
  kind: kindSchema,
  title: z.string().trim().min(1).max(120),
  body: z.string().trim().min(1).max(10_000),
  important: z.boolean(),
  visibleFrom: existingDaySchema,
  visibleUntil: existingDaySchema.nullable(),
};

type Days = { readonly visibleFrom: string; readonly visibleUntil: string | null };

const endsAfterItBegins = ({ visibleFrom, visibleUntil }: Days) =>
  visibleUntil === null || visibleUntil >= visibleFrom;
const endFirst = { message: 'It ends before it begins', path: ['visibleUntil'] };

export const createNewsSchema = z
  .strictObject({
    ...content,
    /** Seen by families from its first day on; otherwise kept as a draft. */
    publish: z.boolean(),
  })
  .refine(endsAfterItBegins, endFirst);

export const editNewsSchema = z
  .strictObject({ ...content, revision: z.number().int().positive() })
  .refine(endsAfterItBegins, endFirst);

export const moveNewsSchema = z.strictObject({ revision: z.number().int().positive() });

export type NewsContent = z.infer<z.ZodObject<typeof content>>;
