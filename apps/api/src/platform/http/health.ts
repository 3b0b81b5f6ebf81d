import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { anonymous } from '../auth/actor.ts';
import type { Database } from '../db/pool.ts';
import { problems } from './problem.ts';
import { busy } from './problem.ts';

const ok = z.object({ status: z.literal('ok') });

/** Liveness (the process answers) and readiness (it can reach its database and is not closing). */
export function healthRoutes(
  app: FastifyInstance,
  database: Database,
  isClosing: () => boolean,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.get(
    '/api/health/live',
    { config: { access: anonymous }, schema: { tags: ['health'], response: { 200: ok } } },
    async () => ({ status: 'ok' as const }),
  );
  routes.get(
    '/api/health/ready',
    {
      config: { access: anonymous },
      schema: { tags: ['health'], response: { 200: ok, ...problems(503) } },
    },
    async () => {
      if (isClosing()) throw busy();
      await database.pool.query('select 1').catch(() => {
        throw busy();
      });
      return { status: 'ok' as const };
    },
  );
}
