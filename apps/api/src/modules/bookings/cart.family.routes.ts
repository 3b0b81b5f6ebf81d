import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { guardian } from '../../platform/auth/actor.ts';
import { askTogether } from '../../platform/db/together.ts';
import { problems } from '../../platform/http/problem.ts';
import { organisationOf } from '../../platform/http/tenant.ts';
import type { Services } from '../../platform/services.ts';
import { draftProblem } from './bookings.errors.ts';
import { cartChangesSchema, cartSchema } from './bookings.schemas.ts';
import { askCart } from './cart.queries.ts';
import type { DraftChange } from './draft-change.ts';
import { askQuotients } from './planning.queries.ts';
import { quoteCart } from './quote-cart.ts';
import { askAllVersions, compiledRules } from './rules.ts';
import { changeCart } from './use-cases/change-cart.ts';

const tags = ['family'];
const noAudit = { none: 'a draft changes nothing but itself' };

/** The draft of the household with its quote, and the gestures that change it. */
export function cartRoutes(app: FastifyInstance, services: Services): void {
  readCartRoute(app, services);
  changeCartRoutes(app, services);
}

function readCartRoute(app: FastifyInstance, { tenant, clock, database }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/cart',
    {
      config: { access: guardian },
      schema: { tags, operationId: 'getCart', response: { 200: cartSchema, ...problems(401) } },
    },
    async (request) => {
      const [[head], rows, places, quotients, versions] = await tenant.readFamily(
        request,
        (ask, { organisationId, householdId }) =>
          askTogether(ask, (gather) => [
            ...askCart(gather, organisationId, householdId),
            askQuotients(gather, organisationId, householdId),
            askAllVersions(gather, organisationId),
          ]),
      );
      const reglementOn = await compiledRules(database, organisationOf(request), versions);
      return quoteCart({ head, rows, places, quotients, reglementOn }, clock.now());
    },
  );
}

function changeCartRoutes(app: FastifyInstance, { tenant, clock }: Services): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const change = async (request: FastifyRequest, changes: readonly DraftChange[] | 'clear') => {
    try {
      return await tenant.commandFamily(request, (tx, { claims }) =>
        changeCart(tx, { claims, changes, now: clock.now() }),
      );
    } catch (error) {
      throw draftProblem(error);
    }
  };

  routes.put(
    '/cart',
    {
      config: { access: guardian, audit: noAudit },
      schema: {
        tags,
        operationId: 'changeCart',
        body: cartChangesSchema,
        response: { 200: cartSchema, ...problems(401, 404, 422) },
      },
    },
    (request) => change(request, request.body.changes),
  );

  routes.delete(
    '/cart',
    {
      config: { access: guardian, audit: noAudit },
      schema: { tags, operationId: 'clearCart', response: { 200: cartSchema, ...problems(401) } },
    },
    (request) => change(request, 'clear'),
  );
}
