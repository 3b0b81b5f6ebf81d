/** An RFC 9457 answer of the API: screens read its code and parameters, never its text. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number | null>>;
  /** Where in the request something is wrong, as JSON pointers. */
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
  readonly requestId: string;
};

/** What a call that failed may have to tell: a problem, no answer at all, or an unreadable one. */
export type Failure =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'offline' }
  | { readonly kind: 'unreadable' };

/** Reads what a call threw. `fetch` throws a TypeError when nothing answers, and times out. */
export function failureOf(error: unknown): Failure {
  if (isProblem(error)) return { kind: 'problem', problem: error };
  const silent =
    error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');
  return { kind: silent ? 'offline' : 'unreadable' };
}

/** The problem's code, or `undefined` when the failure is no problem of the API. */
export function problemCodeOf(error: unknown): string | undefined {
  return isProblem(error) ? error.code : undefined;
}

/** Has the session ended? Then one signs in and comes back to the same place. */
export const isSignedOut = (error: unknown): boolean => problemCodeOf(error) === 'unauthenticated';

const mostRetries = 2;

/** Is another try worth it? Silence and a busy server are; a refusal is an answer. */
export function shouldRetry(count: number, error: unknown): boolean {
  if (count >= mostRetries) return false;
  const failure = failureOf(error);
  return failure.kind === 'problem' ? failure.problem.status === 503 : true;
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'status' in error;
}
