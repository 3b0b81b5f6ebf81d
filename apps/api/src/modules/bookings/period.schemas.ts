import { z } from 'zod';
import { centsSchema, daySchema, idSchema, instantSchema } from '../../platform/http/wire.ts';
import { cartLineSchema, cartSchema, draftActionSchema, reasonSchema } from './bookings.schemas.ts';

/** « Tous les mardis et jeudis soir, du … au … »: units on weekdays over a range of days. */
export const periodSchema = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        childId: idSchema,
        unit: z.string().min(1).max(60),
        /** ISO weekday: 1 = Monday … 7 = Sunday. */
        weekday: z.number().int().min(1).max(7),
      }),
    )
    .min(1)
    .max(120),
  /** Both days inclusive. */
  from: daySchema,
  until: daySchema,
  action: z.enum(['add', 'remove']),
  /** Whether a full day is to be waited for, where the list is open online. */
  waitWhenFull: z.boolean(),
});

export const periodResultSchema = z
  .enum([
    /** It would be drafted: booked, or given back. */
    'done',
    /** It would be drafted for the waiting list. */
    'waiting',
    /** No place is left, and no place in the list was asked for (or none can be). */
    'full',
    /** Past the limit: nothing is possible online. */
    'late',
    /** Booked, or in the draft, as asked. */
    'already',
    /** No session that day (holidays, closure), or the child may not have it: the reasons tell. */
    'excluded',
  ])
  .meta({ id: 'PeriodResult' });

/** One child × unit × day of a period and what would become of it. */
export const periodLineSchema = cartLineSchema
  .extend({
    /** `null` where there is no session that day. */
    sessionId: idSchema.nullable(),
    /** `null` where the child is enrolled nowhere for it. */
    facility: z.string().nullable(),
    result: periodResultSchema,
  })
  .meta({ id: 'PeriodLine' });

export const periodPreviewSchema = z
  .object({
    now: instantSchema,
    lines: z.array(periodLineSchema),
    totalCents: centsSchema,
    counts: z.object({
      done: z.number().int(),
      waiting: z.number().int(),
      full: z.number().int(),
      late: z.number().int(),
      already: z.number().int(),
      excluded: z.number().int(),
    }),
    /** Where the period had to stop before its end, and why: the last day that was looked at. */
    stops: z.object({ on: daySchema, reasons: z.array(reasonSchema) }).nullable(),
  })
  .meta({ id: 'PeriodPreview' });

/** The draft after a period, and each gesture it made: what taking the whole back needs. */
export const draftedPeriodSchema = z
  .object({
    cart: cartSchema,
    changes: z.array(
      z.object({
        childId: idSchema,
        sessionId: idSchema,
        previous: draftActionSchema.nullable(),
        action: draftActionSchema.nullable(),
      }),
    ),
  })
  .meta({ id: 'DraftedPeriod' });
