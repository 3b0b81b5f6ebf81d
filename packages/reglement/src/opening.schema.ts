import { z } from 'zod';
import { conditionsSchema } from './profile.schema.ts';
import {
  clockTimeSchema,
  codeSchema,
  countSchema,
  daySchema,
  fromZeroSchema,
  invented,
  list,
  pattern,
  textSchema,
} from './scalars.schema.ts';

/** When families may book and who may come, as `vocabulary/opening-rules.ts` of the domain has it. */

const momentSchema = z.strictObject({ on: daySchema, at: clockTimeSchema });

const turnOwner = {
  group: codeSchema.optional(),
  when: conditionsSchema.optional(),
  ...invented,
};

const windowSchema = z.strictObject({
  code: codeSchema,
  label: textSchema,
  sessions: z.strictObject({ from: daySchema, until: daySchema }),
  opens: momentSchema,
  closes: momentSchema.nullable().default(null),
  staggered: list(z.strictObject({ ...turnOwner, opens: momentSchema })).default([]),
  ...invented,
});

export const openingSchema = z.discriminatedUnion('kind', [
  pattern('always', {}),
  pattern('precedingMonth', {
    day: countSchema,
    at: clockTimeSchema,
    staggered: list(
      z.strictObject({ ...turnOwner, day: countSchema, at: clockTimeSchema.optional() }),
    ).optional(),
  }),
  pattern('daysBefore', {
    days: countSchema,
    at: clockTimeSchema,
    staggered: list(
      z.strictObject({ ...turnOwner, days: countSchema, at: clockTimeSchema.optional() }),
    ).optional(),
  }),
  pattern('windows', { windows: list(windowSchema) }),
  pattern('announced', {}),
]);

export const agesSchema = z.strictObject({
  from: fromZeroSchema.nullable().default(null),
  below: countSchema.nullable().default(null),
  on: z.enum(['session', 'december31']).optional(),
  ...invented,
});

export const daysSchema = z.strictObject({
  per: z.enum(['week', 'month', 'period']),
  min: countSchema.nullable().default(null),
  max: countSchema.nullable().default(null),
  minWithPublicHoliday: countSchema.optional(),
  leave: countSchema.optional(),
  ...invented,
});
