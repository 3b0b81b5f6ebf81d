import { z } from 'zod';
import { limitSchema } from './limit.schema.ts';
import {
  centsSchema,
  codeSchema,
  countSchema,
  invented,
  list,
  measureSchema,
  monthDaySchema,
  pattern,
} from './scalars.schema.ts';

/** How a request becomes a booking, as `vocabulary/regime-rules.ts` of the domain has it. */

const automatic = { kind: 'automatic' } as const;

export const regimeSchema = z.strictObject({
  acceptance: z
    .discriminatedUnion('kind', [
      pattern('automatic', {}),
      pattern('staff', { answerWithinHours: countSchema, holdsPlace: z.boolean() }),
      pattern('none', {}),
    ])
    .default(automatic),
  cancellation: z
    .discriminatedUnion('kind', [
      pattern('automatic', {}),
      pattern('staff', { answerWithinHours: countSchema }),
    ])
    .default(automatic),
  payment: z
    .discriminatedUnion('kind', [
      pattern('later', {}),
      pattern('hold', { minutes: countSchema }),
      pattern('byDate', { due: limitSchema, graceHours: countSchema, remindHours: countSchema }),
      pattern('withRequest', {}),
    ])
    .default({ kind: 'later' }),
  ...invented,
});

export const enrolmentSchema = z.discriminatedUnion('kind', [
  pattern('byStaff', {}),
  pattern('online', {
    nextYearFrom: monthDaySchema,
    answerWithinHours: countSchema.nullable().default(null),
  }),
]);

export const waitingListSchema = z.discriminatedUnion('kind', [
  pattern('none', {}),
  pattern('staff', { offerHours: countSchema }),
  pattern('online', { offerHours: countSchema }),
]);

const depositSchema = z.strictObject({
  percent: measureSchema.optional(),
  daysPerWeek: countSchema.optional(),
  activities: list(codeSchema).optional(),
  ...invented,
});

export const collectionSchema = z.strictObject({
  deposit: depositSchema.optional(),
  deposits: list(depositSchema).optional(),
  ticketBooks: list(
    z.strictObject({ count: countSchema, cents: centsSchema, ...invented }),
  ).optional(),
  exclusion: z
    .strictObject({
      unpaidOn: countSchema,
      fromCents: centsSchema.optional(),
      lasts: z.enum(['followingMonth', 'untilPaid']),
      ...invented,
    })
    .optional(),
});
