import { type Day, day, daysBetween, isDay } from '@preau/domain/time/day';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { guardian } from '../../platform/auth/actor.ts';
import { askTogether } from '../../platform/db/together.ts';
import { builtByHand } from '../../platform/http/built-by-hand.ts';
import { Problem, problems } from '../../platform/http/problem.ts';
import { organisationOf } from '../../platform/http/tenant.ts';
import type { Services } from '../../platform/services.ts';
import { sessionCalendar } from '../activities/activities.public.ts';
import { planningQuerySchema, planningSchema } from './bookings.schemas.ts';
import { buildPlanning } from './build-planning.ts';
import { askPlanning } from './planning.queries.ts';
import { askAllVersions, compiledRules } from './rules.ts';

/** A month as a calendar shows it, whole weeks included. */
const longestRangeDays = 42;

/** The planning of the household: what each cell is, what the next gesture meets and costs. */
export function planningRoutes(app: FastifyInstance, services: Services): void {
  const { tenant, clock, database } = services;
  app.withTypeProvider<ZodTypeProvider>().get(
    '/planning',
    {
      ...builtByHand(services.mode),
      config: { access: guardian },
      schema: {
        tags: ['family'],
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
      const organisationId = organisationOf(request);
      const rules = await compiledRules(database, organisationId, versions);
      const calendar = await sessionCalendar(database, organisationId, page.calendarRevision);
      const reglementOn = (on: Day) => rules(on).reglement;
      return buildPlanning(
        { ...page, calendar, reglementOn, range: [from, until], channel: 'online' },
        clock.now(),
      );
    },
  );
}

/** A range of days as a planning is asked for. @throws Problem 422 `range` when it is none. */
export function rangeOf(query: { from: string; until: string }): { from: Day; until: Day } {
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
