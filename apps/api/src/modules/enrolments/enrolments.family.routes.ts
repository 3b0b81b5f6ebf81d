import { schoolYearsFrom } from '@preau/domain/enrolments/school-year';
import { localDayOf, toIso } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { guardian } from '../../platform/auth/actor.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { organisationOf } from '../../platform/http/tenant.ts';
import { idSchema } from '../../platform/http/wire.ts';
import type { Services } from '../../platform/services.ts';
import { getOrganisation } from '../organisations/organisations.public.ts';
import { askAllVersions, compiledRules } from '../reglements/reglements.public.ts';
import { buildFamilyEnrolments } from './build-family-enrolments.ts';
import { requestProblem } from './enrolments.errors.ts';
import { askHouseholdEnrolments, askWelcomes } from './enrolments.queries.ts';
import { expectedDocumentsRoute } from './expected-documents.family.routes.ts';
import {
  askedEnrolmentsSchema,
  askEnrolmentsSchema,
  familyEnrolmentsQuerySchema,
  familyEnrolmentsSchema,
} from './family-enrolments.schemas.ts';
import { askEnrolledChildren, askGivenDocuments } from './household-facts.queries.ts';
import { askEnrolments } from './use-cases/ask-enrolments.ts';
import { withdrawEnrolment } from './use-cases/withdraw-enrolment.ts';
import { reglementOfYear } from './year-rules.ts';

const tags = ['family'];

/** « Mes inscriptions »: what children are enrolled in, asked for by their parents, once a year. */
export function enrolmentsFamilyRoutes(app: FastifyInstance, services: Services): void {
  listRoute(app, services);
  askRoute(app, services);
  withdrawRoute(app, services);
  expectedDocumentsRoute(app, services);
}

function listRoute(app: FastifyInstance, { tenant, clock, database }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/enrolments',
    {
      config: { access: guardian },
      schema: {
        operationId: 'listEnrolments',
        tags,
        summary: 'What each child is enrolled in or asked for, and what may be asked for',
        querystring: familyEnrolmentsQuerySchema,
        response: { 200: familyEnrolmentsSchema, ...problems(401, 403, 422) },
      },
    },
    async (request) => {
      const [organisation, children, activities, enrolments, given, versions] =
        await tenant.readFamily(request, (ask, { organisationId, householdId }) => [
          getOrganisation(ask, organisationId),
          askEnrolledChildren(ask, organisationId, householdId),
          askWelcomes(ask, organisationId, null),
          askHouseholdEnrolments(ask, organisationId, householdId, null),
          askGivenDocuments(ask, organisationId, householdId),
          askAllVersions(ask, organisationId),
        ]);
      await compiledRules(database, organisationOf(request), versions);
      const now = clock.now();
      const { timeZone } = organisation.settings;
      const current = schoolYearsFrom(now, timeZone, 2);
      const schoolYear = request.query.schoolYear ?? current[0] ?? '';
      const years = new Set([...current, ...enrolments.map((one) => one.schoolYear)]);
      const reglement = reglementOfYear(versions, schoolYear, localDayOf(now, timeZone));
      const facts = { schoolYear, children, activities, enrolments, given, reglement };
      return {
        schoolYears: [...years].toSorted(),
        schoolYear,
        children: buildFamilyEnrolments(facts, now),
      };
    },
  );
}

function askRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/enrolments',
    {
      config: { access: guardian, audit: 'enrolment.requested' },
      schema: {
        operationId: 'askEnrolments',
        tags,
        summary: 'Ask that a child be enrolled; asking again for what is asked changes nothing',
        body: askEnrolmentsSchema,
        response: { 200: askedEnrolmentsSchema, ...problems(401, 403, 404, 409, 422, 503) },
      },
    },
    async (request) => {
      const results = await tenant.commandFamily(
        request,
        async (tx, { claims, audit, nothingDone }) => {
          const outcome = await askEnrolments(tx, { claims, ...request.body, now: clock.now() });
          if (outcome.kind === 'refused') throw requestProblem[outcome.code]();
          const { written } = outcome;
          if (written.length === 0) nothingDone();
          const { childId, schoolYear } = request.body;
          for (const { enrolmentId, activityId } of written) {
            const detail = { childId, activityId, schoolYear };
            audit(tx, { objectKind: 'enrolment', objectId: enrolmentId, detail });
          }
          return outcome.results;
        },
      );
      return {
        results: results.map(({ dueAt, reasons, ...rest }) => ({
          ...rest,
          dueAt: dueAt === null ? null : toIso(dueAt),
          reasons: [...reasons],
        })),
      };
    },
  );
}

function withdrawRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/enrolments/:id/withdraw',
    {
      config: { access: guardian, audit: 'enrolment.withdrawn' },
      schema: {
        operationId: 'withdrawEnrolment',
        tags,
        summary: 'Take back a request for an enrolment; twice is once',
        params: z.strictObject({ id: idSchema }),
        response: { 204: z.null(), ...problems(401, 403, 404, 409, 422, 503) },
      },
    },
    async (request, reply) => {
      await tenant.commandFamily(request, async (tx, { claims, audit, nothingDone }) => {
        const { id } = request.params;
        const result = await withdrawEnrolment(tx, id, claims, clock.now());
        if (result.kind === 'notFound') throw notFound();
        if (result.kind === 'refused') throw requestProblem[result.code]();
        if (result.kind === 'repeated') nothingDone();
        else audit(tx, { objectKind: 'enrolment', objectId: id });
      });
      return reply.status(204).send(null);
    },
  );
}
