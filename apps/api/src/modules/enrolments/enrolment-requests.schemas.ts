import { enrolmentAnswers, enrolmentStates } from '@preau/domain/enrolments/states';
import { z } from 'zod';
import { idSchema, instantSchema, reasonSchema } from '../../platform/http/wire.ts';
import { ageGroupSchema, schoolYearSchema, writtenText } from './enrolments.schemas.ts';

const stateSchema = z.enum(enrolmentStates);
const groupSchema = z.object({ code: z.string(), label: z.string() });
const answerSchema = z.enum(enrolmentAnswers);

/** A request for an enrolment, as the office answers it. */
const requestSchema = z.object({
  id: idSchema,
  household: z.object({ id: idSchema, name: z.string() }).nullable(),
  child: z.object({
    id: idSchema,
    firstName: z.string(),
    lastName: z.string(),
    schoolClass: z.string(),
    /** Completed years on the first day of the school year to come, or today. */
    age: z.number().int(),
  }),
  activity: z.object({ id: idSchema, code: z.string(), label: z.string() }),
  facility: z.object({ id: idSchema, name: z.string() }),
  schoolYear: schoolYearSchema,
  state: stateSchema,
  /** The one proposed, or confirmed. */
  ageGroup: z.string(),
  /** Those the activity welcomes: one of them is confirmed when it is accepted. */
  ageGroups: z.array(groupSchema),
  note: z.string(),
  requestedAt: instantSchema.nullable(),
  answerDueAt: instantSchema.nullable(),
  decidedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** What may be answered to it now. */
  answers: z.array(answerSchema),
  /** What the règlement has against it; the staff may pass over it. */
  why: z.array(reasonSchema),
  householdStatus: z.object({
    fileComplete: z.boolean(),
    /** Labels of documents that block the enrolment and are not there. */
    missingDocuments: z.array(z.string()),
  }),
});

export const enrolmentRequestsQuerySchema = z.strictObject({
  /** Those that wait for an answer, the oldest first; those answered, the latest first. */
  state: z.enum(['pending', 'answered']).default('pending'),
  after: idSchema.optional(),
});

export const enrolmentRequestsSchema = z.object({
  items: z.array(requestSchema),
  next: idSchema.nullable(),
  counts: z.object({
    pending: z.number().int(),
    /** Of those, the ones whose answer is late. */
    overdue: z.number().int(),
  }),
});

export const answerEnrolmentsSchema = z
  .strictObject({
    answers: z
      .array(
        z.strictObject({
          enrolmentId: idSchema,
          answer: answerSchema,
          /** The group confirmed; `null` = as proposed. */
          ageGroup: ageGroupSchema.nullable(),
        }),
      )
      .min(1)
      .max(100)
      .refine((list) => new Set(list.map(({ enrolmentId }) => enrolmentId)).size === list.length, {
        message: 'Each request is answered once',
      }),
    /** Told to the families as it is written; a refusal and a missing piece have one. */
    because: writtenText(1_000).min(1).nullable(),
  })
  .refine(
    ({ answers, because }) =>
      because !== null || answers.every(({ answer }) => answer === 'accept' || answer === 'wait'),
    { path: ['because'], message: 'Say why' },
  );

const codeSchema = z.enum(['not-pending', 'age-group-not-welcome', 'booked-since']);

export const answeredEnrolmentsSchema = z.object({
  /** `null` when nothing was done. */
  decisionId: idSchema.nullable(),
  /** Until then it can be taken back; the families are told afterwards. */
  finalAt: instantSchema.nullable(),
  results: z.array(
    z.object({
      enrolmentId: idSchema,
      result: z.enum(['accepted', 'refused', 'incomplete', 'waitlisted', 'notDone']),
      state: stateSchema,
      code: codeSchema.nullable(),
    }),
  ),
});

export const takenBackEnrolmentsSchema = z.object({
  results: z.array(
    z.object({
      enrolmentId: idSchema,
      result: z.enum(['takenBack', 'notDone']),
      state: stateSchema,
      code: codeSchema.nullable(),
    }),
  ),
});

export type EnrolmentRequest = z.infer<typeof requestSchema>;
export type AnsweredEnrolments = z.infer<typeof answeredEnrolmentsSchema>;
export type TakenBackEnrolments = z.infer<typeof takenBackEnrolmentsSchema>;
export type AnswerCode = z.infer<typeof codeSchema>;
