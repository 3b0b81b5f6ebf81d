import { goodUntil } from '@preau/domain/enrolments/expected-documents';
import { schoolYearsFrom } from '@preau/domain/enrolments/school-year';
import { localDayOf } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { staff } from '../../platform/auth/actor.ts';
import { problems } from '../../platform/http/problem.ts';
import { organisationOf } from '../../platform/http/tenant.ts';
import type { Services } from '../../platform/services.ts';
import { getOrganisation } from '../organisations/organisations.public.ts';
import { askAllVersions, compiledRules } from '../reglements/reglements.public.ts';
import { requiredOf } from './build-expected.ts';
import { documentRulesSchema } from './expected-documents.schemas.ts';

/** What the règlement says of each kind of document: what it blocks, how long it is good. */
export function documentRulesRoute(
  app: FastifyInstance,
  { tenant, clock, database }: Services,
): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/document-rules',
    {
      config: { access: staff('administrator', 'office') },
      schema: {
        operationId: 'listDocumentRules',
        tags: ['staff'],
        summary: 'Documents the règlement asks for, what each blocks and how long it is good',
        response: { 200: documentRulesSchema, ...problems(401, 403, 422) },
      },
    },
    async (request) => {
      const [{ settings }, versions] = await tenant.readStaff(
        request,
        (ask, { organisationId }) => [
          getOrganisation(ask, organisationId),
          askAllVersions(ask, organisationId),
        ],
      );
      await compiledRules(database, organisationOf(request), versions);
      const now = clock.now();
      const today = localDayOf(now, settings.timeZone);
      const schoolYears = schoolYearsFrom(now, settings.timeZone, 2);
      const required = requiredOf({ versions, schoolYears }, today);
      const once = new Map(required.toReversed().map((one) => [one.code, one]));
      return {
        items: [...once.values()].map(({ code, label, about, blocks, validMonths }) => ({
          code,
          label,
          about,
          blocks: [...blocks],
          validMonths,
          expiresOn: goodUntil(today, validMonths),
        })),
      };
    },
  );
}
