import { z } from 'zod';
import { centsSchema, daySchema, idSchema, instantSchema } from '../../platform/http/wire.ts';
import { bookingStateSchema, reasonSchema } from './bookings.schemas.ts';

const kindSchema = z.enum(['booking', 'cancellation']);

/** Where a page ends: opaque, given back as it was received. */
const cursorSchema = z.string().regex(/^(\d{1,16}\.)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Of the act, the child, the activity, what is asked and when its answer is due. */
const requestNameSchema = z
  .string()
  .regex(new RegExp(`^${uuid}\\.${uuid}\\.${uuid}\\.(?:booking|cancellation)\\.\\d{1,15}$`))
  .meta({ description: 'As `id` of a request tells it.' });

/** How many things wait for the office, whatever page is shown. */
export const requestCountsSchema = z
  .object({
    /** Requests to book or to cancel, as they are listed: by act, child and activity. 1,000 = or more. */
    bookings: z.number().int(),
    /** Those whose answer was due before now. */
    overdue: z.number().int(),
    /** Those whose answer is due within a working day. */
    dueSoon: z.number().int(),
    enrolments: z.number().int(),
    documents: z.number().int(),
  })
  .meta({ id: 'RequestCounts' });

export const namedRequestSchema = z.strictObject({
  request: requestNameSchema,
  state: z.enum(['pending', 'toPay']).default('pending'),
});

export const requestsQuerySchema = z.strictObject({
  /** `overdue`: pending, and due before now. `toPay`: accepted, and to be paid before a date. */
  state: z.enum(['pending', 'overdue', 'toPay', 'answered']).default('pending'),
  after: cursorSchema.optional(),
  facilityId: idSchema.optional(),
});

const requestDaySchema = z.object({
  bookingId: idSchema,
  on: daySchema,
  unit: z.string(),
  unitLabel: z.string(),
  state: bookingStateSchema,
  cents: centsSchema,
  /** Until when it is to be paid; `null` where it is not. */
  payBefore: instantSchema.nullable(),
  /** Free places that day, without counting the one the request keeps. */
  freePlaces: z.number().int(),
  /** People in the waiting list of that day. */
  waiting: z.number().int(),
  /** Whether the request keeps a place until its answer. */
  holdsPlace: z.boolean(),
  canAccept: z.boolean(),
  /** Why it cannot be accepted. */
  why: z.array(reasonSchema),
});

/** One request: one child, one activity, asked in one act. */
export const staffRequestSchema = z
  .object({
    /** Opaque: of the act, the child, the activity, what is asked and when it is due. */
    id: z.string(),
    kind: kindSchema,
    household: z.object({ id: idSchema, name: z.string() }),
    child: z.object({
      id: idSchema,
      firstName: z.string(),
      lastName: z.string(),
      schoolClass: z.string(),
    }),
    activity: z.object({ code: z.string(), label: z.string() }),
    facility: z.object({ id: idSchema, name: z.string() }),
    requestedAt: instantSchema,
    /** `null` where nobody has, or had, to answer. */
    answerDueAt: instantSchema.nullable(),
    /** How near that is: `soon` within a working day; `null` where no answer is awaited. */
    due: z.enum(['overdue', 'soon', 'later']).nullable(),
    days: z.array(requestDaySchema),
    householdStatus: z.object({
      fileComplete: z.boolean(),
      /** Labels of the documents without which families do not book. */
      missingDocuments: z.array(z.string()),
      enrolment: z.enum([
        'none',
        'requested',
        'incomplete',
        'accepted',
        'refused',
        'waitlisted',
        'ended',
      ]),
    }),
    /** Who answered, when it is answered. */
    decision: z
      .object({
        id: idSchema,
        by: z.string(),
        at: instantSchema,
        /** Until then it can be taken back; the household is told afterwards. */
        finalAt: instantSchema,
        takenBack: z.boolean(),
        because: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'StaffRequest' });

export const staffRequestsSchema = z
  .object({
    items: z.array(staffRequestSchema),
    next: cursorSchema.nullable(),
    counts: requestCountsSchema,
  })
  .meta({ id: 'StaffRequests' });

/** A request that is asked for by name: to book, to cancel, or one of each asked in one act. */
export const namedRequestsSchema = z.object({ items: z.array(staffRequestSchema) });

/** What of a household waits for an answer or a payment. */
export const householdRequestsSchema = z.object({ items: z.array(staffRequestSchema) });

/** A text somebody writes: lines and tabs, no other control character, no blank around. */
const writtenText = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[\P{Cc}\n\r\t]*$/u);

export const answerRequestsSchema = z.strictObject({
  answers: z
    .array(z.strictObject({ bookingId: idSchema, accept: z.boolean() }))
    .min(1)
    .max(400),
  /** Told to the family as it is written; required where something is refused. */
  because: writtenText(1_000).nullable(),
});

/** Who was first. */
const answeredBySchema = z
  .object({
    kind: z.enum(['guardian', 'staff', 'system']),
    name: z.string().nullable(),
    at: instantSchema,
  })
  .nullable();

export const answeredRequestsSchema = z
  .object({
    /** `null` when nothing could be done. */
    decisionId: idSchema.nullable(),
    /** Until then the answer can be taken back. */
    finalAt: instantSchema.nullable(),
    results: z.array(
      z.object({
        bookingId: idSchema,
        result: z.enum(['accepted', 'refused', 'notDone']),
        /** What the booking is now. */
        state: bookingStateSchema,
        code: z.enum(['not-pending', 'full', 'session-closed', 'session-over']).nullable(),
        /** Where it does not wait any more: who changed it last. */
        answered: answeredBySchema,
      }),
    ),
  })
  .meta({ id: 'AnsweredRequests' });

export const takenBackSchema = z
  .object({
    results: z.array(
      z.object({
        bookingId: idSchema,
        result: z.enum(['reopened', 'notDone']),
        state: bookingStateSchema,
        code: z.enum(['changed-meanwhile', 'full', 'booked-again']).nullable(),
      }),
    ),
  })
  .meta({ id: 'TakenBack' });

export const recordPaymentSchema = z.strictObject({
  bookingIds: z.array(idSchema).min(1).max(400),
  /** How it was paid, as the family is told: « espèces », « chèque n° 1234 ». */
  how: writtenText(100),
});

export const recordedPaymentSchema = z
  .object({
    results: z.array(
      z.object({
        bookingId: idSchema,
        result: z.enum(['paid', 'notDone']),
        state: bookingStateSchema,
        /** It was not, or no longer, to be paid. */
        code: z.enum(['not-to-pay']).nullable(),
        answered: answeredBySchema,
      }),
    ),
  })
  .meta({ id: 'RecordedPayment' });

export const familyRequestsQuerySchema = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,16}$/)
    .optional(),
});

