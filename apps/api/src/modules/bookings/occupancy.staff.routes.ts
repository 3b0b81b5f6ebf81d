import { type Day, day, isDay } from '@preau/domain/time/day';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { staff } from '../../platform/auth/actor.ts';
import { builtByHand } from '../../platform/http/built-by-hand.ts';
import { notFound, Problem, problems } from '../../platform/http/problem.ts';
import { organisationOf } from '../../platform/http/tenant.ts';
import type { Services } from '../../platform/services.ts';
import { findReglementOn } from '../reglements/reglements.public.ts';
import { occupancyDay } from './occupancy-day.ts';
import { askDayBookings, askDaySessions } from './occupancy-day.queries.ts';
import { occupancyGrid } from './occupancy-grid.ts';
import { askOccupancy, askOfferedUnits, askSummary } from './occupancy.queries.ts';
import {
  occupancyDayQuerySchema,
  occupancyDaySchema,
  occupancyQuerySchema,
  occupancySchema,
} from './occupancy.schemas.ts';
import { rangeOf } from './planning.family.routes.ts';
import { askAllVersions, compiledRules } from './rules.ts';

const access = staff('administrator', 'office');
const tags = ['staff'];

/** « Occupation »: places by unit and day, and what a day holds. */
export function occupancyRoutes(app: FastifyInstance, services: Services): void {
  gridRoute(app, services);
  dayRoute(app, services);
}

function gridRoute(app: FastifyInstance, { tenant, clock, database, mode }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/occupancy',
    {
      ...builtByHand(mode),
      config: { access },
      schema: {
        operationId: 'getOccupancy',
        tags,
        summary: 'Places taken and waited for, by unit and day, over at most 42 days',
        querystring: occupancyQuerySchema,
        response: { 200: occupancySchema, ...problems(401, 403, 404, 422) },
      },
    },
    async (request) => {
      const { facilityId = null } = request.query;
      const { from, until } = rangeOf(request.query);
      const [cells, units, [summary], versions] = await tenant.readStaff(
        request,
        (ask, { organisationId }) => [
          askOccupancy(ask, organisationId, { from, until, facilityId }),
          askOfferedUnits(ask, organisationId),
          askSummary(ask, organisationId, clock.now()),
          askAllVersions(ask, organisationId),
        ],
      );
      if (!summary) throw new Error('The present day is always answered');
      if (facilityId !== null && !units.some((unit) => unit.facility_id === facilityId)) {
        throw notFound();
      }
      await compiledRules(database, organisationOf(request), versions);
      return occupancyGrid({
        from,
        until,
        units,
        cells,
        summary,
        calendarOn: (on) => findReglementOn(versions, on)?.reglement.calendar ?? null,
      });
    },
  );
}

function dayRoute(app: FastifyInstance, { tenant, database }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/occupancy/day',
    {
      config: { access },
      schema: {
        operationId: 'getOccupancyDay',
        tags,
        summary: 'Who has a place in a unit on a day, and who waits for one',
        querystring: occupancyDayQuerySchema,
        response: { 200: occupancyDaySchema, ...problems(401, 403, 404, 422) },
      },
    },
    async (request) => {
      const { unitId } = request.query;
      const on = existingDay(request.query.on);
      const [sessions, bookings, versions] = await tenant.readStaff(
        request,
        (ask, { organisationId }) => [
          askDaySessions(ask, organisationId, unitId, on),
          askDayBookings(ask, organisationId, unitId, on),
          askAllVersions(ask, organisationId),
        ],
      );
      const [first] = sessions;
      if (!first) throw notFound();
      const rules = await compiledRules(database, organisationOf(request), versions);
      const list = rules(on).reglement.unit(first.unit)?.activity.waitingList;
      const told = occupancyDay(unitId, on, sessions, bookings, list ?? { kind: 'none' });
      if (!told) throw notFound();
      return told;
    },
  );
}

function existingDay(text: string): Day {
  if (isDay(text)) return day(text);
  const error = { pointer: '/querystring/on', code: 'day', message: 'Not a calendar day' };
  throw new Problem(422, 'invalid', 'The request has the wrong shape', { errors: [error] });
}
