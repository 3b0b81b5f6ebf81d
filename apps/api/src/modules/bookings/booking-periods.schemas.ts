import { z } from 'zod';
import { daySchema, idSchema, instantSchema } from '../../platform/http/wire.ts';

/** The periods families book in, as the règlement opens them: windows, months or school holidays. */
export const bookingPeriodsSchema = z
  .object({
    now: instantSchema,
    items: z.array(
      z.object({
        /** Of the period, within its activity. */
        code: z.string(),
        label: z.string(),
        activity: z.object({ code: z.string(), label: z.string() }),
        facility: z.string(),
        /** Days of the sessions, both included. */
        from: daySchema,
        until: daySchema,
        state: z.enum(['open', 'notYet', 'closed', 'notAnnounced']),
        /** `null` where it always was, or is not announced. */
        opensAt: instantSchema.nullable(),
        /** First instant at which nothing of it can be booked online any more; `null` = unknown yet. */
        closesAt: instantSchema.nullable(),
        /** Children of the household who are enrolled, and whose turn comes at that moment. */
        childIds: z.array(idSchema),
        /** Days that take place and whose own limit is not passed. */
        days: z.number().int(),
        /** Those of them without any place left. */
        daysFull: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'BookingPeriods' });
