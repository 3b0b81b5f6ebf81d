import { isDay } from '@preau/domain/time/day';
import { z } from 'zod';
import { daySchema, idSchema, instantSchema } from '../../platform/http/wire.ts';

/** States in which something can be shown: sent, then one of the others for good. */
const stateSchema = z.enum(['sent', 'accepted', 'refused', 'withdrawn']);

/** A text somebody writes: lines and tabs, no other control character, no blank around. */
const writtenText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[\P{Cc}\n\r\t]*$/u);

const kindSchema = z.object({ code: z.string(), label: z.string() });

const fileSchema = z.object({
  id: idSchema,
  name: z.string(),
  mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']),
  sizeBytes: z.number().int(),
});

/** A document as the household that sent it sees it. */
export const ownDocumentSchema = z.object({
  id: idSchema,
  kind: kindSchema,
  child: z.object({ id: idSchema, firstName: z.string() }).nullable(),
  note: z.string(),
  state: stateSchema,
  /** Why it is refused. */
  reason: z.string().nullable(),
  sentAt: instantSchema,
  sentBy: z.object({ you: z.boolean(), firstName: z.string().nullable() }),
  /** When it was accepted, refused or withdrawn. */
  decidedAt: instantSchema.nullable(),
  /** Last day it is good for, once accepted; `null` = for good. */
  expiresOn: daySchema.nullable(),
  /** None once it is withdrawn. */
  files: z.array(fileSchema),
});

export const ownDocumentsSchema = z.object({
  items: z.array(ownDocumentSchema),
  next: idSchema.nullable(),
  /** How many there are in each state, on every page together. */
  counts: z.record(stateSchema, z.number().int()),
  /** What may be sent. */
  kinds: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      about: z.enum(['child', 'household']),
      help: z.string(),
    }),
  ),
  limits: z.object({
    fileBytes: z.number().int(),
    totalBytes: z.number().int(),
    files: z.number().int(),
    /** What the household's files take, and may take. */
    usedBytes: z.number().int(),
    quotaBytes: z.number().int(),
  }),
});

export const documentsQuerySchema = z.strictObject({
  /** `next` of the page before. */
  after: idSchema.optional(),
});

/** A form: `files` is repeated, once a file. */
export const sendDocumentSchema = z.strictObject({
  kind: z.string().max(40),
  childId: idSchema.optional(),
  note: writtenText(1_000).optional(),
  files: z.array(z.file()).min(1),
});

/** A document as the office sees it. */
export const inboxDocumentSchema = z.object({
  id: idSchema,
  kind: kindSchema,
  household: z.object({ id: idSchema, name: z.string() }),
  child: z
    .object({
      id: idSchema,
      firstName: z.string(),
      lastName: z.string(),
      schoolClass: z.string(),
    })
    .nullable(),
  note: z.string(),
  state: stateSchema,
  reason: z.string().nullable(),
  sentAt: instantSchema,
  sentBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
  /** Last day it is good for, once accepted; `null` = for good. */
  expiresOn: daySchema.nullable(),
  files: z.array(fileSchema),
});

/** How many wait for a decision. */
export const inboxCountSchema = z.object({ waiting: z.number().int() });

export const inboxSchema = z.object({
  items: z.array(inboxDocumentSchema),
  next: idSchema.nullable(),
  /** How many wait for a decision. */
  waiting: z.number().int(),
});

export const inboxQuerySchema = z.strictObject({
  /** Those that wait, the oldest first; those decided, the latest sent first. */
  state: z.enum(['sent', 'accepted', 'refused']).default('sent'),
  after: idSchema.optional(),
});

export const acceptDocumentSchema = z.strictObject({
  /** Last day it is good for; `null` = for good. */
  expiresOn: daySchema.refine(isDay, 'Not a calendar day').nullable(),
});

export const refuseDocumentSchema = z.strictObject({
  /** Told to the family as it is written. */
  reason: writtenText(1_000).min(1),
});

export type DocumentState = z.infer<typeof stateSchema>;
export type OwnDocument = z.infer<typeof ownDocumentSchema>;
export type InboxDocument = z.infer<typeof inboxDocumentSchema>;
