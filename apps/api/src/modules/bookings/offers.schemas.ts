import { z } from 'zod';
import { centsSchema, daySchema, idSchema, instantSchema } from '../../platform/http/wire.ts';
import { reasonSchema } from './bookings.schemas.ts';

/** Places kept for a household until it answers; the booking's own id names the offer. */
export const offersSchema = z
  .object({
    items: z.array(
      z.object({
        bookingId: idSchema,
        childId: idSchema,
        childFirstName: z.string(),
        unit: z.string(),
        unitLabel: z.string(),
        activityLabel: z.string(),
        facility: z.string(),
        on: daySchema,
        /** First instant that is too late to answer. */
        until: instantSchema,
        /** What accepting adds to what the household owes. */
        cents: centsSchema,
        priceReasons: z.array(reasonSchema),
      }),
    ),
  })
  .meta({ id: 'Offers' });
