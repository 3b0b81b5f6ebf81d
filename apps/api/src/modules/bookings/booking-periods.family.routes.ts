import { addDays, day, schoolYearOf } from '@preau/domain/time/day';
import { localDayOf } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { guardian } from '../../platform/auth/actor.ts';
import { askTogether } from '../../platform/db/together.ts';
import { problems } from '../../platform/http/problem.ts';
import { organisationOf } from '../../platform/http/tenant.ts';
import type { Services } from '../../platform/services.ts';
import { sessionCalendar } from '../activities/activities.public.ts';
import { findReglementOn } from '../reglements/reglements.public.ts';
import { bookingPeriods } from './booking-periods.ts';
import { askPeriodsPage } from './booking-periods.queries.ts';
import { bookingPeriodsSchema } from './booking-periods.schemas.ts';
import { askAllVersions, compiledRules } from './rules.ts';

/** When families may book what: the periods of the règlement, open, to come or over. */
export function bookingPeriodsRoutes(app: FastifyInstance, services: Services): void {
  const { tenant, clock, database } = services;
  app.withTypeProvider<ZodTypeProvider>().get(
    '/booking-periods',
    {
      config: { access: guardian },
      schema: {
        tags: ['family'],
        operationId: 'listBookingPeriods',
        summary: 'The periods to book in, of what the children of the household are enrolled in',
        response: { 200: bookingPeriodsSchema, ...problems(401) },
      },
    },
    async (request) => {
      const now = clock.now();
      // The zone is not known yet: somewhere it is still the day before, and what is over is left out.
      const from = addDays(localDayOf(now, 'UTC'), -1);
      const until = day(`${Number(schoolYearOf(from).slice(5)) + 1}-08-31`);
      const [page, versions] = await tenant.readFamily(
        request,
        (ask, { organisationId, householdId }) =>
          askTogether(ask, (gather) => [
            askPeriodsPage(gather, organisationId, householdId, from, until),
            askAllVersions(gather, organisationId),
          ]),
      );
      const organisationId = organisationOf(request);
      await compiledRules(database, organisationId, versions);
      const calendar = await sessionCalendar(database, organisationId, page.calendarRevision);
      const reglementOn = (on: typeof from) => findReglementOn(versions, on)?.reglement;
      return bookingPeriods({ ...page, calendar, reglementOn }, from, now);
    },
  );
}
