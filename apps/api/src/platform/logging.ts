import type { FastifyServerOptions } from 'fastify';
import type { Config } from './config.ts';

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
      // Only what was already stripped of data is given to the log.
      err: (error: unknown) => error as never,
    },
  };
}
