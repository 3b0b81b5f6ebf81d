import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { guardian } from '../../platform/auth/actor.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { idSchema } from '../../platform/http/wire.ts';
import { idempotencyHeaders, keyedRequest, lostTheRace } from '../../platform/idempotency.ts';
import type { Services } from '../../platform/services.ts';
import { confirmProblem, problemOf } from './bookings.errors.ts';
import { confirmationSchema, confirmCartSchema } from './bookings.schemas.ts';
import { askReceipt } from './cart.queries.ts';
import { type Confirmation, confirmCart } from './use-cases/confirm-cart.ts';

const tags = ['family'];

/** Validating the cart, and the receipt it leaves. */
export function confirmationRoutes(app: FastifyInstance, services: Services): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const { tenant, clock } = services;

  routes.post(
    '/cart/confirm',
    {
      config: { access: guardian, audit: 'cart.confirmed' },
      schema: {
        tags,
        operationId: 'confirmCart',
        headers: idempotencyHeaders,
        body: confirmCartSchema,
        response: { 200: confirmationSchema, ...problems(401, 409, 422, 503) },
      },
    },
    async (request) => {
      const attempt = (lapseFirst: boolean) =>
        tenant.commandFamily(request, async (tx, { claims, audit, nothingDone }) => {
          const result = await confirmCart(tx, {
            claims,
            request: keyedRequest(claims, request.headers['idempotency-key'], request.body),
            revision: request.body.revision,
            now: clock.now(),
            audit,
            lapseFirst,
          });
          if (result.kind === 'refused') throw problemOf(result.code);
          if (result.kind === 'confirmed') return result.confirmation;
          nothingDone();
          if (result.kind === 'offersOver') return undefined;
          return confirmationSchema.parse(result.answer);
        });
      try {
        return await confirmed(attempt);
      } catch (error) {
        if (lostTheRace(error)) return confirmed(attempt);
        throw confirmProblem(error);
      }
    },
  );

  routes.get(
    '/confirmations/:id',
    {
      config: { access: guardian },
      schema: {
        tags,
        operationId: 'getConfirmation',
        params: z.strictObject({ id: idSchema }),
        response: { 200: confirmationSchema, ...problems(401, 404) },
      },
    },
    async (request) => {
      const [[kept]] = await tenant.readFamily(request, (ask, { organisationId, householdId }) => [
        askReceipt(ask, organisationId, householdId, request.params.id),
      ]);
      if (!kept) throw notFound();
      return confirmationSchema.parse(kept.result);
    },
  );
}

/** Tried again once, offers whose term is over taken back first, where such an offer is in the way. */
async function confirmed(
  attempt: (lapseFirst: boolean) => Promise<Confirmation | undefined>,
): Promise<Confirmation> {
  const confirmation = (await attempt(false)) ?? (await attempt(true));
  if (!confirmation) throw new Error('Offers that are over are taken back before deciding');
  return confirmation;
}
