import { z } from 'zod';
import { limitSchema } from './limit.schema.ts';
import { priceSchema } from './price.schema.ts';
import {
  centsSchema,
  codeSchema,
  invented,
  list,
  measureSchema,
  pattern,
} from './scalars.schema.ts';

/** What is possible over time, as `vocabulary/stage-rules.ts` of the domain has it. */

const scope = z.enum(['booking', 'batch']).optional();
const centsByUnit = z.record(codeSchema, centsSchema).optional();

const consequences = {
  normal: pattern('normal', {}),
  surcharge: pattern('surcharge', { cents: centsSchema.optional(), centsByUnit, scope }),
  percentSurcharge: pattern('percentSurcharge', { percent: measureSchema, scope }),
  multiple: pattern('multiple', { times: measureSchema, scope }),
  replacingPrice: pattern('replacingPrice', { centsByUnit, price: priceSchema.optional(), scope }),
  refused: pattern('refused', {}),
  notStated: pattern('notStated', {}),
};

const consequenceSchema = z.discriminatedUnion('kind', [
  consequences.normal,
  consequences.surcharge,
  consequences.percentSurcharge,
  consequences.multiple,
  consequences.replacingPrice,
  pattern('waitingList', {}),
  pattern('billedInFull', {}),
  pattern('billedInPart', { percent: measureSchema }),
  pattern('billedAtDiscretion', { minPercent: measureSchema, maxPercent: measureSchema }),
  pattern('credited', {}),
  consequences.refused,
  consequences.notStated,
]);

/** What comes of a presence that was not booked, or of a booking that nobody came to. */
export const occurrenceConsequenceSchema = z.discriminatedUnion('kind', [
  consequences.normal,
  consequences.surcharge,
  consequences.percentSurcharge,
  consequences.multiple,
  consequences.replacingPrice,
  consequences.refused,
  consequences.notStated,
  pattern('free', {}),
]);

const everybody = ['online', 'staff'] as const;

export const stagesSchema = list(
  z.strictObject({
    channels: list(z.enum(['online', 'staff', 'phone', 'mail', 'paper', 'desk'])).default(
      everybody,
    ),
    modes: list(codeSchema).optional(),
    until: limitSchema.nullable().default(null),
    consequence: consequenceSchema.default({ kind: 'normal' }),
    ...invented,
  }),
);
