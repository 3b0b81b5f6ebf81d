import { schoolYearOf } from '@preau/domain/time/day';
import { type Instant, localDayOf } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { staff } from '../../platform/auth/actor.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { idSchema } from '../../platform/http/wire.ts';
import type { Services } from '../../platform/services.ts';
import { getOrganisation } from '../organisations/organisations.public.ts';
import { enrolmentProblem } from './enrolments.errors.ts';
import {
  askAgeGroups,
  askHouseholdEnrolments,
  askWelcomes,
  isHousehold,
} from './enrolments.queries.ts';
import { enrolChildSchema, householdEnrolmentsSchema } from './enrolments.schemas.ts';
import { enrolChild } from './use-cases/enrol-child.ts';

const access = staff('administrator', 'office');
const params = z.strictObject({ id: idSchema });

/** What children are enrolled in, for the office. */
export function enrolmentsStaffRoutes(app: FastifyInstance, { tenant, clock }: Services): void {
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
        activities: welcomes.map((one) => ({ ...one, ageGroups: [...one.ageGroups] })),
        items: enrolments.filter(({ schoolYear }) => schoolYears.includes(schoolYear)),
      };
    },
  );
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
      await tenant.commandStaff(request, async (tx, { audit }) => {
        const { id } = request.params;
        const refusal = await enrolChild(tx, id, request.body);
        if (refusal !== null) throw enrolmentProblem[refusal]();
        audit(tx, { objectKind: 'child', objectId: id, detail: request.body });
      });
      return reply.status(204).send(null);
    },
  );
}

/** The school year of a moment and those after it. */
function schoolYearsFrom(now: Instant, timeZone: string, count: number): string[] {
  const first = Number(schoolYearOf(localDayOf(now, timeZone)).slice(0, 4));
  return Array.from({ length: count }, (_, at) => `${first + at}-${first + at + 1}`);
}
