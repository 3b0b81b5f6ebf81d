import type { DatedPrice, Price, ReglementDocument } from '@preau/domain/reglement/document';
import type { Day } from '@preau/domain/time/day';
import { z } from 'zod';
import { activitySchema } from './activity.schema.ts';
import { calendarSchema } from './calendar.schema.ts';
import {
  adjustmentSchema,
  aidSchema,
  capSchema,
  feeSchema,
  membershipSchema,
  operationSchema,
  packageSchema,
  quantityDiscountSchema,
  quotientSchema,
} from './period.schema.ts';
import { profileSchema } from './profile.schema.ts';
import { collectionSchema } from './regime.schema.ts';
import {
  codeSchema,
  countSchema,
  daySchema,
  invented,
  list,
  textSchema,
} from './scalars.schema.ts';

const requiredDocumentSchema = z.strictObject({
  code: codeSchema,
  label: textSchema,
  about: z.enum(['child', 'household']),
  activities: list(codeSchema).nullable().default(null),
  blocks: list(z.enum(['enrolment', 'booking'])).default([]),
  satisfiedBy: z.enum(['sent', 'accepted']).default('sent'),
  validMonths: countSchema.nullable().default(null),
  ...invented,
});

/** Every key a règlement may have. */
export const writtenDocumentSchema = z.strictObject({
  code: codeSchema.describe('Le nom du règlement dans les adresses et les cas.'),
  title: textSchema.describe('Le titre que lisent les familles.'),
  status: z
    .enum(['study', 'reglement'])
    .optional()
    .describe(
      '« study » : une étude peut taire ce que sa source ne dit pas ; un règlement ne le peut pas.',
    ),
  validFrom: daySchema.describe('Premier jour de validité.'),
  validUntil: daySchema
    .nullable()
    .default(null)
    .describe('Dernier jour de validité, compris ; « null » : jusqu’au règlement suivant.'),
  calendar: calendarSchema.describe(
    'Les jours d’école, d’ouverture du service, les vacances et les fermetures.',
  ),
  profile: profileSchema
    .optional()
    .describe(
      'Les mots qui distinguent les familles : domicile, régime social, situations, modes.',
    ),
  documents: list(requiredDocumentSchema)
    .default([])
    .describe('Les pièces demandées, et ce qu’elles empêchent tant qu’elles manquent.'),
  closureCredit: z
    .enum(['full', 'none'])
    .default('full')
    .describe('Ce que devient le prix d’un jour que le service annule lui-même.'),
  quotient: quotientSchema.optional().describe('À partir de quand un nouveau quotient compte.'),
  activities: list(activitySchema).describe('Ce qui se réserve, ou se fréquente.'),
  adjustments: list(adjustmentSchema).optional().describe('Ce qui change un prix, dans l’ordre.'),
  quantityDiscounts: list(quantityDiscountSchema)
    .optional()
    .describe('Remises selon le nombre de jours ou de présences.'),
  packages: list(packageSchema).optional().describe('Un prix à la place de plusieurs présences.'),
  caps: list(capSchema).optional().describe('Ce que coûtent ensemble des présences, au plus.'),
  aids: list(aidSchema).optional().describe('Ce que paie un tiers à la place de la famille.'),
  operations: list(operationSchema)
    .optional()
    .describe('L’ordre des remises, forfaits, plafonds et aides.'),
  memberships: list(membershipSchema).optional().describe('Les adhésions, dues une fois par an.'),
  fees: list(feeSchema).optional().describe('Ce qui est dû pour autre chose qu’une présence.'),
  collection: collectionSchema
    .optional()
    .describe('Acompte, carnets de tickets, exclusion pour impayé.'),
});

/**
 * A règlement as it is written: the closed vocabulary of the domain, nothing more. What a town
 * leaves out where there is a usual answer (no age, no minimum of days…) is filled in here.
 */
export const documentSchema = writtenDocumentSchema.transform(
  withDatedPrices,
) satisfies z.ZodType<ReglementDocument>;

/** A règlement as the schema reads it: a `ReglementDocument` that says more of what was invented. */
export type WrittenDocument = z.output<typeof documentSchema>;

/** A price without a date holds from the first day of the document. */
function withDatedPrices({ activities, ...rest }: z.output<typeof writtenDocumentSchema>) {
  const dated = activities.map(({ units, ...activity }) => ({
    ...activity,
    units: Object.freeze(
      units.map(({ prices, ...unit }) => ({ ...unit, prices: datedFrom(rest.validFrom, prices) })),
    ),
  }));
  return { ...rest, activities: Object.freeze(dated) };
}

function datedFrom(validFrom: Day, prices: Price | readonly DatedPrice[]): readonly DatedPrice[] {
  return 'kind' in prices ? [{ validFrom, price: prices }] : prices;
}
