import type { Limit } from '@preau/domain/reglement/document';
import { z } from 'zod';
import { dayUnits, knownDayUnits } from './calendar.schema.ts';
import {
  clockTimeSchema,
  countSchema,
  daySchema,
  fromZeroSchema,
  invented,
  list,
  pattern,
  weekdaySchema,
} from './scalars.schema.ts';

/** Limits, as `vocabulary/limit-rules.ts` of the domain has them. */

const dayConditionSchema = z
  .discriminatedUnion('kind', [
    pattern('publicHolidayOn', { weekday: weekdaySchema }),
    pattern('publicHolidayInWeek', {}),
    pattern('dayAfterPublicHoliday', {}),
    pattern('firstDayAfterHolidays', {}),
    pattern('firstWeekAfterHolidays', {}),
    pattern('schoolHolidays', {}),
    pattern('weekday', { in: list(weekdaySchema) }),
    pattern('dates', { from: daySchema, until: daySchema }),
  ])
  .meta({ id: 'dayCondition', description: 'Ce qui peut être dit du jour d’une séance.' });

/** A limit may stand inside its own overrides. */
export const limitSchema: z.ZodType<Limit> = z
  .lazy(() => writtenLimitSchema)
  .meta({ id: 'limit', description: 'Le premier instant où il est trop tard.' });

const options = {
  anchor: z.enum(['session', 'stay', 'week', 'month', 'period']).optional(),
  inclusive: z.literal(true).optional(),
  unless: z
    .strictObject({ not: z.enum(knownDayUnits), move: z.enum(['earlier', 'later']) })
    .optional(),
  overrides: list(
    z.strictObject({ when: list(dayConditionSchema), use: limitSchema, ...invented }),
  ).optional(),
};

const weekdayLimit = z
  .strictObject({ weekday: weekdaySchema, at: clockTimeSchema, ...invented })
  .optional();

export const writtenLimitSchema = z.discriminatedUnion('kind', [
  pattern('hoursBefore', {
    hours: countSchema,
    unit: z.enum(['calendar', ...knownDayUnits]),
    from: z.enum(['sessionStart', 'dayStart']).optional(),
    ...options,
  }),
  pattern('daysBefore', {
    days: countSchema,
    unit: z.enum(dayUnits),
    at: clockTimeSchema,
    ...options,
  }),
  pattern('sameDay', { at: clockTimeSchema, ...options }),
  pattern('weekCutoff', {
    weekday: weekdaySchema,
    at: clockTimeSchema,
    weeksBefore: fromZeroSchema.default(1),
    ...options,
  }),
  pattern('weekdayMap', {
    map: z.strictObject({
      '1': weekdayLimit,
      '2': weekdayLimit,
      '3': weekdayLimit,
      '4': weekdayLimit,
      '5': weekdayLimit,
      '6': weekdayLimit,
      '7': weekdayLimit,
    }),
    ...options,
  }),
  pattern('dayOfPrecedingMonth', {
    day: countSchema,
    at: clockTimeSchema,
    monthsBefore: fromZeroSchema.optional(),
    ...options,
  }),
  pattern('monthsBefore', { months: countSchema, at: clockTimeSchema, ...options }),
  pattern('dates', {
    dates: list(
      z.strictObject({
        from: daySchema,
        until: daySchema,
        on: daySchema,
        at: clockTimeSchema,
        ...invented,
      }),
    ),
    ...options,
  }),
  pattern('windowEnd', options),
  pattern('notStated', options),
]);
