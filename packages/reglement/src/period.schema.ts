import { z } from 'zod';
import { priceSchema, proRataSchema } from './price.schema.ts';
import { conditionsSchema, periodUnitSchema, spanUnitSchema } from './profile.schema.ts';
import {
  anyNumberSchema,
  centsSchema,
  changeSchema,
  codeSchema,
  countSchema,
  invented,
  list,
  measureSchema,
  monthDaySchema,
  pattern,
  said,
  textSchema,
} from './scalars.schema.ts';

/** What changes a price and what spans of time cost, as `vocabulary/period-rules.ts` has it. */

const named = { code: codeSchema, label: textSchema, ...invented };
const units = list(codeSchema);
const when = conditionsSchema.optional();
const childOrHousehold = z.enum(['child', 'household']);

export const adjustmentSchema = z.strictObject({
  ...named,
  units: units.optional(),
  when,
  effect: z.discriminatedUnion('kind', [
    pattern('add', { cents: changeSchema, per: z.literal('day').optional() }),
    pattern('addByUnit', { centsByUnit: z.record(codeSchema, changeSchema) }),
    pattern('percent', { percent: anyNumberSchema }),
    pattern('multiply', { times: measureSchema }),
    pattern('bandShift', { by: z.int(said('un nombre entier de tranches est attendu')) }),
    pattern('replace', { price: priceSchema }),
  ]),
});

export const quantityDiscountSchema = z.strictObject({
  ...named,
  units: units.optional(),
  when,
  per: spanUnitSchema,
  count: z.enum(['distinctDays', 'presences']),
  scope: childOrHousehold,
  steps: list(
    z.strictObject({
      from: countSchema,
      cents: centsSchema.optional(),
      percent: measureSchema.optional(),
      price: priceSchema.optional(),
      ...invented,
    }),
  ),
});

export const packageSchema = z.strictObject({
  ...named,
  units,
  when,
  per: spanUnitSchema,
  price: priceSchema,
  applies: z.discriminatedUnion('kind', [
    pattern('always', {}),
    pattern('fromPresence', { count: countSchema }),
    pattern('fromDistinctDay', { count: countSchema }),
    pattern('everyOpenDay', {}),
    pattern('whenCheaper', {}),
    pattern('each', { count: countSchema }),
  ]),
  proRata: proRataSchema.optional(),
});

export const capSchema = z.strictObject({
  ...named,
  units,
  when,
  per: periodUnitSchema,
  scope: childOrHousehold,
  price: priceSchema,
});

export const membershipSchema = z.strictObject({
  ...named,
  per: childOrHousehold,
  units: units.optional(),
  when,
  yearFrom: monthDaySchema,
  prices: list(z.strictObject({ from: monthDaySchema, price: priceSchema, ...invented })),
});

export const feeSchema = z.strictObject({
  ...named,
  per: childOrHousehold,
  on: z.enum(['lateFile', 'file', 'rejectedPayment', 'reminder', 'ticketBook', 'other']),
  price: priceSchema,
});

export const aidSchema = z.strictObject({
  ...named,
  payer: textSchema,
  units: units.optional(),
  when,
  cents: centsSchema.optional(),
  percent: measureSchema.optional(),
  ceiling: z.strictObject({ cents: centsSchema, per: periodUnitSchema, ...invented }).optional(),
});

export const quotientSchema = z.strictObject({
  takesEffect: z.enum(['atOnce', 'nextMonth', 'nextSchoolYear', 'retroactive']),
  renewedBy: monthDaySchema.optional(),
  ...invented,
});

export const operationSchema = z.enum(['quantityDiscounts', 'packages', 'caps', 'aids']);
