import { day, isDay } from '@preau/domain/time/day';
import { toIso } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { staff } from '../../platform/auth/actor.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { idSchema } from '../../platform/http/wire.ts';
import type { Services } from '../../platform/services.ts';
import { confirmProblem } from './bookings.errors.ts';
import type { PlaceGesture } from './decide-place.ts';
import { changePlacesProblem, placeProblem, reasonMissing } from './staff-waiting.errors.ts';
import { changePlacesSchema, givePlaceSchema, placeGivenSchema } from './staff-waiting.schemas.ts';
import { changePlaces } from './use-cases/change-places.ts';
import { givePlace } from './use-cases/give-place.ts';

const access = staff('administrator', 'office');
const tags = ['staff'];

/** The waiting lists as the staff keeps them: places offered, given, added. */
export function staffWaitingRoutes(app: FastifyInstance, services: Services): void {
  giveRoute(app, services, 'offer', {
    operationId: 'offerPlace',
    summary: 'Offer a place to somebody who waits; the family answers before its term',
    audit: 'waiting.offered',
  });
  giveRoute(app, services, 'place', {
    operationId: 'givePlace',
    summary: 'Give a place to somebody who waits, without asking; the family is told',
    audit: 'waiting.placed',
  });
  placesRoute(app, services);
}

function giveRoute(
  app: FastifyInstance,
  { tenant, clock }: Services,
  gesture: PlaceGesture,
  told: { readonly operationId: string; readonly summary: string; readonly audit: string },
): void {
  const { operationId, summary, audit } = told;
  app.withTypeProvider<ZodTypeProvider>().post(
    `/waiting/:id/${gesture}`,
    {
      config: { access, audit },
      schema: {
        operationId,
        tags,
        summary,
        params: z.strictObject({ id: idSchema }),
        body: givePlaceSchema,
        response: { 200: placeGivenSchema, ...problems(401, 403, 404, 409, 422, 503) },
      },
    },
    async (request) => {
      const { id: bookingId } = request.params;
      try {
        return await tenant.commandStaff(request, async (tx, context) => {
          const { claims } = context;
          const command = { ...request.body, claims, bookingId, gesture, audit: context.audit };
          const result = await givePlace(tx, { ...command, now: clock.now() });
          if (result.kind === 'notFound') throw notFound();
          if (result.kind === 'refused') throw placeProblem(result);
          const { to: state, until } = result;
          return { bookingId, state, until: until === null ? null : toIso(until) };
        });
      } catch (error) {
        throw confirmProblem(error);
      }
    },
  );
}

function placesRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/places',
    {
      config: { access, audit: 'places.changed' },
      schema: {
        operationId: 'changePlaces',
        tags,
        summary: 'Set the places of a room on a day; what is held is kept knowingly',
        body: changePlacesSchema,
        response: { 204: z.null(), ...problems(401, 403, 404, 409, 422, 503) },
      },
    },
    async (request, reply) => {
      const { on, pools, reason } = request.body;
      if (!isDay(on)) throw notFound();
      if (reason === null && pools.some(({ allowance }) => allowance > 0)) throw reasonMissing();
      await tenant.commandStaff(request, async (tx, { audit }) => {
        const command = { ...request.body, on: day(on), now: clock.now(), audit };
        const result = await changePlaces(tx, command);
        if (result.kind === 'notFound') throw notFound();
        if (result.kind === 'refused') throw changePlacesProblem(result);
      });
      return reply.status(204).send(null);
    },
  );
}
