import { enrolmentStates } from '@preau/domain/enrolments/states';
import { z } from 'zod';
import { idSchema, instantSchema, reasonSchema } from '../../platform/http/wire.ts';
import { existingYearSchema, noteSchema, schoolYearSchema } from './enrolments.schemas.ts';

const activitySchema = z.object({ code: z.string(), label: z.string() });
const stateSchema = z.enum(enrolmentStates);

/** An enrolment of a child, as its household sees it. */
const ownEnrolmentSchema = z.object({
  id: idSchema,
  activityId: idSchema,
  activity: activitySchema,
  facility: z.string(),
  schoolYear: schoolYearSchema,
  ageGroup: z.string(),
  state: stateSchema,
  /** Ended because the family took its request back. */
  withdrawn: z.boolean(),
  /** False when the child's other household asked: it is theirs to change. */
  own: z.boolean(),
  actions: z.array(z.enum(['withdraw', 'complete', 'ask'])),
  requestedAt: instantSchema.nullable(),
  /** When the service answers by. */
  answerDueAt: instantSchema.nullable(),
  decidedAt: instantSchema.nullable(),
  /** Why it is refused, or what is missing, in the words of the service. */
  reason: z.string().nullable(),
  note: z.string(),
});

/** An activity a child could be enrolled in, and whether its parents may ask for it now. */
const availableSchema = z.object({
  activityId: idSchema,
  activity: activitySchema,
  facility: z.string(),
  schoolYear: schoolYearSchema,
  verdict: z.object({
    outcome: z.enum(['pending', 'refused', 'notOpenYet', 'neverOnline']),
    dueAt: instantSchema.nullable(),
    reasons: z.array(reasonSchema),
  }),
  /** Ages it is for, in completed years; `null` = any. */
  ages: z
    .object({ from: z.number().int().nullable(), below: z.number().int().nullable() })
    .nullable(),
  /** Documents without which nobody is enrolled in it. */
  documents: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      about: z.enum(['child', 'household']),
      missing: z.boolean(),
    }),
  ),
});

export const familyEnrolmentsQuerySchema = z.strictObject({
  /** The present one where it is left out. */
  schoolYear: existingYearSchema.optional(),
});

export const familyEnrolmentsSchema = z.object({
  /** Those there is something for, the present one and the next among them. */
  schoolYears: z.array(schoolYearSchema),
  schoolYear: schoolYearSchema,
  children: z.array(
    z.object({
      id: idSchema,
      firstName: z.string(),
      items: z.array(ownEnrolmentSchema),
      available: z.array(availableSchema),
    }),
  ),
});

export const askEnrolmentsSchema = z.strictObject({
  childId: idSchema,
  activityIds: z.array(idSchema).min(1).max(20),
  schoolYear: existingYearSchema,
  /** A word to the service; may be empty. */
  note: noteSchema,
});

export const askedEnrolmentsSchema = z.object({
  results: z.array(
    z.object({
      activityId: idSchema,
      /** The request, where it is made, or was already. */
      enrolmentId: idSchema.nullable(),
      result: z.enum(['requested', 'notDone']),
      dueAt: instantSchema.nullable(),
      reasons: z.array(reasonSchema),
    }),
  ),
});

export type FamilyEnrolments = z.infer<typeof familyEnrolmentsSchema>;
export type AskedEnrolments = z.infer<typeof askedEnrolmentsSchema>;
