import { notFound, Problem, throttled } from '../../platform/http/problem.ts';

/** Why an account command was refused. Every code is mapped below or nothing compiles. */
export type AccountRefusal =
  | { readonly code: 'unknown-organisation' }
  | { readonly code: 'wrong-credentials' }
  | { readonly code: 'wrong-password' }
  | { readonly code: 'throttled'; readonly retryAfterSeconds: number }
  | {
      readonly code: 'weak-password';
      readonly rule: 'too-short' | 'too-common';
      readonly minLength: number;
    }
  | { readonly code: 'link-unknown' }
  | { readonly code: 'link-expired' }
  | { readonly code: 'link-used' }
  | { readonly code: 'session-unknown' };

export type AccountResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: AccountRefusal };

export const done = <T>(value: T): AccountResult<T> => ({ ok: true, value });
export const refused = (refusal: AccountRefusal): AccountResult<never> => ({ ok: false, refusal });

type ProblemOf = {
  readonly [Code in AccountRefusal['code']]: (
    refusal: Extract<AccountRefusal, { readonly code: Code }>,
  ) => Problem;
};

const problemOf: ProblemOf = {
  'unknown-organisation': notFound,
  'wrong-credentials': () => new Problem(401, 'wrong-credentials', 'Wrong e-mail or password'),
  'wrong-password': () => new Problem(403, 'wrong-password', 'The current password is wrong'),
  throttled: ({ retryAfterSeconds }) => throttled(retryAfterSeconds),
  'weak-password': ({ rule, minLength }) =>
    new Problem(422, 'weak-password', 'Choose another password', { params: { rule, minLength } }),
  'link-unknown': () => new Problem(404, 'link-unknown', 'This link is not known'),
  'link-expired': () => new Problem(410, 'link-expired', 'This link has expired'),
  'link-used': () => new Problem(410, 'link-used', 'This link has already been used'),
  'session-unknown': notFound,
};

/**
 * The value of an accepted command.
 * @throws Problem the refusal's own.
 */
export function valueOf<T>(result: AccountResult<T>): T {
  if (result.ok) return result.value;
  const { refusal } = result;
  // The table pairs each code with its own refusal, which indexing cannot carry along.
  const toProblem = problemOf[refusal.code] as (refusal: AccountRefusal) => Problem;
  throw toProblem(refusal);
}
