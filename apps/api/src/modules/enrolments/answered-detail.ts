import { enrolmentStates, type EnrolmentState } from '@preau/domain/enrolments/states';
import type { Instant } from '@preau/domain/time/instant';
import { z } from 'zod';
import type { LockedEnrolment, SettledEnrolment } from './request.store.ts';

/** A request that was answered: what it was, and what it became. */
export type AnsweredOne = { readonly before: LockedEnrolment; readonly to: EnrolmentState };

const stateSchema = z.enum(enrolmentStates);
const momentSchema = z.number().transform((at) => at as Instant);

const detailSchema = z.object({
  enrolments: z.array(
    z.object({
      id: z.uuid(),
      to: stateSchema,
      before: z.object({
        state: stateSchema,
        ageGroup: z.string(),
        answerDueAt: momentSchema.nullable(),
        reason: z.string().nullable(),
        decidedBy: z.uuid().nullable(),
        decidedAt: momentSchema.nullable(),
      }),
    }),
  ),
});

/** An answer as it is kept, so that it can be taken back. */
export type AnsweredDetail = z.input<typeof detailSchema>;

export function answeredDetail(done: readonly AnsweredOne[]): AnsweredDetail {
  return {
    enrolments: done.map(({ before, to }) => {
      const { id, state, ageGroup, answerDueAt, reason, decidedBy, decidedAt } = before;
      return { id, to, before: { state, ageGroup, answerDueAt, reason, decidedBy, decidedAt } };
    }),
  };
}

/** What each enrolment becomes again, and what it is expected to be until then. */
export function readDetail(
  detail: unknown,
): readonly { readonly to: EnrolmentState; readonly before: SettledEnrolment }[] {
  return detailSchema
    .parse(detail)
    .enrolments.map(({ id, to, before }) => ({ to, before: { id, ...before } }));
}
