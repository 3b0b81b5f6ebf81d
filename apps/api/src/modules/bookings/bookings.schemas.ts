import { constraints } from '@preau/domain/bookings/verdict';
import { z } from 'zod';
import {
  centsSchema,
  daySchema,
  idSchema,
  instantSchema,
  reasonSchema,
} from '../../platform/http/wire.ts';

export { reasonSchema };

export const constraintSchema = z.enum(constraints).meta({ id: 'Constraint' });

export const bookingStateSchema = z
  .enum([
    'requested',
    'confirmed',
    'awaitingPayment',
    'refused',
    'cancelled',
    'cancelledLate',
    'expired',
    'cancellationRequested',
    'waitlisted',
    'offered',
    'declined',
    'lapsed',
    'absenceDeclared',
    'attended',
    'absentExcused',
    'absentUnexcused',
  ])
  .meta({ id: 'BookingState' });

export const outcomeSchema = z
  .enum([
    'accepted',
    'pending',
    'acceptedLate',
    'awaitingPayment',
    'staffOnly',
    'refused',
    'waitlisted',
    'notOpenYet',
    'undetermined',
  ])
  .meta({ id: 'Outcome' });

/** A range of at most 42 days: a month as a calendar shows it. */
export const planningQuerySchema = z.strictObject({ from: daySchema, until: daySchema });

/**
 * The planning of a household, columnar: one row per child × unit, arrays aligned with `on`.
 * Reasons are a dictionary: cells hold indexes into it.
 */
export const planningSchema = z
  .object({
    now: instantSchema,
    timeZone: z.string(),
    days: z.array(
      z.object({
        on: daySchema,
        kind: z.enum(['school', 'offDay', 'weekend', 'publicHoliday', 'schoolHoliday', 'unknown']),
        label: z.string().nullable(),
      }),
    ),
    children: z.array(z.object({ id: idSchema, firstName: z.string(), schoolClass: z.string() })),
    reasons: z.array(reasonSchema),
    rows: z.array(
      z.object({
        childId: idSchema,
        unit: z.string(),
        unitLabel: z.string(),
        activity: z.string(),
        activityLabel: z.string(),
        facility: z.string(),
        startsAt: z.string(),
        endsAt: z.string(),
        /** Units of the same activity and day that this one excludes: shown as one choice. */
        excludes: z.array(z.string()),
        on: z.array(daySchema),
        sessionId: z.array(idSchema),
        /** State of the live or last booking; `null` = none. */
        state: z.array(bookingStateSchema.nullable()),
        /** What the next gesture meets: booking where nothing is held, cancelling where something is. */
        constraint: z.array(constraintSchema),
        /** First instant that is too late for that gesture; `null` = no limit. */
        limitAt: z.array(instantSchema.nullable()),
        placesLeft: z.array(z.number().int()),
        /**
         * What that gesture adds to (or, negative, takes from) what the household owes; where only
         * the staff can do it, what they would charge.
         */
        cents: z.array(centsSchema),
        /** Price of the unit that day, before any gesture. */
        unitCents: z.array(centsSchema),
        reasons: z.array(z.array(z.number().int())),
        /** Whether a full day can be waited for: not at all, by asking the service, or online. */
        waitingList: z.enum(['none', 'staff', 'online']),
        /** Whether the service answers a request first, to book and to cancel; `none` = nothing is booked. */
        acceptance: z.enum(['automatic', 'staff', 'none']),
        cancellation: z.enum(['automatic', 'staff']),
        payment: z.enum(['later', 'hold', 'byDate', 'withRequest']),
        /** Until it is accepted, nothing can be booked. */
        enrolment: z.enum(['accepted', 'requested', 'incomplete', 'waitlisted']),
        /**
         * Cells where something is awaited: a place (`rank`, until the booking limit), an answer to an
         * offer, a payment (until then), or an answer of the service (`answerDueAt`).
         */
        queue: z.array(
          z.object({
            /** Of the cell, in the arrays above. */
            index: z.number().int(),
            bookingId: idSchema,
            rank: z.number().int().nullable(),
            until: instantSchema,
            answerDueAt: instantSchema.nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Planning' });

export const draftActionSchema = z.enum(['add', 'remove', 'wait']);

export const cartChangesSchema = z.strictObject({
  /** `null` takes the line out of the draft. */
  changes: z
    .array(
      z.strictObject({
        childId: idSchema,
        sessionId: idSchema,
        action: draftActionSchema.nullable(),
      }),
    )
    .min(1)
    .max(2_000),
});

export const cartLineSchema = z
  .object({
    childId: idSchema,
    childFirstName: z.string(),
    sessionId: idSchema,
    on: daySchema,
    unit: z.string(),
    unitLabel: z.string(),
    activityLabel: z.string(),
    action: draftActionSchema,
    outcome: outcomeSchema,
    limitAt: instantSchema.nullable(),
    /** After the normal limit: another price, or another way. */
    late: z.boolean(),
    /** Until when it is answered (`pending`), paid (`awaitingPayment`), or waited for (`waitlisted`). */
    dueAt: instantSchema.nullable(),
    cents: centsSchema,
    reasons: z.array(reasonSchema),
    priceReasons: z.array(reasonSchema),
  })
  .meta({ id: 'CartLine' });

/** The draft with its quote: what would happen and be owed if it were confirmed now. */
export const cartSchema = z
  .object({
    revision: z.number().int(),
    updatedBy: z.string().nullable(),
    totalCents: centsSchema,
    lines: z.array(cartLineSchema),
  })
  .meta({ id: 'Cart' });

/** What the parent saw: a draft changed meanwhile is refused, not confirmed blindly. */
export const confirmCartSchema = z.strictObject({ revision: z.number().int() });

export const confirmationLineSchema = cartLineSchema
  .extend({
    result: z.enum([
      'booked',
      'cancelled',
      'waitlisted',
      'requested',
      'cancellationRequested',
      'toPay',
      'notDone',
    ]),
  })
  .meta({ id: 'ConfirmationLine' });

export const confirmationSchema = z
  .object({
    id: idSchema,
    at: instantSchema,
    totalCents: centsSchema,
    lines: z.array(confirmationLineSchema),
  })
  .meta({ id: 'Confirmation' });
