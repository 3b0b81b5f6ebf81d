import { z } from 'zod';
import { bookingStates } from '@preau/domain/bookings/states';
import { daySchema, idSchema, instantSchema } from '../../platform/http/wire.ts';

export const occupancyQuerySchema = z.strictObject({
  from: daySchema,
  until: daySchema,
  /** Without it: every facility. */
  facilityId: idSchema.optional(),
});

const count = z.number().int();

/** What a unit is on a day: how many have a place, ask for one, or wait. */
const occupancyCellSchema = z.object({
  /** Places of the tightest part of the day, all age groups together. */
  capacity: count,
  /** Bookings of this unit that hold a place. */
  taken: count,
  /** Places left for this unit: other units may have taken the rest. */
  free: count,
  requested: count,
  waiting: count,
  offered: count,
  /** Age groups it takes place for, those without a place left, those beyond their capacity. */
  groups: count,
  full: count,
  over: count,
  /** Why it does not take place; `''` where the calendar tells, `null` when it does. */
  closed: z.string().nullable(),
});

const named = z.object({ id: idSchema, name: z.string() });

/** Places by unit and day. Cells are aligned with `days`; `null`: nothing is planned there. */
export const occupancySchema = z
  .object({
    days: z.array(
      z.object({
        on: daySchema,
        /** Name of the public holiday or of the school holidays, if any. */
        holiday: z.string().nullable(),
        isPublicHoliday: z.boolean(),
      }),
    ),
    facilities: z.array(named),
    rows: z.array(
      z.object({
        facilityId: idSchema,
        activityId: idSchema,
        /** The same at every facility that offers it. */
        activityCode: z.string(),
        activity: z.string(),
        unitId: idSchema,
        unit: z.string(),
        unitLabel: z.string(),
        cells: z.array(occupancyCellSchema.nullable()),
      }),
    ),
    /** Whatever the range and the facility asked for. */
    summary: z.object({
      today: daySchema,
      /** Children expected today, and the units open for them. */
      expected: count,
      openUnits: count,
      /** Bookings that wait for a place from now on, and those whose place is free. */
      waiting: count,
      waitingWithPlace: count,
      offered: count,
    }),
  })
  .meta({ id: 'Occupancy' });

export const occupancyDayQuerySchema = z.strictObject({ on: daySchema, unitId: idSchema });

const somebodySchema = z.object({
  bookingId: idSchema,
  state: z.enum(bookingStates),
  household: named,
  child: z.object({
    id: idSchema,
    firstName: z.string(),
    lastName: z.string(),
    schoolClass: z.string(),
  }),
});

/** One unit on one day: its places by age group, who has one, who waits for one. */
export const occupancyDaySchema = z
  .object({
    on: daySchema,
    facility: named,
    activity: z.string(),
    unitId: idSchema,
    unitLabel: z.string(),
    /** How its list is kept, and for how many hours a place is offered; `null` without a list. */
    waitingList: z.enum(['none', 'staff', 'online']),
    offerHours: count.nullable(),
    sessions: z.array(
      z.object({
        id: idSchema,
        ageGroup: z.string(),
        ageGroupLabel: z.string(),
        startsAt: instantSchema,
        endsAt: instantSchema,
        closed: z.string().nullable(),
        /** Bookings of this unit that hold a place: made, offered, or asked for where that keeps one. */
        taken: count,
        /** Places left for this unit, at least 0. */
        free: count,
        pools: z.array(
          z.object({
            part: z.string(),
            capacity: count,
            allowance: count,
            allowanceReason: z.string().nullable(),
            taken: count,
          }),
        ),
        booked: z.array(somebodySchema),
        requested: z.array(somebodySchema),
        /** First come first; who is offered a place comes before who waits. */
        waiting: z.array(
          somebodySchema.extend({
            /** `null` once a place is offered. */
            rank: count.nullable(),
            since: instantSchema,
            until: instantSchema,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'OccupancyDay' });
