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
  code: codeSchema,
  title: textSchema,
  status: z.enum(['study', 'reglement']).optional(),
  validFrom: daySchema,
  validUntil: daySchema.nullable().default(null),
  calendar: calendarSchema,
  profile: profileSchema.optional(),
  documents: list(requiredDocumentSchema).default([]),
  closureCredit: z.enum(['full', 'none']).default('full'),
  quotient: quotientSchema.optional(),
  activities: list(activitySchema),
  adjustments: list(adjustmentSchema).optional(),
  quantityDiscounts: list(quantityDiscountSchema).optional(),
  packages: list(packageSchema).optional(),
  caps: list(capSchema).optional(),
  aids: list(aidSchema).optional(),
  operations: list(operationSchema).optional(),
  memberships: list(membershipSchema).optional(),
  fees: list(feeSchema).optional(),
  collection: collectionSchema.optional(),
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