/** A request as the household that made it sees it. */
export const familyRequestsSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        kind: kindSchema,
        child: z.object({ id: idSchema, firstName: z.string() }),
        activity: z.object({ code: z.string(), label: z.string() }),
        requestedAt: instantSchema,
        /** When the service answers at the latest; `null` once everything is answered. */
        answerDueAt: instantSchema.nullable(),
        days: z.array(
          z.object({
            bookingId: idSchema,
            on: daySchema,
            unit: z.string(),
            unitLabel: z.string(),
            state: bookingStateSchema,
            cents: centsSchema,
            /** Until when it waits as it is: for an answer, or for a payment. */
            until: instantSchema.nullable(),
            reasons: z.array(reasonSchema),
          }),
        ),
      }),
    ),
    next: z.string().nullable(),
    /** Requests of the last two months, on every page together. */
    counts: z.object({
      pending: z.number().int(),
      toPay: z.number().int(),
      refused: z.number().int(),
    }),
  })
  .meta({ id: 'FamilyRequests' });

export type StaffRequest = z.infer<typeof staffRequestSchema>;
export type AnsweredRequests = z.infer<typeof answeredRequestsSchema>;
export type TakenBack = z.infer<typeof takenBackSchema>;
export type RecordedPayment = z.infer<typeof recordedPaymentSchema>;
export type FamilyRequests = z.infer<typeof familyRequestsSchema>;
