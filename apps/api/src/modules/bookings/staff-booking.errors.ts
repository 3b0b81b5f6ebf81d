import { notFound, Problem } from '../../platform/http/problem.ts';
import type { BookForHouseholdResult } from './use-cases/book-for-household.ts';

type Refusal = Extract<BookForHouseholdResult, { kind: 'refused' }>['code'];

/** Each refusal of a booking by the staff, as it is answered. */
export const staffBookingProblems: Readonly<Record<Refusal, () => Problem>> = {
  'not-theirs': notFound,
  'quote-changed': () =>
    new Problem(409, 'quote-changed', 'The total is not the one that was shown'),
  'nothing-done': () =>
    new Problem(409, 'nothing-done', 'None of these changes is possible any more'),
};

/** The same cell twice in one request. */
export function duplicateProblem(at: number): Problem {
  const error = { pointer: `/body/changes/${at}`, code: 'duplicate', message: 'Said twice' };
  return new Problem(422, 'invalid', 'The request has the wrong shape', { errors: [error] });
}
