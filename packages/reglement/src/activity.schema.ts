import { z } from 'zod';
import {
  centsSchema,
  clockTimeSchema,
  codeSchema,
  countSchema,
  daySchema,
  invented,
  list,
  monthDaySchema,
  textSchema,
} from './scalars.schema.ts';

/** The patterns of an activity, each as `packages/domain/src/reglement/document.ts` has it. */

const limitSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('workingHoursBefore'),
    hours: countSchema,
    anchor: z.literal('sessionStart'),
  }),
  z.strictObject({
    kind: z.literal('workingDaysBefore'),
    days: countSchema,
    at: clockTimeSchema,
  }),
  z.strictObject({
    kind: z.literal('dayOfPrecedingMonth'),
    day: countSchema,
    at: clockTimeSchema,
  }),
]);

const consequenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('normal') }),
  z.strictObject({
    kind: z.literal('replacingPrice'),
    centsByUnit: z.record(codeSchema, centsSchema),
  }),
  z.strictObject({ kind: z.literal('surcharge'), cents: centsSchema }),
  z.strictObject({ kind: z.literal('billedInFull') }),
]);

const stageSchema = z.strictObject({
  channels: list(z.enum(['online', 'staff'])),
  until: limitSchema.nullable(),
  consequence: consequenceSchema,
  ...invented,
});

const automatic = z.strictObject({ kind: z.literal('automatic'), ...invented });

const regimeSchema = z.strictObject({
  acceptance: z.discriminatedUnion('kind', [
    automatic,
    z.strictObject({
      kind: z.literal('staff'),
      answerWithinHours: countSchema,
      holdsPlace: z.boolean(),
      ...invented,
    }),
  ]),
  cancellation: z.discriminatedUnion('kind', [
    automatic,
    z.strictObject({ kind: z.literal('staff'), answerWithinHours: countSchema, ...invented }),
  ]),
  payment: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('later'), ...invented }),
    z.strictObject({ kind: z.literal('hold'), minutes: countSchema, ...invented }),
    z.strictObject({
      kind: z.literal('byDate'),
      due: limitSchema,
      graceHours: countSchema,
      remindHours: countSchema,
      ...invented,
    }),
  ]),
});

const enrolmentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('byStaff'), ...invented }),
  z.strictObject({
    kind: z.literal('online'),
    nextYearFrom: monthDaySchema,
    answerWithinHours: countSchema.nullable(),
    ...invented,
  }),
]);

const momentSchema = z.strictObject({ on: daySchema, at: clockTimeSchema });

const windowSchema = z.strictObject({
  code: codeSchema,
  label: textSchema,
  sessions: z.strictObject({ from: daySchema, until: daySchema }),
  opens: momentSchema,
  closes: momentSchema.nullable().default(null),
  staggered: list(z.strictObject({ group: codeSchema, opens: momentSchema })).default([]),
  ...invented,
});

const openingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always'), ...invented }),
  z.strictObject({
    kind: z.literal('precedingMonth'),
    day: countSchema,
    at: clockTimeSchema,
    ...invented,
  }),
  z.strictObject({ kind: z.literal('windows'), windows: list(windowSchema), ...invented }),
  z.strictObject({ kind: z.literal('announced'), ...invented }),
]);

const agesSchema = z.strictObject({
  from: z.int().min(0).nullable(),
  below: countSchema.nullable(),
  ...invented,
});

const daysSchema = z.strictObject({
  per: z.enum(['week', 'month']),
  min: countSchema.nullable().default(null),
  max: countSchema.nullable().default(null),
  ...invented,
});

const waitingListSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none'), ...invented }),
  z.strictObject({ kind: z.literal('staff'), offerHours: countSchema, ...invented }),
  z.strictObject({ kind: z.literal('online'), offerHours: countSchema, ...invented }),
]);

const priceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat'), cents: centsSchema }),
  z.strictObject({
    kind: z.literal('quotientBands'),
    bands: list(
      z.strictObject({
        from: z.number().min(0),
        below: z.number().nullable(),
        cents: centsSchema,
      }),
    ),
  }),
]);

const unitSchema = z.strictObject({
  code: codeSchema,
  label: textSchema,
  startsAt: clockTimeSchema,
  endsAt: clockTimeSchema,
  parts: list(z.string().regex(/^[a-z_]+$/)),
  excludes: list(codeSchema).default([]),
  prices: list(z.strictObject({ validFrom: daySchema, price: priceSchema })),
  ...invented,
});

export const activitySchema = z.strictObject({
  code: codeSchema,
  kind: z.enum(['wraparound', 'lunch', 'study', 'wednesday', 'holiday']),
  label: textSchema,
  units: list(unitSchema),
  regime: regimeSchema,
  enrolment: enrolmentSchema,
  ages: agesSchema.nullable().default(null),
  opening: openingSchema,
  days: list(daysSchema).default([]),
  booking: list(stageSchema),
  cancelling: list(stageSchema),
  waitingList: waitingListSchema,
  ...invented,
});
