import type { FastifyServerOptions } from 'fastify';
import type { Config } from './config.ts';

/**
 * Logs hold no personal data: method, route pattern, status and ids only — never an address,
 * a query string, a body or a header.
 */
export function loggerOptions(level: Config['LOG_LEVEL']): FastifyServerOptions['logger'] {
  if (level === 'silent') return false;
  return {
    level,
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
