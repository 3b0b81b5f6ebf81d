import type { Closure } from '@preau/domain/calendar/calendar';
import { day, daysBetween, isDay, schoolYearOf } from '@preau/domain/time/day';
import { localDayOf } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { staff } from '../../platform/auth/actor.ts';
import { notFound, Problem, problems } from '../../platform/http/problem.ts';
import { organisationOf } from '../../platform/http/tenant.ts';
import { idSchema } from '../../platform/http/wire.ts';
import { idempotencyHeaders, keyedRequest, lostTheRace } from '../../platform/idempotency.ts';
import type { Services } from '../../platform/services.ts';
import { getOrganisation } from '../organisations/organisations.public.ts';
import { findReglementOn } from '../reglements/reglements.public.ts';
import { confirmProblem } from './bookings.errors.ts';
import { closureCalendar, daysOfSchoolYear } from './closure-calendar.ts';
import { closeBookings } from './closure-impact.ts';
import { closureProblem } from './closures.errors.ts';
import {
  askClosingBookings,
  askClosingSessions,
  askClosures,
  isScopeKnown,
} from './closures.queries.ts';
import {
  closureAppliedSchema,
  closureCalendarSchema,
  closureImpactSchema,
  closureRemovedSchema,
  declareClosureSchema,
  previewClosureSchema,
  schoolYearQuerySchema,
} from './closures.schemas.ts';
import { askOfferedUnits } from './occupancy.queries.ts';
import { askAllVersions, compiledRules } from './rules.ts';
import { closeDays } from './use-cases/close-days.ts';
import { removeClosure } from './use-cases/remove-closure.ts';

const access = staff('administrator', 'office');
const tags = ['staff'];

/** A school year at most. */
const longestClosureDays = 366;

/** « Calendrier »: days on which the service does not take place. */
export function closuresRoutes(app: FastifyInstance, services: Services): void {
  listRoute(app, services);
  previewRoute(app, services);
  declareRoute(app, services);
  removeRoute(app, services);
}

function listRoute(app: FastifyInstance, { tenant, clock, database }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/closures',
    {
      config: { access },
      schema: {
        operationId: 'listClosures',
        tags,
        summary: 'Closures, public and school holidays of a school year',
        querystring: schoolYearQuerySchema,
        response: { 200: closureCalendarSchema, ...problems(401, 403, 422) },
      },
    },
    async (request) => {
      const now = clock.now();
      const [{ settings }, units, versions] = await tenant.readStaff(
        request,
        (ask, { organisationId }) => [
          getOrganisation(ask, organisationId),
          askOfferedUnits(ask, organisationId),
          askAllVersions(ask, organisationId),
        ],
      );
      const today = localDayOf(now, settings.timeZone);
      const schoolYear = request.query.schoolYear ?? schoolYearOf(today);
      const [from, until] = daysOfSchoolYear(existingYear(schoolYear));
      const [closures] = await tenant.readStaff(request, (ask, { organisationId }) => [
        askClosures(ask, organisationId, from, until),
      ]);
      await compiledRules(database, organisationOf(request), versions);
      const document = findReglementOn(versions, today)?.reglement.document ?? null;
      return closureCalendar({ schoolYear, today, closures, units, document });
    },
  );
}

function previewRoute(app: FastifyInstance, { tenant, database }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/closures/preview',
    {
      config: { access, audit: { none: 'a preview writes nothing' } },
      schema: {
        operationId: 'previewClosure',
        tags,
        summary: 'What closing days would cancel and credit; writes nothing',
        body: previewClosureSchema,
        response: { 200: closureImpactSchema, ...problems(401, 403, 404, 422) },
      },
    },
    async (request) => {
      const closure = closureOf(request.body);
      const [known, sessions, bookings, versions] = await tenant.readStaff(
        request,
        (ask, { organisationId }) => [
          isScopeKnown(ask, organisationId, closure),
          askClosingSessions(ask, organisationId, closure),
          askClosingBookings(ask, organisationId, closure),
          askAllVersions(ask, organisationId),
        ],
      );
      if (!known) throw notFound();
      const rules = await compiledRules(database, organisationOf(request), versions);
      return closeBookings(sessions, bookings, closure.label, rules).impact;
    },
  );
}

function declareRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/closures',
    {
      config: { access, audit: 'closure.declared' },
      schema: {
        operationId: 'declareClosure',
        tags,
        summary: 'Close days and cancel what was booked on them, as it was shown; parents are told',
        headers: idempotencyHeaders,
        body: declareClosureSchema,
        response: { 200: closureAppliedSchema, ...problems(401, 403, 404, 409, 422, 503) },
      },
    },
    async (request) => {
      const { fingerprint } = request.body;
      const closure = closureOf(request.body);
      const attempt = () =>
        tenant.commandStaff(request, async (tx, { claims, audit, nothingDone }) => {
          const key = keyedRequest(claims, request.headers['idempotency-key'], request.body);
          const command = { claims, closure, fingerprint, request: key, now: clock.now(), audit };
          const result = await closeDays(tx, command);
          if (result.kind === 'refused') throw closureProblem(result.code);
          if (result.kind === 'closed') return result.applied;
          nothingDone();
          return closureAppliedSchema.parse(result.answer);
        });
      try {
        return await attempt();
      } catch (error) {
        if (lostTheRace(error)) return attempt();
        throw confirmProblem(error);
      }
    },
  );
}

function removeRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().delete(
    '/closures/:id',
    {
      config: { access, audit: 'closure.removed' },
      schema: {
        operationId: 'removeClosure',
        tags,
        summary: 'Open closed days again before they come; bookings do not come back',
        params: z.strictObject({ id: idSchema }),
        response: { 200: closureRemovedSchema, ...problems(401, 403, 404, 409, 422, 503) },
      },
    },
    async (request) =>
      tenant.commandStaff(request, async (tx, { audit }) => {
        const { id } = request.params;
        const result = await removeClosure(tx, { id, now: clock.now(), audit });
        if (result.kind === 'refused') throw closureProblem(result.code);
        return { reopenedSessions: result.reopenedSessions };
      }),
  );
}

type Declared = z.infer<typeof previewClosureSchema>;

/** @throws Problem 422 where the days are none, end before they begin, or are too many. */
function closureOf({ facilityId, activityCode, from, until, label }: Declared): Closure {
  if (!isDay(from)) throw invalid('/body/from', 'Not a calendar day');
  if (!isDay(until)) throw invalid('/body/until', 'Not a calendar day');
  const length = daysBetween(day(from), day(until));
  if (length < 0) throw invalid('/body/until', 'It ends before it begins');
  if (length >= longestClosureDays) throw invalid('/body/until', 'A year at most');
  return { facilityId, activityCode, from, until, label };
}

/** @throws Problem 422 where the second year does not follow the first. */
function existingYear(schoolYear: string): string {
  const [first, last] = schoolYear.split('-').map(Number);
  if (first === undefined || last !== first + 1) {
    throw invalid('/querystring/schoolYear', 'Not a school year');
  }
  return schoolYear;
}

function invalid(pointer: string, message: string): Problem {
  return new Problem(422, 'invalid', 'The request has the wrong shape', {
    errors: [{ pointer, code: 'range', message }],
  });
}
