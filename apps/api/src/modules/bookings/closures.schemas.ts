import { bookingStates } from '@preau/domain/bookings/states';
import { z } from 'zod';
import { centsSchema, daySchema, idSchema, instantSchema } from '../../platform/http/wire.ts';

const count = z.number().int();

/** Days on which a facility, an activity, or (both null) everything is closed, both included. */
const declared = z.strictObject({
  facilityId: idSchema.nullable(),
  activityCode: z.string().min(1).max(60).nullable(),
  from: daySchema,
  until: daySchema,
  /** Why, in words that families read. */
  label: z.string().trim().min(2).max(80),
});

export const previewClosureSchema = declared;

export const declareClosureSchema = declared.extend({
  /** Of the impact that was shown: another one is refused, and nothing is done. */
  fingerprint: z.string().min(1).max(64),
});

/** What a closure would cancel, or has cancelled. */
export const closureImpactSchema = z
  .object({
    sessions: count,
    days: count,
    bookings: z.array(z.object({ state: z.enum(bookingStates), count })),
    cancelled: count,
    /** Bookings that stay: the child came already. */
    kept: count,
    households: count,
    /** What households owed and do not any more; what they still owe where no credit is given. */
    creditedCents: centsSchema,
    chargedCents: centsSchema,
    fingerprint: z.string(),
  })
  .meta({ id: 'ClosureImpact' });

export const closureAppliedSchema = closureImpactSchema
  .extend({ id: idSchema })
  .meta({ id: 'ClosureApplied' });

export const closureRemovedSchema = z
  .object({ reopenedSessions: count })
  .meta({ id: 'ClosureRemoved' });

export const schoolYearQuerySchema = z.strictObject({
  /** Without it: the present one. */
  schoolYear: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .optional(),
});

const named = z.object({ id: idSchema, name: z.string() });
const activitySchema = z.object({ code: z.string(), label: z.string() });

/** The closures and holidays of a school year. */
export const closureCalendarSchema = z
  .object({
    schoolYears: z.array(z.string()),
    schoolYear: z.string(),
    from: daySchema,
    until: daySchema,
    today: daySchema,
    facilities: z.array(named),
    activities: z.array(activitySchema.extend({ facilityIds: z.array(idSchema) })),
    /** Whether a day that the service cancels is credited, by the règlement of today. */
    credit: z.enum(['full', 'none']).nullable(),
    closures: z.array(
      z.object({
        id: idSchema,
        from: daySchema,
        until: daySchema,
        label: z.string(),
        facility: named.nullable(),
        activity: activitySchema.nullable(),
        declaredBy: z.string().nullable(),
        declaredAt: instantSchema.nullable(),
        /** Bookings it cancelled when it was declared. */
        cancelled: count,
        /** A closure that has begun is history. */
        canRemove: z.boolean(),
      }),
    ),
    publicHolidays: z.array(z.object({ on: daySchema, name: z.string() })),
    schoolHolidays: z.array(z.object({ from: daySchema, until: daySchema, name: z.string() })),
  })
  .meta({ id: 'ClosureCalendar' });
