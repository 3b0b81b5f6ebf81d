import { isDay } from '@preau/domain/time/day';
import { z } from 'zod';
import { daySchema, idSchema } from '../../platform/http/wire.ts';

/** Without `on`: the present day in the organisation's time zone. */
export const todayQuerySchema = z.strictObject({
  on: daySchema.refine(isDay, 'Not an existing day').optional(),
});

const expectedChildSchema = z.object({
  childId: idSchema,
  firstName: z.string(),
  lastName: z.string(),
  schoolClass: z.string(),
  /** As the family wrote it; `null` when nothing is declared. */
  allergies: z.string().nullable(),
});

const expectedUnitSchema = z.object({
  unit: z.string(),
  label: z.string(),
  /** Wall-clock times `HH:MM` in the organisation's time zone. */
  startsAt: z.string(),
  endsAt: z.string(),
  /** Why it does not take place; `null` when it does. */
  closedLabel: z.string().nullable(),
  expected: z.number().int(),
  children: z.array(expectedChildSchema),
});

/** Who is expected on one day, at the facilities the member of staff may see. */
export const todaySchema = z.object({
  on: daySchema,
  facilities: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      activities: z.array(
        z.object({
          activity: z.string(),
          label: z.string(),
          units: z.array(expectedUnitSchema),
        }),
      ),
    }),
  ),
});

export type Today = z.infer<typeof todaySchema>;
