import { z } from 'zod';
import {
  codeSchema,
  countSchema,
  fromZeroSchema,
  invented,
  list,
  measureSchema,
  pattern,
  textSchema,
  weekdaySchema,
} from './scalars.schema.ts';

/** Families and children told apart, as `vocabulary/profile-rules.ts` of the domain has it. */

const named = { code: codeSchema, label: textSchema, ...invented };
const namedSchema = z.strictObject(named);

export const profileSchema = z.strictObject({
  residences: list(
    z.strictObject({ ...named, equivalents: list(codeSchema).optional() }),
  ).optional(),
  schemes: list(namedSchema).optional(),
  flags: list(namedSchema).optional(),
  modes: list(namedSchema).optional(),
});

export const countingSchema = z.enum(['registered', 'booked', 'present', 'dependent']);

export const orderSchema = z.enum(['oldestFirst', 'youngestFirst']);

export const spanUnitSchema = z.enum([
  'week',
  'month',
  'trimester',
  'period',
  'calendarYear',
  'schoolYear',
]);

export const periodUnitSchema = z.enum(['day', ...spanUnitSchema.options]);

const conditionSchema = z
  .discriminatedUnion('kind', [
    pattern('residence', { in: list(codeSchema) }),
    pattern('scheme', { in: list(codeSchema) }),
    pattern('flag', { is: codeSchema }),
    pattern('noFlag', { is: codeSchema }),
    pattern('group', { in: list(codeSchema) }),
    pattern('mode', { in: list(codeSchema) }),
    pattern('extra', { is: codeSchema }),
    pattern('quotient', { from: measureSchema.optional(), below: measureSchema.optional() }),
    pattern('noQuotient', {}),
    pattern('age', { from: fromZeroSchema.optional(), below: countSchema.optional() }),
    pattern('rank', {
      from: countSchema.optional(),
      upTo: countSchema.optional(),
      counting: countingSchema,
      order: orderSchema.optional(),
    }),
    pattern('children', {
      from: countSchema.optional(),
      upTo: countSchema.optional(),
      counting: countingSchema,
    }),
    pattern('weekday', { in: list(weekdaySchema) }),
  ])
  .meta({ id: 'condition', description: 'Ce qui peut être dit d’un enfant qui vient un jour.' });

/** A list holds when all of it holds. */
export const conditionsSchema = list(conditionSchema);
