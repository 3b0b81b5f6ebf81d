import type { Day } from '@preau/domain/time/day';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { staff } from '../../platform/auth/actor.ts';
import { askTogether } from '../../platform/db/together.ts';
import { builtByHand } from '../../platform/http/built-by-hand.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { organisationOf } from '../../platform/http/tenant.ts';
import { idSchema } from '../../platform/http/wire.ts';
import type { Services } from '../../platform/services.ts';
import { sessionCalendar } from '../activities/activities.public.ts';
import { planningQuerySchema } from './bookings.schemas.ts';
import { rangeOf } from './planning.family.routes.ts';
import { askPlanning } from './planning.queries.ts';
import { askAllVersions, compiledRules } from './rules.ts';
import { askHousehold } from './staff-booking.queries.ts';
import { staffPlanningSchema } from './staff-booking.schemas.ts';
import { buildStaffPlanning } from './staff-planning.ts';

/** The planning of a household, for the office. */
export function staffPlanningRoutes(app: FastifyInstance, services: Services): void {
  const { tenant, clock, database, mode } = services;
  app.withTypeProvider<ZodTypeProvider>().get(
    '/households/:id/planning',
    {
      ...builtByHand(mode),
      config: { access: staff('administrator', 'office') },
      schema: {
        tags: ['staff'],
        operationId: 'staffGetPlanning',
        summary: "A household's planning with what the staff can do, and the booking of each cell",
        params: z.strictObject({ id: idSchema }),
        querystring: planningQuerySchema,
        response: { 200: staffPlanningSchema, ...problems(401, 403, 404, 422) },
      },
    },
    async (request) => {
      const { from, until } = rangeOf(request.query);
      const { id } = request.params;
      const [[household], page, versions] = await tenant.readStaff(
        request,
        (ask, { organisationId }) =>
          askTogether(ask, (gather) => [
            askHousehold(gather, organisationId, id),
            askPlanning(gather, organisationId, id, from, until),
            askAllVersions(gather, organisationId),
          ]),
      );
      if (!household) throw notFound();
      const organisationId = organisationOf(request);
      const rules = await compiledRules(database, organisationId, versions);
      const calendar = await sessionCalendar(database, organisationId, page.calendarRevision);
      const reglementOn = (on: Day) => rules(on).reglement;
      const facts = { ...page, calendar, reglementOn, range: [from, until] } as const;
      return buildStaffPlanning(facts, clock.now());
    },
  );
}
