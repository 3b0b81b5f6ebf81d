import { schoolYearsFrom } from '@preau/domain/enrolments/school-year';
import { answersTo } from '@preau/domain/enrolments/states';
import { type Instant, toIso } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { staff } from '../../platform/auth/actor.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { idSchema } from '../../platform/http/wire.ts';
import type { Services } from '../../platform/services.ts';
import { getOrganisation } from '../organisations/organisations.public.ts';
import { documentRulesRoute } from './document-rules.staff.routes.ts';
import { enrolmentRequestsRoutes } from './enrolment-requests.staff.routes.ts';
import { enrolmentProblem } from './enrolments.errors.ts';
import {
  askAgeGroups,
  askHouseholdEnrolments,
  askWelcomes,
  type Enrolment,
  isHousehold,
} from './enrolments.queries.ts';
import { enrolChildSchema, householdEnrolmentsSchema } from './enrolments.schemas.ts';
import { enrolChild } from './use-cases/enrol-child.ts';

const access = staff('administrator', 'office');
const params = z.strictObject({ id: idSchema });

/** What children are enrolled in, or asked to be, for the office. */
export function enrolmentsStaffRoutes(app: FastifyInstance, services: Services): void {
  householdRoute(app, services);
  enrolRoute(app, services);
  enrolmentRequestsRoutes(app, services);
  documentRulesRoute(app, services);
}

function householdRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.get(
    '/households/:id/enrolments',
    {
      config: { access },
      schema: {
        operationId: 'listHouseholdEnrolments',
        tags: ['staff'],
        summary: 'What the children of a household are enrolled in, and what they could be',
        params,
        response: { 200: householdEnrolmentsSchema, ...problems(401, 403, 404, 422) },
      },
    },
    async (request) => {
      const { id } = request.params;
      // The year changes on 1 September everywhere: both years asked for hold it at any hour.
      const now = clock.now();
      const [known, organisation, ageGroups, welcomes, enrolments] = await tenant.readStaff(
        request,
        (ask, { organisationId }) => [
          isHousehold(ask, organisationId, id),
          getOrganisation(ask, organisationId),
          askAgeGroups(ask, organisationId),
          askWelcomes(ask, organisationId, null),
          askHouseholdEnrolments(ask, organisationId, id, schoolYearsFrom(now, 'UTC', 3)),
        ],
      );
      if (!known) throw notFound();
      const schoolYears = schoolYearsFrom(now, organisation.settings.timeZone, 2);
      return {
        schoolYears,
        ageGroups,
        activities: welcomes.map(({ code: _code, ...one }) => ({
          ...one,
          ageGroups: [...one.ageGroups],
        })),
        items: enrolments
          .filter(({ schoolYear }) => schoolYears.includes(schoolYear))
          .map(enrolmentToWire),
      };
    },
  );
}

function enrolRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.post(
    '/children/:id/enrolments',
    {
      config: { access, audit: 'child.enrolled' },
      schema: {
        operationId: 'enrolChild',
        tags: ['staff'],
        summary: 'Accept a child in activities; what it was enrolled in before stays',
        params,
        body: enrolChildSchema,
        response: { 204: z.null(), ...problems(401, 403, 404, 409, 422, 503) },
      },
    },
    async (request, reply) => {
      await tenant.commandStaff(request, async (tx, { claims, audit }) => {
        const { id } = request.params;
        const enrolling = { ...request.body, by: claims.accountId, now: clock.now() };
        const refusal = await enrolChild(tx, id, enrolling);
        if (refusal !== null) throw enrolmentProblem[refusal]();
        audit(tx, { objectKind: 'child', objectId: id, detail: request.body });
      });
      return reply.status(204).send(null);
    },
  );
}

function enrolmentToWire(enrolment: Enrolment) {
  const { requestedAt, answerDueAt, decidedAt, ...rest } = enrolment;
  return {
    ...rest,
    requestedAt: isoOf(requestedAt),
    answerDueAt: isoOf(answerDueAt),
    decidedAt: isoOf(decidedAt),
    answers: [...answersTo(enrolment.state)],
  };
}

const isoOf = (at: Instant | null) => (at === null ? null : toIso(at));
