import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { staff } from '../../platform/auth/actor.ts';
import { problems } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { findExpectedChildren } from './attendance.queries.ts';
import { todayQuerySchema, todaySchema } from './attendance.schemas.ts';
import { toExpectedList } from './expected-list.ts';

/** « Aujourd'hui »: the children the staff waits for. */
export function attendanceStaffRoutes(app: FastifyInstance, services: Services): void {
  const { tenant, clock, sealer } = services;
  app.withTypeProvider<ZodTypeProvider>().get(
    '/today',
    {
      config: { access: staff('administrator', 'office', 'attendant') },
      schema: {
        operationId: 'staffGetToday',
        tags: ['staff'],
        summary: 'Children expected on a day, by facility, activity and unit',
        querystring: todayQuerySchema,
        response: { 200: todaySchema, ...problems(401, 403, 422) },
      },
    },
    async (request) => {
      const [rows] = await tenant.readStaff(request, (ask, claims) => [
        findExpectedChildren(ask, claims, request.query.on ?? null, clock.now()),
      ]);
      const [first] = rows;
      if (!first) throw new Error('The day asked for is always answered');
      return { on: first.held_on, facilities: toExpectedList(rows, sealer) };
    },
  );
}
