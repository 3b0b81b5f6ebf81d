import { fromIso, toIso } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { anonymous } from '../auth/actor.ts';
import { instantSchema } from '../http/wire.ts';
import type { SharedClock } from './shared-clock.ts';

const shown = z.object({ now: instantSchema, offsetMs: z.number().int() });
const move = z.union([
  z.strictObject({ now: instantSchema }),
  z.strictObject({ offsetMs: z.number().int() }),
]);

/** The clock of a demonstration: read it, move it. */
export function clockRoutes(app: FastifyInstance, clock: SharedClock): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const show = () => ({ now: toIso(clock.now()), offsetMs: clock.offset() });
  routes.get(
    '/dev/clock',
    { config: { access: anonymous }, schema: { hide: true, response: { 200: shown } } },
    async () => show(),
  );
  routes.put(
    '/dev/clock',
    {
      config: { access: anonymous, audit: { none: 'a demonstration only: nothing real happens' } },
      schema: { hide: true, body: move, response: { 200: shown } },
    },
    async ({ body }) => {
      if ('now' in body) await clock.moveTo(fromIso(body.now));
      else await clock.move(body.offsetMs);
      return show();
    },
  );
}
