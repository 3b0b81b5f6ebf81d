import type { AbsenceReason } from '@preau/domain/reglement/document';
import { z } from 'zod';
import { dayUnits } from './calendar.schema.ts';
import { limitSchema } from './limit.schema.ts';
import { priceSchema } from './price.schema.ts';
import { conditionsSchema, spanUnitSchema } from './profile.schema.ts';
import {
  centsSchema,
  clockTimeSchema,
  countSchema,
  fromZeroSchema,
  invented,
  list,
  measureSchema,
  pattern,
} from './scalars.schema.ts';
import { occurrenceConsequenceSchema } from './stage.schema.ts';

/** What really happened and what comes of it, as `vocabulary/presence-rules.ts` of the domain has it. */

const occurrenceSchema = z.strictObject({
  per: spanUnitSchema.optional(),
  steps: list(
    z.strictObject({
      from: countSchema.default(1),
      when: conditionsSchema.optional(),
      consequence: occurrenceConsequenceSchema,
      ...invented,
    }),
  ),
  ...invented,
});

const latePickupSchema = z.strictObject({
  after: clockTimeSchema.optional(),
  graceMinutes: fromZeroSchema.optional(),
  charge: z.discriminatedUnion('kind', [
    pattern('fixed', { cents: centsSchema }),
    pattern('perSlice', { minutes: countSchema, cents: centsSchema }),
    pattern('tiers', {
      tiers: list(z.strictObject({ after: clockTimeSchema, cents: centsSchema, ...invented })),
    }),
    pattern('price', { price: priceSchema }),
  ]),
  scope: z.enum(['child', 'household']).optional(),
  from: countSchema.optional(),
  per: spanUnitSchema.optional(),
  discretionary: z.literal(true).optional(),
  ...invented,
});

const proofSchema = z.strictObject({
  anchor: z.enum(['firstDay', 'lastDay', 'return', 'notice']),
  tiers: list(
    z.strictObject({
      within: countSchema,
      unit: z.enum(['hours', ...dayUnits]),
      waitingDays: fromZeroSchema.optional(),
      ...invented,
    }),
  ),
  ...invented,
});

/** Why a child does not come, in a rule and in a case. */
export const absenceReasons = [
  'illness',
  'hospital',
  'bereavement',
  'familyReason',
  'strike',
  'teacherAbsent',
  'schoolTrip',
  'schoolClosed',
  'weather',
  'sentHome',
  'moving',
  'work',
  'exclusion',
  'other',
] as const satisfies readonly AbsenceReason[];

const absenceSchema = z.strictObject({
  reasons: list(z.enum(absenceReasons)),
  atLeast: z
    .strictObject({ days: countSchema, unit: z.enum(['booked', 'calendar']), ...invented })
    .optional(),
  notice: limitSchema.optional(),
  noticeOf: z.enum(['eachDay', 'firstDay']).optional(),
  proof: proofSchema.optional(),
  waitingDays: fromZeroSchema.optional(),
  effect: z.discriminatedUnion('kind', [
    pattern('free', {}),
    pattern('credited', {}),
    pattern('billedInPart', { percent: measureSchema }),
    pattern('billedAtDiscretion', { minPercent: measureSchema, maxPercent: measureSchema }),
    pattern('billed', {}),
  ]),
  ...invented,
});

export const presenceSchema = z.strictObject({
  noShow: occurrenceSchema.optional(),
  unbooked: occurrenceSchema.optional(),
  latePickup: latePickupSchema.optional(),
  earliestPickup: clockTimeSchema.optional(),
  absences: list(absenceSchema).optional(),
  ...invented,
});
