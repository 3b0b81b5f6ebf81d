import { z } from 'zod';
import { idSchema } from '../../platform/http/wire.ts';

const schoolYearSchema = z.string().regex(/^\d{4}-\d{4}$/, 'A school year is YYYY-YYYY');
const ageGroupSchema = z.string().min(1).max(40);

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
      childId: idSchema,
      activityId: idSchema,
      ageGroup: z.string(),
      schoolYear: schoolYearSchema,
      state: z.enum(['requested', 'incomplete', 'accepted', 'refused', 'waitlisted', 'ended']),
    }),
  ),
});

const existingYearSchema = schoolYearSchema.refine((text) => {
  const [first, second] = text.split('-').map(Number);
  return first !== undefined && second === first + 1;
}, 'A school year ends the year after it begins');

export const enrolChildSchema = z.strictObject({
  schoolYear: existingYearSchema,
  ageGroup: ageGroupSchema,
  activityIds: z.array(idSchema).min(1).max(40),
});
