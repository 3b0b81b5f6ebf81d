import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type FieldError, pointerTo, Problem } from './problem.ts';

/**
 * Schemas refuse the keys they do not know; this refuses what has no schema at all. A route of the
 * API that declares no query string or no body takes none: 422 with a pointer to each key.
 */
export function refuseUndeclaredInput(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    const { url, schema } = request.routeOptions;
    if (!url?.startsWith('/api/') || url.startsWith('/api/docs')) return;
    const errors = [
      ...(schema?.querystring ? [] : unknownKeys('querystring', request.query)),
      ...(schema?.body ? [] : unknownBody(request)),
    ];
    if (errors.length === 0) return;
    throw new Problem(422, 'invalid', 'The request has the wrong shape', { errors });
  });
}

function unknownBody({ body }: FastifyRequest): FieldError[] {
  if (body === undefined || body === null) return [];
  if (typeof body === 'object' && !Array.isArray(body)) return unknownKeys('body', body);
  return [{ pointer: '/body', code: 'unrecognized_keys', message: 'No body is expected' }];
}

function unknownKeys(part: string, sent: unknown): FieldError[] {
  return Object.keys(sent ?? {}).map((key) => ({
    pointer: pointerTo(`/${part}`, key),
    code: 'unrecognized_keys',
    message: 'Not expected here',
  }));
}
