import type { ReglementDocument } from '@preau/domain/reglement/document';
import { z } from 'zod';
import { activitySchema } from './activity.schema.ts';
import {
  codeSchema,
  countSchema,
  daySchema,
  invented,
  list,
  textSchema,
  weekdaySchema,
} from './scalars.schema.ts';

const calendarSchema = z.strictObject({
  timeZone: z.string(),
  schoolZone: z.enum(['A', 'B', 'C', 'corse', 'outreMer', 'none']),
  territory: z.enum([
    'metropole',
    'alsaceMoselle',
    'guadeloupe',
    'martinique',
    'guyane',
    'reunion',
    'mayotte',
    'saintBarthelemy',
    'saintMartin',
  ]),
  schoolWeek: list(weekdaySchema),
});

const requiredDocumentSchema = z.strictObject({
  code: codeSchema,
  label: textSchema,
  about: z.enum(['child', 'household']),
  activities: list(codeSchema).nullable().default(null),
  blocks: list(z.enum(['enrolment', 'booking'])),
  satisfiedBy: z.enum(['sent', 'accepted']),
  validMonths: countSchema.nullable().default(null),
  ...invented,
});

/**
 * A règlement as it is written: the closed vocabulary of the domain, nothing more. What a town
 * leaves out where there is a usual answer (no age, no minimum of days…) is filled in here.
 */
export const documentSchema = z.strictObject({
  code: codeSchema,
  title: textSchema,
  validFrom: daySchema,
  validUntil: daySchema.nullable().default(null),
  calendar: calendarSchema,
  documents: list(requiredDocumentSchema).default([]),
  closureCredit: z.enum(['full', 'none']),
  activities: list(activitySchema),
}) satisfies z.ZodType<ReglementDocument>;

/** A règlement as the schema reads it: a `ReglementDocument` that says more of what was invented. */
export type WrittenDocument = z.output<typeof documentSchema>;
