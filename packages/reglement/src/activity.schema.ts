import { z } from 'zod';
import { agesSchema, daysSchema, openingSchema } from './opening.schema.ts';
import { presenceSchema } from './presence.schema.ts';
import { priceSchema, pricesSchema } from './price.schema.ts';
import { conditionsSchema } from './profile.schema.ts';
import { enrolmentSchema, regimeSchema, waitingListSchema } from './regime.schema.ts';
import { clockTimeSchema, codeSchema, invented, list, said, textSchema } from './scalars.schema.ts';
import { stagesSchema } from './stage.schema.ts';

/** An activity and what can be booked of it, as `document.ts` of the domain has them. */

const unitSchema = z
  .strictObject({
    code: codeSchema,
    label: textSchema,
    startsAt: clockTimeSchema,
    endsAt: clockTimeSchema,
    parts: list(
      z
        .string()
        .regex(
          /^[a-z0-9_]+$/,
          said('une partie de journée s’écrit en minuscules, chiffres et traits bas'),
        ),
    ).optional(),
    excludes: list(codeSchema).default([]),
    prices: pricesSchema.default({ kind: 'notStated' }),
    extras: list(
      z.strictObject({ code: codeSchema, label: textSchema, price: priceSchema, ...invented }),
    ).optional(),
    ...invented,
  })
  // A unit that says nothing of the parts of the day is one by itself.
  .transform(({ parts, ...unit }) => ({
    ...unit,
    parts: parts ?? [unit.code.replaceAll('-', '_')],
  }));

/** Where nothing is booked, nothing has to be said of booking. */
const neverAsked = stagesSchema.parse([{}]);

export const activitySchema = z
  .strictObject({
    code: codeSchema,
    kind: z.enum(['wraparound', 'lunch', 'study', 'wednesday', 'holiday']),
    label: textSchema,
    units: list(unitSchema),
    regime: regimeSchema.prefault({}),
    enrolment: enrolmentSchema.default({ kind: 'byStaff' }),
    ages: agesSchema.nullable().default(null),
    admits: conditionsSchema.optional(),
    opening: openingSchema.default({ kind: 'always' }),
    days: list(daysSchema).default([]),
    booking: stagesSchema.optional(),
    cancelling: z.union([stagesSchema, z.literal('sameAsBooking')]).optional(),
    waitingList: waitingListSchema.default({ kind: 'none' }),
    presence: presenceSchema.optional(),
    priorities: list(
      z.strictObject({ label: textSchema, when: conditionsSchema, ...invented }),
    ).optional(),
    ...invented,
  })
  .superRefine(({ regime, ...activity }, context) => {
    if (regime.acceptance.kind === 'none') return;
    for (const key of ['booking', 'cancelling'] as const) {
      if (activity[key] === undefined)
        context.addIssue({ code: 'custom', path: [key], message: `« ${key} » manque` });
    }
  })
  .transform(({ booking = neverAsked, cancelling = neverAsked, ...activity }) => ({
    ...activity,
    booking,
    cancelling: cancelling === 'sameAsBooking' ? booking : cancelling,
  }));
