import type { FastifyServerOptions } from 'fastify';
import type { Config } from './config.ts';
import { sqlState, violatedConstraint } from './db/transaction.ts';

/** Where lines go instead of the standard output. */
export type LogTarget = { write(line: string): void };

/**
 * Logs hold no personal data: method, route pattern, status and ids only — never an address,
 * a query string, a body or a header.
 */
export function loggerOptions(
  level: Config['LOG_LEVEL'],
  to?: LogTarget,
): FastifyServerOptions['logger'] {
  if (level === 'silent') return false;
  return {
    level,
    ...(to && { stream: to }),
    serializers: {
      req: (request: { method: string; routeOptions?: { url?: string } }) => ({
        method: request.method,
        route: request.routeOptions?.url,
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: withoutData,
    },
  };
}

/**
 * What of an error may be written down: its kind and where it was thrown. Messages are left out, as
 * ours name people by accident and those of the database repeat values in `detail` and `where`.
 */
function withoutData(error: unknown): Record<string, unknown> & LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return {
    type: error.name,
    message: '',
    code: sqlState(error),
    constraint: violatedConstraint(error),
    stack: frames.join('\n'),
  };
}

type LoggedError = { type: string; message: string; stack: string };
