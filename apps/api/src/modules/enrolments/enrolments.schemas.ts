import { enrolmentAnswers, enrolmentStates } from '@preau/domain/enrolments/states';
import { z } from 'zod';
import { idSchema, instantSchema } from '../../platform/http/wire.ts';

/** `2026-2027`. */
export const schoolYearSchema = z.string().regex(/^\d{4}-\d{4}$/, 'A school year is YYYY-YYYY');
export const ageGroupSchema = z.string().min(1).max(40);

/** A text somebody writes: lines and tabs, no other control character, no blank around. */
export const writtenText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[\P{Cc}\n\r\t]*$/u);

export const noteSchema = writtenText(1_000);

export const householdEnrolmentsSchema = z.object({
  /** The present school year and the next. */
  schoolYears: z.array(schoolYearSchema),
  ageGroups: z.array(z.object({ code: z.string(), label: z.string() })),
  activities: z.array(
    z.object({
      activityId: idSchema,
      activity: z.string(),
      facility: z.string(),
      /** Those it has sessions for. */
      ageGroups: z.array(z.string()),
    }),
  ),
  items: z.array(
    z.object({
      id: idSchema,
      childId: idSchema,
      activityId: idSchema,
      ageGroup: z.string(),
      schoolYear: schoolYearSchema,
      state: z.enum(enrolmentStates),
      /** Ended because the family took its request back. */
      withdrawn: z.boolean(),
      /** False when the child's other household asked. */
      own: z.boolean(),
      requestedAt: instantSchema.nullable(),
      answerDueAt: instantSchema.nullable(),
      decidedAt: instantSchema.nullable(),
      decidedBy: z.string().nullable(),
      reason: z.string().nullable(),
      note: z.string(),
      /** What may be answered to it now. */
      answers: z.array(z.enum(enrolmentAnswers)),
    }),
  ),
});

export const existingYearSchema = schoolYearSchema.refine((text) => {
  const [first, second] = text.split('-').map(Number);
  return first !== undefined && second === first + 1;
}, 'A school year ends the year after it begins');

export const enrolChildSchema = z.strictObject({
  schoolYear: existingYearSchema,
  ageGroup: ageGroupSchema,
  activityIds: z.array(idSchema).min(1).max(40),
});
