import { z } from 'zod';
import { centsSchema, codeSchema, daySchema, list, textSchema } from '../scalars.schema.ts';
import { monthSchema } from './moments.schema.ts';

/** What is known of the child and of the day. Documents left out are all there. */
export const factsSchema = z
  .strictObject({
    enrolment: z.enum([
      'none',
      'requested',
      'incomplete',
      'accepted',
      'refused',
      'waitlisted',
      'ended',
    ]),
    group: codeSchema,
    bornOn: daySchema.nullable(),
    documents: list(
      z.strictObject({
        code: codeSchema,
        state: z.enum(['sent', 'accepted']),
        until: daySchema.nullable().default(null),
      }),
    ),
    /** Why the session does not take place, `true` where the calendar says it; `null` = it does. */
    closed: z.union([textSchema, z.literal(true)]).nullable(),
    quotient: z.number().min(0).nullable(),
    capacity: z.int().min(0),
    /** Places that others hold. */
    taken: z.int().min(0),
    /** Others who wait, before the child. */
    waiting: z.int().min(0),
    /** Units of the same day the child holds besides those of the case. */
    otherUnits: list(codeSchema),
    /** Other days of the same activity. */
    alsoComes: list(daySchema),
  })
  .partial();

/** What is known of the family. The usual residence, no scheme and no flag, unless said. */
export const householdSchema = z
  .strictObject({
    quotient: z.number().min(0).nullable(),
    /** Euros. */
    monthlyResources: z.number().min(0).nullable(),
    residence: codeSchema,
    scheme: codeSchema,
    flags: list(codeSchema),
    /** Children it has, whether they come or not. */
    dependentChildren: z.int().min(0),
    /** An invoice of that month that is not paid. */
    arrears: z.strictObject({ cents: centsSchema, month: monthSchema }),
  })
  .partial();

const childSchema = z
  .strictObject({
    bornOn: daySchema,
    group: codeSchema,
    flags: list(codeSchema),
    /** Activities it is registered in; all of them unless said. */
    activities: list(codeSchema),
  })
  .partial();

/** The children of the family by a short name, `lea`. */
export const childrenSchema = z
  .record(codeSchema, childSchema)
  .refine((children) => Object.keys(children).length > 0, { error: 'aucun enfant' });

export type CaseFacts = z.output<typeof factsSchema>;
export type CaseHousehold = z.output<typeof householdSchema>;
export type CaseChild = z.output<typeof childSchema>;
