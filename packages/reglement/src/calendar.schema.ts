import { z } from 'zod';
import { daySchema, invented, list, textSchema, weekdaySchema } from './scalars.schema.ts';

/** The calendar, as `vocabulary/calendar-rules.ts` of the domain has it. */

const spanSchema = z.strictObject({
  from: daySchema,
  until: daySchema,
  name: textSchema,
  ...invented,
});

const schoolDays = [1, 2, 4, 5] as const;

export const calendarSchema = z.strictObject({
  timeZone: z.string().default('Europe/Paris'),
  schoolZone: z.enum(['A', 'B', 'C', 'corse', 'outreMer', 'none', 'notStated']),
  territory: z
    .enum([
      'metropole',
      'alsaceMoselle',
      'guadeloupe',
      'martinique',
      'guyane',
      'reunion',
      'mayotte',
      'saintBarthelemy',
      'saintMartin',
    ])
    .default('metropole'),
  schoolWeek: list(weekdaySchema).default(schoolDays),
  officeWeek: list(weekdaySchema).optional(),
  townHolidays: list(z.strictObject({ on: daySchema, name: textSchema, ...invented })).optional(),
  closures: list(spanSchema).optional(),
  schoolHolidays: list(spanSchema).optional(),
  ...invented,
});

export const dayUnits = ['calendar', 'working', 'business', 'school', 'office', 'clear'] as const;

/** Days that are of a kind, or are not. */
export const knownDayUnits = ['working', 'business', 'school', 'office'] as const;
