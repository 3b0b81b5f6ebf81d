import { toIso } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { guardian } from '../../platform/auth/actor.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { idSchema } from '../../platform/http/wire.ts';
import type { Services } from '../../platform/services.ts';
import { offerProblem } from './bookings.errors.ts';
import type { OfferAnswer } from './decide-offer.ts';
import { askOffers } from './offers.queries.ts';
import { offersSchema } from './offers.schemas.ts';
import { answerOffer } from './use-cases/answer-offer.ts';

const tags = ['family'];

/** Places that were freed for who waited: read, accepted, declined. */
export function offersRoutes(app: FastifyInstance, services: Services): void {
  const { tenant, clock } = services;
  app.withTypeProvider<ZodTypeProvider>().get(
    '/offers',
    {
      config: { access: guardian },
      schema: {
        tags,
        operationId: 'listOffers',
        summary: 'Places offered to the household, what ends first first',
        response: { 200: offersSchema, ...problems(401) },
      },
    },
    async (request) => {
      const [rows] = await tenant.readFamily(request, (ask, { organisationId, householdId }) => [
        askOffers(ask, organisationId, householdId, clock.now()),
      ]);
      return { items: rows.map((row) => ({ ...row, until: toIso(row.until) })) };
    },
  );
  answerRoute(app, services, 'accept', {
    operationId: 'acceptOffer',
    summary: 'Book the place offered; accepting twice is accepting once',
    audit: 'offer.accepted',
  });
  answerRoute(app, services, 'decline', {
    operationId: 'declineOffer',
    summary: 'Give the place offered to who comes next; declining twice is declining once',
    audit: 'offer.declined',
  });
}

function answerRoute(
  app: FastifyInstance,
  { tenant, clock }: Services,
  answer: OfferAnswer,
  told: { readonly operationId: string; readonly summary: string; readonly audit: string },
): void {
  const { operationId, summary, audit } = told;
  app.withTypeProvider<ZodTypeProvider>().post(
    `/offers/:id/${answer}`,
    {
      config: { access: guardian, audit },
      schema: {
        tags,
        operationId,
        summary,
        params: z.strictObject({ id: idSchema }),
        response: { 204: z.null(), ...problems(401, 404, 409, 422, 503) },
      },
    },
    async (request, reply) => {
      await tenant.commandFamily(request, async (tx, context) => {
        const { claims, nothingDone } = context;
        const { id: bookingId } = request.params;
        const now = clock.now();
        const command = { claims, bookingId, answer, now, audit: context.audit };
        const result = await answerOffer(tx, command);
        if (result.kind === 'notFound') throw notFound();
        if (result.kind === 'refused') throw offerProblem(result);
        if (result.kind === 'repeated') nothingDone();
      });
      return reply.status(204).send(null);
    },
  );
}
