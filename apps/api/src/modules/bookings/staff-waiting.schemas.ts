import { bookingStates } from '@preau/domain/bookings/states';
import { z } from 'zod';
import { daySchema, idSchema, instantSchema } from '../../platform/http/wire.ts';

const words = z.string().trim().min(1).max(500);

/** What the staff says of the place it gives: nothing is said to the family of either. */
export const givePlaceSchema = z.strictObject({
  /** Why this child and not who joined the list first; kept in the history. */
  note: words.nullable(),
  /** Why there is room for one more although the day is full; `null`: never beyond the places. */
  extraPlace: words.nullable(),
});

export const placeGivenSchema = z
  .object({
    bookingId: idSchema,
    state: z.enum(bookingStates),
    /** Until when the family answers, or pays; `null` once the place is theirs. */
    until: instantSchema.nullable(),
  })
  .meta({ id: 'PlaceGiven' });

const placeCount = z.number().int().min(0).max(9999);

/** The places of one room and day, part by part. */
export const changePlacesSchema = z.strictObject({
  facilityId: idSchema,
  ageGroup: z.string().min(1).max(60),
  on: daySchema,
  pools: z
    .array(
      z.strictObject({
        part: z.string().min(1).max(60),
        capacity: placeCount,
        /** Places beyond the capacity. */
        allowance: placeCount,
      }),
    )
    .min(1)
    .max(12),
  /** Of the places beyond the capacity. */
  reason: words.nullable(),
  /** Bookings that hold more than the places left stay, beyond the capacity. */
  keepBookings: z.boolean(),
});
