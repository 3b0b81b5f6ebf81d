import type { GetMeError } from '@preau/api-client/family';

/** An RFC 9457 answer of the API. */
export type Problem = GetMeError;

/** What a screen may have to tell: a problem of the API, no network, or an unreadable answer. */
export type Failure =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'offline' }
  | { readonly kind: 'unreadable' };

/** Reads what a call threw. `fetch` throws a TypeError when nothing answered. */
export function failureOf(error: unknown): Failure {
  if (isProblem(error)) return { kind: 'problem', problem: error };
  return error instanceof TypeError ? { kind: 'offline' } : { kind: 'unreadable' };
}

/** The problem's code, or `undefined` when the failure is no problem of the API. */
export function problemCodeOf(error: unknown): string | undefined {
  return isProblem(error) ? error.code : undefined;
}

/** Has the session ended? Then the parent signs in and comes back to the same place. */
export const isSignedOut = (error: unknown): boolean => problemCodeOf(error) === 'unauthenticated';

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'status' in error;
}
