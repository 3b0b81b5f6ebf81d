import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { guardian } from '../../platform/auth/actor.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import {
  askTermsToAccept,
  getOrganisation,
  viewOrganisation,
} from '../organisations/organisations.public.ts';
import { askChildren, findOwnHousehold } from './households.queries.ts';
import { familyMeSchema } from './households.schemas.ts';

/** Who is signed in, for which household and children. */
export function householdsFamilyRoutes(app: FastifyInstance, { tenant, mode }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/me',
    {
      config: { access: guardian },
      schema: {
        operationId: 'getMe',
        tags: ['family'],
        summary: 'The signed-in parent, their household and children',
        response: { 200: familyMeSchema, ...problems(401, 403, 404) },
      },
    },
    async (request) => {
      const [own, children, organisation, termsToAccept] = await tenant.readFamily(
        request,
        (ask, claims) => [
          findOwnHousehold(ask, claims),
          askChildren(ask, claims.organisationId, claims.householdId),
          getOrganisation(ask, claims.organisationId),
          askTermsToAccept(ask, claims),
        ],
      );
      if (!own) throw notFound();
      return {
        ...own,
        children,
        termsToAccept,
        organisation: viewOrganisation(organisation, mode === 'demo'),
      };
    },
  );
}
