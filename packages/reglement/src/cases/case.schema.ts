import { bookingStates } from '@preau/domain/bookings/states';
import { isDay, type Day } from '@preau/domain/time/day';
import { isClockTime } from '@preau/domain/time/instant';
import { z } from 'zod';
import { codeSchema, daySchema, list, textSchema } from '../scalars.schema.ts';

/** A wall-clock time of the organisation, `2026-10-25 24:00`. */
const momentSchema = z
  .string()
  .refine(isMoment, { error: 'un moment s’écrit AAAA-MM-JJ HH:MM' })
  .transform((text) => ({ on: text.slice(0, 10) as Day, at: text.slice(11) }));

function isMoment(text: string): boolean {
  return text[10] === ' ' && isDay(text.slice(0, 10)) && isClockTime(text.slice(11));
}

const channelSchema = z.enum(['online', 'staff']);

/** What is known of the child and of the day. Documents left out are all there. */
const factsSchema = z
  .strictObject({
    enrolment: z.enum([
      'none',
      'requested',
      'incomplete',
      'accepted',
      'refused',
      'waitlisted',
      'ended',
    ]),
    group: codeSchema,
    bornOn: daySchema.nullable(),
    documents: list(
      z.strictObject({
        code: codeSchema,
        state: z.enum(['sent', 'accepted']),
        until: daySchema.nullable().default(null),
      }),
    ),
    /** Why the session does not take place; `null` = it does. */
    closed: textSchema.nullable(),
    quotient: z.number().min(0).nullable(),
    capacity: z.int().min(0),
    /** Places that others hold. */
    taken: z.int().min(0),
    /** Others who wait, before the child. */
    waiting: z.int().min(0),
    /** Units of the same day the child holds besides those of the case. */
    otherUnits: list(codeSchema),
    /** Other days of the same activity. */
    alsoComes: list(daySchema),
  })
  .partial();

/** What is to be found, as far as it is said. Reasons are told by their codes, in order. */
const expectSchema = z
  .strictObject({
    outcome: z.enum([
      'accepted',
      'pending',
      'acceptedLate',
      'awaitingPayment',
      'staffOnly',
      'refused',
      'waitlisted',
      'notOpenYet',
      'undetermined',
      // Of a request to be enrolled, which parents do not make where the service enrols.
      'neverOnline',
    ]),
    constraint: z.enum([
      'free',
      'late',
      'staffOnly',
      'full',
      'deadlinePassed',
      'notOpenYet',
      'closed',
      'holiday',
      'documentsMissing',
      'notEnrolled',
      'ageOut',
      'neverOnline',
    ]),
    limitAt: momentSchema.nullable(),
    dueAt: momentSchema.nullable(),
    /** From when families may book; `null` = not told yet. */
    opensAt: momentSchema.nullable(),
    remindAt: momentSchema.nullable(),
    late: z.boolean(),
    cents: z.int(),
    reasons: list(z.string()),
    priceReasons: list(z.string()),
    /** Of the booking afterwards; `null` = there is none. */
    state: z.enum(bookingStates).nullable(),
    /** Until when it waits as it is. */
    until: momentSchema.nullable(),
    /** Places left afterwards. */
    free: z.int(),
    /** Why the staff's own gesture is refused. */
    code: z.enum(['not-pending', 'full', 'session-closed', 'session-over', 'not-allowed']),
  })
  .partial()
  .refine((expected) => Object.keys(expected).length > 0, { error: 'rien n’est attendu' });

const target = { unit: codeSchema.optional(), on: daySchema.optional() };
const at = { at: momentSchema };

/**
 * Books, waits or cancels; `could…` asks the same and changes nothing. `couldEnrol` asks for the
 * activity of the unit, for the school year of the day.
 */
const askSchema = z.strictObject({
  ...at,
  ...target,
  do: z.enum(['book', 'wait', 'cancel', 'couldBook', 'couldWait', 'couldCancel', 'couldEnrol']),
  channel: channelSchema.default('online'),
  expect: expectSchema,
});

/**
 * The minute before and the minute itself, which changes nothing: what could be asked, or how the
 * booking stands (`look`).
 */
const aroundSchema = z.strictObject({
  around: momentSchema,
  ...target,
  do: z.enum(['couldBook', 'couldWait', 'couldCancel', 'couldEnrol', 'look']),
  channel: channelSchema.default('online'),
  before: expectSchema,
  from: expectSchema,
});

/** What the staff, the family or the day does to a booking that waits. */
const gestureSchema = z.strictObject({
  ...at,
  ...target,
  do: z.enum(['accept', 'refuse', 'pay', 'offer', 'acceptOffer', 'declineOffer', 'close', 'look']),
  expect: expectSchema,
});

/** What changes meanwhile: a document arrives, a place is freed. */
const knowSchema = z.strictObject({ ...at, do: z.literal('know'), facts: factsSchema });

const stepSchema = z.union([askSchema, aroundSchema, gestureSchema, knowSchema]);

/**
 * A worked case: what is known, what happens and when, and what must come of it. It says which
 * lines of the organisation's own document it works out, or that they were invented.
 */
export const caseSchema = z
  .strictObject({
    title: textSchema,
    /** Lines of the source document. */
    source: z
      .string()
      .regex(/^l\d+(-\d+)?$/)
      .optional(),
    invented: z.literal(true).optional(),
    unit: codeSchema,
    on: daySchema,
    facts: factsSchema.default({}),
    steps: list(stepSchema).refine((steps) => steps.length > 0, { error: 'aucune étape' }),
  })
  .refine(({ source, invented }) => (source === undefined) === (invented === true), {
    error: 'un cas dit les lignes de sa source, ou « invented: true »',
  });

export type Case = z.output<typeof caseSchema>;
export type CaseFacts = z.output<typeof factsSchema>;
export type CaseStep = z.output<typeof stepSchema>;
export type CaseMoment = z.output<typeof momentSchema>;
export type Expected = z.output<typeof expectSchema>;
