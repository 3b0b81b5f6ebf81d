import type { Channel } from '@preau/domain/reglement/document';
import { z } from 'zod';
import { absenceReasons } from '../presence.schema.ts';
import { clockTimeSchema, codeSchema, countSchema, daySchema, list } from '../scalars.schema.ts';
import { expectSchema } from './expect.schema.ts';
import { childrenSchema, factsSchema, householdSchema } from './facts.schema.ts';
import { momentSchema, monthSchema } from './moments.schema.ts';

const channels = [
  'online',
  'staff',
  'phone',
  'mail',
  'paper',
  'desk',
] as const satisfies readonly Channel[];

const daysSchema = list(daySchema).refine(
  (days) => days.length > 0 && new Set(days).size === days.length,
  { error: 'au moins un jour, et chacun une seule fois' },
);

/** Whom and what a step is about, where it is not what the case says. */
const about = {
  child: codeSchema.optional(),
  unit: codeSchema.optional(),
  on: daySchema.optional(),
  /** Several days at once. */
  days: daysSchema.optional(),
};

/** The moment: left out where none matters. */
const at = { at: momentSchema.optional() };
const expecting = { expect: expectSchema.optional() };
const share = z.number().min(0).max(100);

/** How the booking is asked for. */
const manner = {
  channel: z.enum(channels).optional(),
  mode: codeSchema.optional(),
  extras: list(codeSchema).optional(),
  /** Whether the payment comes with the request. */
  paid: z.boolean().optional(),
  /** Of a cancellation: the share of the price the staff chose to keep, in percent. */
  keptPercent: share.optional(),
};

/** Books, waits or cancels. */
const doSchema = z.strictObject({
  do: z.enum(['book', 'wait', 'cancel']),
  ...about,
  ...at,
  ...manner,
  ...expecting,
});

/**
 * Asks the same and changes nothing; `couldEnrol` asks for the activity of the unit, for the school
 * year of the day; `look` tells how the booking stands. `around`: the minute before, and the minute
 * itself.
 */
const askSchema = z
  .strictObject({
    do: z.enum(['couldBook', 'couldWait', 'couldCancel', 'couldEnrol', 'look']),
    ...about,
    ...at,
    ...manner,
    ...expecting,
    around: momentSchema.optional(),
    before: expectSchema.optional(),
    from: expectSchema.optional(),
  })
  .refine(
    ({ around, before, from, at: moment, expect }) =>
      around === undefined
        ? before === undefined && from === undefined && expect !== undefined
        : before !== undefined &&
          from !== undefined &&
          moment === undefined &&
          expect === undefined,
    { error: 'ici on attend « expect », ou bien « around » avec « before » et « from »' },
  );

/** What the staff, the family or the bank does to a booking that waits. */
const gestureSchema = z.strictObject({
  do: z.enum([
    'accept',
    'refuse',
    'pay',
    'refusePayment',
    'offer',
    'acceptOffer',
    'declineOffer',
    'close',
  ]),
  ...about,
  ...at,
  ...expecting,
});

/** What changes meanwhile: a document arrives, a place is freed, the family moves. */
const knowSchema = z
  .strictObject({
    do: z.literal('know'),
    ...at,
    facts: factsSchema.optional(),
    household: householdSchema.optional(),
    children: childrenSchema.optional(),
  })
  .refine(({ facts, household, children }) => facts ?? household ?? children, {
    error: '« know » dit ce qui change : « facts », « household » ou « children »',
  });

/** There that day, booked or not. */
const attendSchema = z.strictObject({
  do: z.literal('attend'),
  ...about,
  ...at,
  mode: codeSchema.optional(),
  extras: list(codeSchema).optional(),
  arrival: clockTimeSchema.optional(),
  departure: clockTimeSchema.optional(),
  /** The staff lets the late pick-up pass. */
  waived: z.boolean().optional(),
  ...expecting,
});

/** Booked and not there; told beforehand only by an `absent`. */
const missSchema = z.strictObject({
  do: z.literal('miss'),
  ...about,
  ...at,
  reason: z.enum(absenceReasons).optional(),
  keptPercent: share.optional(),
  ...expecting,
});

/** The family tells at that moment that the child does not come. */
const absentSchema = z.strictObject({
  do: z.literal('absent'),
  ...about,
  at: momentSchema,
  reason: z.enum(absenceReasons),
  keptPercent: share.optional(),
  ...expecting,
});

/** The proof of the absences that have none arrives at that moment. */
const proveSchema = z.strictObject({
  do: z.literal('prove'),
  ...about,
  at: momentSchema,
  ...expecting,
});

/** The family gives a quotient: received at that moment, good from `validFrom` where it says so. */
const quotientSchema = z.strictObject({
  do: z.literal('quotient'),
  at: momentSchema,
  value: z.number().min(0),
  validFrom: daySchema.optional(),
});

const joinSchema = z.strictObject({
  do: z.literal('join'),
  ...about,
  ...at,
  membership: codeSchema,
});

const chargeSchema = z.strictObject({
  do: z.literal('charge'),
  ...about,
  ...at,
  fee: codeSchema,
  quantity: countSchema.default(1),
});

/** Whether the child may be fetched at that time. */
const leaveSchema = z.strictObject({
  do: z.literal('leave'),
  ...about,
  departure: clockTimeSchema,
  expect: expectSchema,
});

/** What these presences would cost, or what is asked at once for them; nothing changes. */
const priceSchema = z.strictObject({
  do: z.enum(['price', 'deposit']),
  ...about,
  mode: codeSchema.optional(),
  extras: list(codeSchema).optional(),
  arrival: clockTimeSchema.optional(),
  departure: clockTimeSchema.optional(),
  expect: expectSchema,
});

/** What the family owes for a month, or from a day until another; for everything where none is said. */
const billSchema = z
  .strictObject({
    do: z.literal('bill'),
    month: monthSchema.optional(),
    from: daySchema.optional(),
    until: daySchema.optional(),
    expect: expectSchema,
  })
  .refine(
    ({ month, from, until }) =>
      (from === undefined) === (until === undefined) &&
      (month === undefined || from === undefined) &&
      (from === undefined || until === undefined || from <= until),
    {
      error: 'une facture est d’un mois (« month ») ou d’un jour à un autre (« from », « until »)',
    },
  );

export const stepSchema = z.discriminatedUnion('do', [
  doSchema,
  askSchema,
  gestureSchema,
  knowSchema,
  attendSchema,
  missSchema,
  absentSchema,
  proveSchema,
  quotientSchema,
  joinSchema,
  chargeSchema,
  leaveSchema,
  priceSchema,
  billSchema,
]);

export type CaseStep = z.output<typeof stepSchema>;
export type StepOf<Do extends CaseStep['do']> = Extract<CaseStep, { do: Do }>;
