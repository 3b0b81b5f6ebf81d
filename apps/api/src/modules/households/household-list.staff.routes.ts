import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { staff } from '../../platform/auth/actor.ts';
import { problems } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { askHouseholdCounts, askHouseholds } from './household-list.queries.ts';
import {
  householdCountsSchema,
  householdsQuerySchema,
  householdsSchema,
} from './households.staff.schemas.ts';

const householdsPerPage = 40;
const access = staff('administrator', 'office');

/** « Familles »: search as one types, and what is left to do. */
export function householdListRoutes(app: FastifyInstance, { tenant, clock }: Services): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.get(
    '/households',
    {
      config: { access },
      schema: {
        operationId: 'listHouseholds',
        tags: ['staff'],
        summary: 'Households by name, those that every word typed leads to',
        querystring: householdsQuerySchema,
        response: { 200: householdsSchema, ...problems(401, 403, 422) },
      },
    },
    async (request) => {
      const { q = '', filter = null, after = null } = request.query;
      const search = { typed: q, filter, after, limit: householdsPerPage + 1 };
      const [rows] = await tenant.readStaff(request, (ask, { organisationId }) => [
        askHouseholds(ask, organisationId, search, clock.now()),
      ]);
      const items = rows.slice(0, householdsPerPage).map((row) => ({
        ...row,
        guardians: [...row.guardians],
        children: [...row.children],
      }));
      const last = items.at(-1);
      return { items, next: rows.length > householdsPerPage && last ? last.id : null };
    },
  );
  routes.get(
    '/households/counts',
    {
      config: { access },
      schema: {
        operationId: 'countHouseholds',
        tags: ['staff'],
        summary: 'How many households are in each state',
        response: { 200: householdCountsSchema, ...problems(401, 403) },
      },
    },
    async (request) => {
      const [counts] = await tenant.readStaff(request, (ask, { organisationId }) => [
        askHouseholdCounts(ask, organisationId, clock.now()),
      ]);
      return counts;
    },
  );
}
