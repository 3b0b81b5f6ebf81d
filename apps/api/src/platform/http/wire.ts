import { z } from 'zod';

/** Wire types shared by every surface. Requests are strict objects, responses allow-lists. */
export const idSchema = z.uuid();
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'A day is YYYY-MM-DD');
export const instantSchema = z.iso.datetime();
export const centsSchema = z.number().int();
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
/** A reason of the engine: a code with parameters; `explain` of the domain turns it into a sentence. */
export const reasonSchema = z.looseObject({ code: z.string() }).meta({ id: 'Reason' });
export const emailSchema = z.email().max(254);
