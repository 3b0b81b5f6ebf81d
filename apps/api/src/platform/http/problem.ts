import { z } from 'zod';

/** Where in the request something is wrong, as a JSON pointer. */
export type FieldError = { pointer: string; code: string; message: string };

/** The JSON pointer (RFC 6901) of a key below another pointer. */
export function pointerTo(parent: string, key: string): string {
  return `${parent}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** RFC 9457 document. Screens map `code` to a sentence; they never parse text. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
    errors: z
      .array(z.object({ pointer: z.string(), code: z.string(), message: z.string() }))
      .optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });

export type ProblemDocument = z.infer<typeof problemSchema>;

export const problemMediaType = 'application/problem+json';

export type ProblemParams = Record<string, string | number | null>;

/** An answer that is not a success, meant for the caller. Anything else thrown is a bug: 500. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: ProblemParams | undefined;
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    status: number,
    code: string,
    title: string,
    more: {
      params?: ProblemParams;
      errors?: readonly FieldError[];
      retryAfterSeconds?: number;
    } = {},
  ) {
    super(title);
    this.status = status;
    this.code = code;
    this.params = more.params;
    this.errors = more.errors;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

export const unauthenticated = () => new Problem(401, 'unauthenticated', 'Sign in first');
export const forbidden = () => new Problem(403, 'forbidden', 'This account may not do that');
/** Somebody else's object answers exactly like a missing one. */
export const notFound = () => new Problem(404, 'not-found', 'Nothing here');
export const throttled = (retryAfterSeconds: number) =>
  new Problem(429, 'throttled', 'Too many attempts', {
    params: { retryAfterSeconds },
    retryAfterSeconds,
  });
export const busy = () =>
  new Problem(503, 'busy', 'Too many at once, try again', { retryAfterSeconds: 2 });

const problemResponse = {
  description: 'Problem',
  content: { [problemMediaType]: { schema: problemSchema } },
} as const;

/** Response schemas of the problems a route can answer, beside its success. */
export function problems<S extends number>(
  ...statuses: readonly S[]
): Record<S, typeof problemResponse> {
  const responses: Partial<Record<S, typeof problemResponse>> = {};
  for (const status of statuses) responses[status] = problemResponse;
  return responses as Record<S, typeof problemResponse>;
}
