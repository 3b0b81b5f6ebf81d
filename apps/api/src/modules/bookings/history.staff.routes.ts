import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { staff } from '../../platform/auth/actor.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { idSchema } from '../../platform/http/wire.ts';
import type { Services } from '../../platform/services.ts';
import { pageOf, toBookingHistory, toHouseholdEntry } from './history-entries.ts';
import { askBookingHistory, askHouseholdHistory } from './history.queries.ts';
import {
  bookingHistorySchema,
  historyQuerySchema,
  householdHistorySchema,
} from './history.schemas.ts';
import { askHousehold } from './staff-booking.queries.ts';

const entriesPerPage = 20;
const access = staff('administrator', 'office');
const tags = ['staff'];
const params = z.strictObject({ id: idSchema });

/** What the office reads when a parent asks « pourquoi ? ». */
export function staffHistoryRoutes(app: FastifyInstance, { tenant }: Services): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.get(
    '/bookings/:id/history',
    {
      config: { access },
      schema: {
        operationId: 'staffGetBookingHistory',
        tags,
        summary: 'The life of a booking: who, when, which rule, which price',
        params,
        response: { 200: bookingHistorySchema, ...problems(401, 403, 404, 422) },
      },
    },
    async (request) => {
      const [[booking], steps] = await tenant.readStaff(request, (ask, { organisationId }) =>
        askBookingHistory(ask, organisationId, request.params.id),
      );
      if (!booking) throw notFound();
      return toBookingHistory(booking, steps);
    },
  );

  routes.get(
    '/households/:id/history',
    {
      config: { access },
      schema: {
        operationId: 'staffGetHouseholdHistory',
        tags,
        summary: "What happened to a household's bookings, newest first",
        params,
        querystring: historyQuerySchema,
        response: { 200: householdHistorySchema, ...problems(401, 403, 404, 422) },
      },
    },
    async (request) => {
      const { id } = request.params;
      const page = { after: request.query.after ?? null, limit: entriesPerPage + 1 };
      const [[household], rows] = await tenant.readStaff(request, (ask, { organisationId }) => [
        askHousehold(ask, organisationId, id),
        askHouseholdHistory(ask, organisationId, id, page),
      ]);
      if (!household) throw notFound();
      return pageOf(rows, entriesPerPage, toHouseholdEntry);
    },
  );
}
