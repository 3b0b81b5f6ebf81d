import { bookingStates } from '@preau/domain/bookings/states';
import type { ChargeLineKind } from '@preau/domain/rating/charge-line';
import { constraints, outcomes } from '@preau/domain/bookings/verdict';
import { z } from 'zod';
import { codeSchema, daySchema, list } from '../scalars.schema.ts';
import { momentSchema } from './moments.schema.ts';

const lineKinds = [
  'presence',
  'unbooked',
  'noShow',
  'lateCancellation',
  'latePickup',
  'quantityDiscount',
  'package',
  'cap',
  'aid',
  'membership',
  'fee',
  'credit',
] as const satisfies readonly ChargeLineKind[];

/** `null` = the règlement does not say the amount. */
const amountSchema = z.int({ error: 'un montant s’écrit en centimes, sans virgule' }).nullable();

const lineSchema = z
  .strictObject({
    kind: z.enum(lineKinds),
    unit: codeSchema.nullable(),
    on: daySchema,
    child: codeSchema.nullable(),
    code: codeSchema.nullable(),
    cents: amountSchema,
    reasons: list(z.string()),
  })
  .partial();

/** What is to be found, as far as it is said. Reasons are told by their codes, in order. */
export const expectSchema = z
  .strictObject({
    // The last is of a request to be enrolled, which parents do not make where the service enrols.
    outcome: z.enum([...outcomes, 'neverOnline']),
    constraint: z.enum(constraints),
    limitAt: momentSchema.nullable(),
    dueAt: momentSchema.nullable(),
    /** From when families may book; `null` = not told yet. */
    opensAt: momentSchema.nullable(),
    remindAt: momentSchema.nullable(),
    late: z.boolean(),
    /** Of the stages of the document, from 0, the normal one. */
    stage: z.int().min(0),
    /** What it changes in what is owed; of a bill or a price, the whole. */
    cents: amountSchema,
    /** Of a bill, a price or a presence: every line, each as far as it is said. */
    lines: list(lineSchema),
    reasons: list(z.string()),
    priceReasons: list(z.string()),
    /** Of the booking afterwards; `null` = there is none. */
    state: z.enum(bookingStates).nullable(),
    /** Until when it waits as it is. */
    until: momentSchema.nullable(),
    /** Places left afterwards; of a bill, the sessions that are not charged. */
    free: z.int(),
    /** Of a bill: the sessions that are charged. */
    due: z.int(),
    /** Why the staff's own gesture is refused; `null` = it is done. */
    code: z
      .enum(['not-pending', 'full', 'session-closed', 'session-over', 'not-allowed'])
      .nullable(),
  })
  .partial()
  .refine((expected) => Object.keys(expected).length > 0, { error: 'rien n’est attendu' });

export type Expected = z.output<typeof expectSchema>;
