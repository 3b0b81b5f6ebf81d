import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { guardian } from '../../platform/auth/actor.ts';
import { problems } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { pageOf, toFamilyEntry } from './history-entries.ts';
import { askFamilyHistory } from './history.queries.ts';
import { familyHistorySchema, historyQuerySchema } from './history.schemas.ts';

const entriesPerPage = 20;

/** « Historique »: what happened to the household's bookings, and who did it. */
export function historyRoutes(app: FastifyInstance, { tenant }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/history',
    {
      config: { access: guardian },
      schema: {
        tags: ['family'],
        operationId: 'getHistory',
        summary: "Confirmations and single changes of the household's bookings, newest first",
        querystring: historyQuerySchema,
        response: { 200: familyHistorySchema, ...problems(401, 422) },
      },
    },
    async (request) => {
      const page = { after: request.query.after ?? null, limit: entriesPerPage + 1 };
      const [rows] = await tenant.readFamily(request, (ask, claims) => [
        askFamilyHistory(ask, claims.organisationId, claims.householdId, page),
      ]);
      const accountId = request.claims?.accountId ?? null;
      return pageOf(rows, entriesPerPage, (row) => toFamilyEntry(row, accountId));
    },
  );
}
