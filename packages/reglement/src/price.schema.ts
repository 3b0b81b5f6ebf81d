import type { Price } from '@preau/domain/reglement/document';
import { z } from 'zod';
import { countingSchema, orderSchema, spanUnitSchema } from './profile.schema.ts';
import {
  anyNumberSchema,
  centsSchema,
  changeSchema,
  clockTimeSchema,
  countSchema,
  daySchema,
  invented,
  keySchema,
  list,
  measureSchema,
  pattern,
  textSchema,
} from './scalars.schema.ts';

/** Prices, as `vocabulary/price-rules.ts` of the domain has them. */

const selectorSchema = z
  .discriminatedUnion('kind', [
    pattern('residence', {}),
    pattern('scheme', {}),
    pattern('group', {}),
    pattern('mode', {}),
    pattern('flag', {}),
    pattern('weekday', {}),
    pattern('season', {}),
    pattern('rank', { counting: countingSchema, order: orderSchema.optional() }),
    pattern('children', { counting: countingSchema }),
    pattern('count', { of: z.enum(['distinctDays', 'presences']), per: spanUnitSchema }),
    pattern('frequency', { per: spanUnitSchema, regularFrom: countSchema }),
  ])
  .meta({ id: 'selector', description: 'Ce dont un prix peut dépendre.' });

const roundingSchema = z.strictObject({
  toCents: countSchema,
  mode: z.enum(['halfUp', 'up', 'down']),
});

export const proRataSchema = z.strictObject({
  count: z.enum(['openDays', 'bookedDays']),
  outOf: countSchema.optional(),
});

/** Prices are made of prices. */
export const priceSchema: z.ZodType<Price> = z
  .lazy(() => writtenPriceSchema)
  .meta({ id: 'price', description: 'Ce que coûte une présence d’un enfant.' });

const bounds = { floorCents: centsSchema.optional(), capCents: centsSchema.optional() };
const rounded = { rounding: roundingSchema.optional(), without: priceSchema.optional() };

const bandSchema = z.strictObject({
  from: measureSchema,
  below: measureSchema.nullable().optional(),
  cents: z.union([centsSchema, z.record(keySchema, centsSchema)]).optional(),
  price: priceSchema.optional(),
  ...invented,
});

export const writtenPriceSchema = z.discriminatedUnion('kind', [
  pattern('flat', { cents: centsSchema }),
  pattern('quotientBands', {
    by: selectorSchema.optional(),
    bands: list(bandSchema),
    without: priceSchema.optional(),
  }),
  pattern('effortRate', {
    percent: measureSchema,
    of: z.enum(['quotient', 'monthlyResources']).optional(),
    ...bounds,
    ...rounded,
  }),
  pattern('affine', {
    slope: anyNumberSchema,
    interceptCents: changeSchema,
    times: measureSchema.optional(),
    ...bounds,
    ...rounded,
  }),
  pattern('sliding', {
    points: list(z.strictObject({ quotient: measureSchema, cents: centsSchema })),
    ...rounded,
  }),
  pattern('by', {
    what: selectorSchema,
    cases: z.record(keySchema, priceSchema),
    otherwise: priceSchema.optional(),
  }),
  pattern('timeBlocks', {
    minutes: countSchema,
    price: priceSchema,
    count: z.enum(['started', 'completed', 'proRata']),
    from: clockTimeSchema.optional(),
    until: clockTimeSchema.optional(),
    maxBlocks: countSchema.optional(),
  }),
  pattern('byClock', {
    of: z.enum(['arrival', 'departure']),
    steps: list(z.strictObject({ upTo: clockTimeSchema.nullable(), price: priceSchema })),
  }),
  pattern('sum', { parts: list(z.strictObject({ label: textSchema, price: priceSchema })) }),
  pattern('share', {
    percent: measureSchema,
    of: priceSchema,
    rounding: roundingSchema.optional(),
  }),
  pattern('bounded', { of: priceSchema, ...bounds }),
  pattern('familyDay', {
    counting: z.enum(['booked', 'present']),
    cents: z.record(keySchema, centsSchema),
  }),
  pattern('perPeriod', {
    per: spanUnitSchema,
    price: priceSchema,
    proRata: proRataSchema.optional(),
  }),
  pattern('notStated', {}),
]);

/** A price alone holds from the beginning of the document. */
export const pricesSchema = z.union([
  list(z.strictObject({ validFrom: daySchema, price: priceSchema, ...invented })),
  priceSchema,
]);
