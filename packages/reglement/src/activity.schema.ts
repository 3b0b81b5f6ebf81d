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
    excludes: list(codeSchema)
      .default([])
      .describe('Les unités qui ne se réservent pas avec celle-ci le même jour.'),
    prices: pricesSchema
      .default({ kind: 'notStated' })
      .describe('Un prix, ou des prix datés dans l’ordre ; rien : le prix n’est pas dit (étude).'),
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
    kind: z
      .enum(['wraparound', 'lunch', 'study', 'wednesday', 'holiday'])
      .describe('Quand l’activité a lieu.'),
    label: textSchema,
    units: list(unitSchema).describe('Ce qui se réserve : une unité, un jour.'),
    regime: regimeSchema.prefault({}).describe('Qui accepte, et quand on paie.'),
    enrolment: enrolmentSchema
      .default({ kind: 'byStaff' })
      .describe('Qui inscrit l’enfant, une fois par année scolaire.'),
    ages: agesSchema.nullable().default(null).describe('Les âges admis ; « null » : tous.'),
    admits: conditionsSchema.optional().describe('Qui peut venir, outre les âges.'),
    opening: openingSchema
      .default({ kind: 'always' })
      .describe('À partir de quand les familles réservent en ligne.'),
    days: list(daysSchema).default([]).describe('Le nombre de jours par semaine, mois ou période.'),
    booking: stagesSchema
      .optional()
      .describe('Les étapes de la réservation, dans l’ordre du temps.'),
    cancelling: z
      .union([stagesSchema, z.literal('sameAsBooking')])
      .optional()
      .describe('Les étapes de l’annulation, ou « sameAsBooking ».'),
    waitingList: waitingListSchema
      .default({ kind: 'none' })
      .describe('Ce qu’offre un jour complet.'),
    presence: presenceSchema
      .optional()
      .describe('Ce qu’entraînent absences, présences sans réservation et retards.'),
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
