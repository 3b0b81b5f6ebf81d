import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { schoolYearsFrom } from '@preau/domain/enrolments/school-year';
import { localDayOf } from '@preau/domain/time/instant';
import { guardian } from '../../platform/auth/actor.ts';
import { problems } from '../../platform/http/problem.ts';
import { organisationOf } from '../../platform/http/tenant.ts';
import type { Services } from '../../platform/services.ts';
import { getOrganisation } from '../organisations/organisations.public.ts';
import { askAllVersions, compiledRules } from '../reglements/reglements.public.ts';
import { buildExpected } from './build-expected.ts';
import { askHouseholdEnrolments, askWelcomes } from './enrolments.queries.ts';
import { expectedDocumentsSchema } from './expected-documents.schemas.ts';
import { askEnrolledChildren, askGivenDocuments } from './household-facts.queries.ts';

/** What a household is expected to send, and what became of it. */
export function expectedDocumentsRoute(
  app: FastifyInstance,
  { tenant, clock, database }: Services,
): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/documents/expected',
    {
      config: { access: guardian },
      schema: {
        operationId: 'listExpectedDocuments',
        tags: ['family'],
        summary:
          'Documents the household is expected to send, what each blocks and what became of it',
        response: { 200: expectedDocumentsSchema, ...problems(401, 403, 422) },
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
      const schoolYears = schoolYearsFrom(now, timeZone, 2);
      const today = localDayOf(now, timeZone);
      const facts = { children, activities, enrolments, given, versions, schoolYears };
      return { items: buildExpected(facts, today) };
    },
  );
}
