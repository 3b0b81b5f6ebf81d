import { z } from 'zod';
import { centsSchema, daySchema, idSchema, instantSchema } from '../../platform/http/wire.ts';
import {
  bookingStateSchema,
  confirmationLineSchema,
  outcomeSchema,
  reasonSchema,
} from './bookings.schemas.ts';

/** After which entry to go on: the id of the last one shown. */
export const historyQuerySchema = z.strictObject({ after: idSchema.optional() });

/** What one confirmation did to one day. */
const historyLineSchema = z.object({
  childId: idSchema,
  childFirstName: z.string(),
  on: daySchema,
  unit: z.string(),
  unitLabel: z.string(),
  activityLabel: z.string(),
  action: z.enum(['add', 'remove', 'wait']),
  result: confirmationLineSchema.shape.result,
  cents: centsSchema,
  reasons: z.array(reasonSchema),
  priceReasons: z.array(reasonSchema),
});

const confirmationEntrySchema = z.object({
  kind: z.literal('confirmation'),
  /** Of the confirmation: its receipt has every line. */
  id: idSchema,
  at: instantSchema,
  totalCents: centsSchema,
  /** How many lines it has; only the first ones are given here. */
  lineCount: z.number().int(),
  lines: z.array(historyLineSchema),
});

const changeEntrySchema = z.object({
  kind: z.literal('change'),
  id: idSchema,
  at: instantSchema,
  bookingId: idSchema,
  childId: idSchema,
  childFirstName: z.string(),
  on: daySchema,
  unit: z.string(),
  unitLabel: z.string(),
  activityLabel: z.string(),
  facility: z.string(),
  /** `null`: the booking began with this change. */
  from: bookingStateSchema.nullable(),
  to: bookingStateSchema,
  cents: centsSchema,
  reasons: z.array(reasonSchema),
  priceReasons: z.array(reasonSchema),
});

/** Who did it, as a parent is told: the staff is « le service », never named. */
const familyActorSchema = z.object({
  kind: z.enum(['you', 'guardian', 'service', 'system']),
  /** First name of the other guardian of the household; `null` for everybody else. */
  name: z.string().nullable(),
});

/** What happened to the household's bookings, newest first. */
export const familyHistorySchema = z
  .object({
    items: z.array(
      z.discriminatedUnion('kind', [
        confirmationEntrySchema.extend({ who: familyActorSchema }),
        changeEntrySchema.extend({ who: familyActorSchema }),
      ]),
    ),
    next: idSchema.nullable(),
  })
  .meta({ id: 'FamilyHistory' });

/** Who did it, as the staff is told. */
const staffActorSchema = z.object({
  kind: z.enum(['guardian', 'staff', 'system']),
  /** `null` for the system, and for who is known no more. */
  name: z.string().nullable(),
});

const byStaff = { who: staffActorSchema, note: z.string().nullable() };

/** What happened to a household's bookings, newest first, with who and their note. */
export const householdHistorySchema = z
  .object({
    items: z.array(
      z.discriminatedUnion('kind', [
        confirmationEntrySchema.extend(byStaff),
        changeEntrySchema.extend(byStaff),
      ]),
    ),
    next: idSchema.nullable(),
  })
  .meta({ id: 'HouseholdHistory' });

/** The life of one booking, from its first change to its last. */
export const bookingHistorySchema = z
  .object({
    booking: z.object({
      id: idSchema,
      householdId: idSchema,
      householdName: z.string(),
      childId: idSchema,
      childFirstName: z.string(),
      childLastName: z.string(),
      on: daySchema,
      unit: z.string(),
      unitLabel: z.string(),
      activityLabel: z.string(),
      facility: z.string(),
      state: bookingStateSchema,
      late: z.boolean(),
    }),
    changes: z.array(
      z.object({
        /** `null` for the creation of a booking older than this history. */
        id: idSchema.nullable(),
        at: instantSchema,
        /** `null` where nobody was noted. */
        who: staffActorSchema.nullable(),
        channel: z.enum(['online', 'staff']).nullable(),
        confirmationId: idSchema.nullable(),
        from: bookingStateSchema.nullable(),
        to: bookingStateSchema,
        outcome: outcomeSchema.nullable(),
        cents: centsSchema,
        reasons: z.array(reasonSchema),
        priceReasons: z.array(reasonSchema),
        note: z.string().nullable(),
        /** The version of the règlement that decided; `null` where none did. */
        reglement: z.object({ id: idSchema, title: z.string(), validFrom: daySchema }).nullable(),
      }),
    ),
  })
  .meta({ id: 'BookingHistory' });
