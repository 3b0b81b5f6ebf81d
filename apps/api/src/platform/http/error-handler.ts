import type {
  FastifyError,
  FastifyReply,
  FastifyRequest,
  FastifySchemaValidationError,
} from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  isResponseSerializationError,
} from 'fastify-type-provider-zod';
import { NoConnectionError, sqlState } from '../db/transaction.ts';
import {
  busy,
  type FieldError,
  notFound,
  pointerTo,
  Problem,
  type ProblemDocument,
  problemMediaType,
} from './problem.ts';

const lockNotAvailable = '55P03';
const deadlockDetected = '40P01';
const serializationFailure = '40001';
/** A zero byte, in a text or in a JSON document: PostgreSQL keeps none. */
const unstorableText = new Set(['22021', '22P05']);

/** Turns everything thrown into one problem document. Details of bugs stay in the log. */
export function handleError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = problemOf(error);
  if (problem.status >= 500) {
    request.log.error({ err: error }, 'request failed');
  }
  if (problem.retryAfterSeconds !== undefined)
    reply.header('retry-after', problem.retryAfterSeconds);
  return reply
    .status(problem.status)
    .header('content-type', problemMediaType)
    .serializer((body: ProblemDocument) => JSON.stringify(body))
    .send(documentOf(problem, request.id));
}

export function handleNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return handleError(notFound(), request, reply);
}

function problemOf(error: unknown): Problem {
  // Anything can be thrown; what is no error has nothing to be told by.
  if (!(error instanceof Error)) return bug();
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new Problem(422, 'invalid', 'The request has the wrong shape', {
      errors: error.validation.flatMap((issue) =>
        fieldErrors(issue, error.validationContext ?? 'body'),
      ),
    });
  }
  if (isResponseSerializationError(error)) return bug();
  if (error instanceof NoConnectionError) return busy();
  const state = sqlState(error);
  if (state === lockNotAvailable || state === deadlockDetected || state === serializationFailure) {
    return busy();
  }
  if (state !== undefined && unstorableText.has(state)) {
    return new Problem(422, 'invalid', 'A text holds a character that cannot be kept');
  }
  return clientError(error) ?? bug();
}

/** Points at what is wrong: at each unknown key by its name, at a whole part without a trailing slash. */
function fieldErrors(issue: FastifySchemaValidationError, part: string): FieldError[] {
  const pointer = `/${part}${issue.instancePath === '/' ? '' : issue.instancePath}`;
  const { keyword: code, message = code } = issue;
  const { keys } = issue.params;
  if (code !== 'unrecognized_keys' || !Array.isArray(keys)) return [{ pointer, code, message }];
  return keys.map((key) => ({ pointer: pointerTo(pointer, String(key)), code, message }));
}

/** What Fastify itself refuses: unreadable JSON, wrong media type, a body too large. */
function clientError(error: FastifyError | Error): Problem | undefined {
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413) return new Problem(413, 'too-large', 'The request is too large');
  if (status === 415) return new Problem(415, 'unsupported-media-type', 'Send JSON');
  if (status === 503) return busy();
  if (status !== undefined && status >= 400 && status < 500) {
    return new Problem(400, 'unreadable', 'The request could not be read');
  }
  return undefined;
}

function bug(): Problem {
  return new Problem(500, 'internal', 'Something went wrong on our side');
}

function documentOf(problem: Problem, requestId: string): ProblemDocument {
  return {
    type: `/problems/${problem.code}`,
    title: problem.message,
    status: problem.status,
    code: problem.code,
    ...(problem.params && { params: problem.params }),
    ...(problem.errors && { errors: [...problem.errors] }),
    requestId,
  };
}
