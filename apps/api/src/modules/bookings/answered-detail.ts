import type { BookingState } from '@preau/domain/bookings/states';
import type { Instant } from '@preau/domain/time/instant';
import { z } from 'zod';
import { bookingStateSchema } from './bookings.schemas.ts';
import type { AnswerableRow } from './requests.store.ts';

const detailSchema = z.object({
  because: z.string().nullable(),
  answers: z.array(
    z.object({
      bookingId: z.uuid(),
      householdId: z.uuid(),
      from: bookingStateSchema,
      to: bookingStateSchema,
      /** When it would have ended by itself, in milliseconds since the epoch. */
      until: z.number().nullable(),
      verdict: z.string(),
    }),
  ),
});

/** What a decision keeps: the answer, and each booking as it was before. */
export type AnsweredDetail = z.infer<typeof detailSchema>;

/** A booking as it was before its answer: what taking the answer back puts back. */
export type BeforeAnswer = {
  readonly bookingId: string;
  readonly householdId: string;
  readonly from: BookingState;
  readonly to: BookingState;
  readonly until: Instant | null;
  readonly verdict: string;
};

/** What a decision keeps of one answer. */
export function beforeAnswer(
  row: AnswerableRow,
  from: BookingState,
  to: BookingState,
): BeforeAnswer {
  return {
    bookingId: row.booking_id,
    householdId: row.household_id,
    from,
    to,
    until: row.until,
    verdict: row.verdict,
  };
}

/** The detail of a decision about bookings, as it was written. */
export function readDetail(detail: unknown): {
  readonly because: string | null;
  readonly answers: readonly BeforeAnswer[];
} {
  const { because, answers } = detailSchema.parse(detail);
  return {
    because,
    answers: answers.map((answer) => ({ ...answer, until: answer.until as Instant | null })),
  };
}
