import { z } from 'zod';
import { instantSchema, slugSchema } from '../../platform/http/wire.ts';
import { legalPageCodes } from './legal-page.templates.ts';

const codeSchema = z.enum(legalPageCodes);
/** In a query string everything is text: digits, without a sign. */
const versionInQuery = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .optional();

export const longestPage = 60_000;

export const readPageParams = z.strictObject({ slug: slugSchema, code: codeSchema });
export const readPageQuery = z.strictObject({
  /** A former version; without it, the one in force. */
  version: versionInQuery,
});

export const readPageSchema = z.object({
  code: codeSchema,
  version: z.number().int(),
  publishedAt: instantSchema,
  /** Sanitised; its headings begin at `h2`. */
  html: z.string(),
});

export const writtenPageSchema = z.object({
  code: codeSchema,
  version: z.number().int(),
  publishedAt: instantSchema,
  /** Markdown. */
  body: z.string(),
});

export const writtenPagesSchema = z.object({ items: z.array(writtenPageSchema) });
export const writePageParams = z.strictObject({ code: codeSchema });
export const writePageSchema = z.strictObject({
  /** The version it was written from. */
  version: z.number().int().min(0),
  body: z.string().trim().min(1).max(longestPage),
});

export const acceptTermsSchema = z.strictObject({ version: z.number().int().positive() });

export const previewTextSchema = z.strictObject({ text: z.string().max(longestPage) });
export const previewedTextSchema = z.object({ html: z.string() });
