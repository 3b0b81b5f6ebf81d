import { z } from 'zod';
import { codeSchema, daySchema, list, textSchema } from '../scalars.schema.ts';
import { childrenSchema, factsSchema, householdSchema } from './facts.schema.ts';
import { stepSchema } from './steps.schema.ts';

/**
 * A worked case: what is known, what happens and when, and what must come of it. It says where the
 * organisation's own document says so, or that it was invented. A step is about the child, the unit
 * and the day of the case unless it says another.
 */
export const caseSchema = z
  .strictObject({
    /** The code of the règlement and the number of the case, unless said. */
    id: codeSchema.optional(),
    title: textSchema,
    /** Lines, article or page of the source document. */
    source: textSchema.optional(),
    invented: z.literal(true).optional(),
    /** Why the source may be wrong or be read otherwise: run, reported apart, never failing. */
    disputed: textSchema.optional(),
    unit: codeSchema.optional(),
    on: daySchema.optional(),
    child: codeSchema.optional(),
    facts: factsSchema.default({}),
    household: householdSchema.default({}),
    children: childrenSchema.default({ enfant: {} }),
    steps: list(stepSchema).refine((steps) => steps.length > 0, { error: 'aucune étape' }),
  })
  .refine(({ source, invented }) => (source === undefined) === (invented === true), {
    error: 'un cas dit sa source (« source »), ou « invented: true »',
  });

export type Case = z.output<typeof caseSchema>;
