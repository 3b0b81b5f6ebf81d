import { type Day, day, daysBetween, isDay } from '@preau/domain/time/day';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { guardian } from '../../platform/auth/actor.ts';
import { askTogether } from '../../platform/db/together.ts';
import { builtByHand } from '../../platform/http/built-by-hand.ts';
import { notFound, Problem, problems } from '../../platform/http/problem.ts';
import { idSchema } from '../../platform/http/wire.ts';
import { idempotencyHeaders, keyedRequest, lostTheRace } from '../../platform/idempotency.ts';
import type { Services } from '../../platform/services.ts';
import { confirmProblem, draftProblem, problemOf } from './bookings.errors.ts';
import {
  cartChangesSchema,
  cartSchema,
  confirmationSchema,
  confirmCartSchema,
  planningQuerySchema,
  planningSchema,
} from './bookings.schemas.ts';
import { buildPlanning } from './build-planning.ts';
import { askCart, askReceipt } from './cart.queries.ts';
import type { DraftChange } from './draft-change.ts';
import { askPlanning, askQuotients } from './planning.queries.ts';
import { quoteCart } from './quote-cart.ts';
import { askAllVersions, compiledRules } from './rules.ts';
import { changeCart } from './use-cases/change-cart.ts';
import { confirmCart } from './use-cases/confirm-cart.ts';

/** A month as a calendar shows it, whole weeks included. */
const longestRangeDays = 42;
const tags = ['family'];
const noAudit = { none: 'a draft changes nothing but itself' };

export function bookingsFamilyRoutes(app: FastifyInstance, services: Services): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const { tenant, clock, database } = services;

  routes.get(
    '/planning',
    {
      ...builtByHand(services.mode),
      config: { access: guardian },
      schema: {
        tags,
        operationId: 'getPlanning',
        querystring: planningQuerySchema,
        response: { 200: planningSchema, ...problems(401, 422) },
      },
    },
    async (request) => {
      const { from, until } = rangeOf(request.query);
      const [page, versions] = await tenant.readFamily(
        request,
        (ask, { organisationId, householdId }) =>
          askTogether(ask, (gather) => [
            askPlanning(gather, organisationId, householdId, from, until),
            askAllVersions(gather, organisationId),
          ]),
      );
      const rules = await compiledRules(database, organisationOf(request), versions);
      const reglementOn = (on: Day) => rules(on).reglement;
      return buildPlanning({ ...page, reglementOn }, from, until, clock.now());
    },
  );

  routes.get(
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

  const change = async (
    request: Parameters<typeof tenant.commandFamily>[0],
    changes: readonly DraftChange[] | 'clear',
  ) => {
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
      const attempt = () =>
        tenant.commandFamily(request, async (tx, { claims, audit, nothingDone }) => {
          const result = await confirmCart(tx, {
            claims,
            request: keyedRequest(claims, request.headers['idempotency-key'], request.body),
            revision: request.body.revision,
            now: clock.now(),
            audit,
          });
          if (result.kind === 'refused') throw problemOf(result.code);
          if (result.kind === 'confirmed') return result.confirmation;
          nothingDone();
          return confirmationSchema.parse(result.answer);
        });
      try {
        return await attempt();
      } catch (error) {
        if (lostTheRace(error)) return attempt();
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

function rangeOf(query: { from: string; until: string }): { from: Day; until: Day } {
  const { from, until } = query;
  if (!isDay(from) || !isDay(until)) throw invalidRange('/querystring', 'Not a calendar day');
  const length = daysBetween(from, until);
  if (length < 0) throw invalidRange('/querystring/until', 'The range ends before it starts');
  if (length >= longestRangeDays) {
    throw invalidRange('/querystring/until', `At most ${longestRangeDays} days`);
  }
  return { from: day(from), until: day(until) };
}

function invalidRange(pointer: string, message: string): Problem {
  return new Problem(422, 'invalid', 'The request has the wrong shape', {
    errors: [{ pointer, code: 'range', message }],
  });
}

function organisationOf(request: { claims: { organisationId: string } | null }): string {
  if (!request.claims) throw new Error('Read before the session was checked');
  return request.claims.organisationId;
}
