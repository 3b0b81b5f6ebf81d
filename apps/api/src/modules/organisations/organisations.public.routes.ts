import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { anonymous, type Surface } from '../../platform/auth/actor.ts';
import { readTogether } from '../../platform/db/transaction.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { slugSchema } from '../../platform/http/wire.ts';
import type { Services } from '../../platform/services.ts';
import { findOrganisationId, getOrganisation, viewOrganisation } from './organisations.queries.ts';
import { organisationSchema } from './organisations.schemas.ts';

/** The organisation behind an address, as the sign-in page shows it. */
export function organisationsPublicRoutes(
  app: FastifyInstance,
  services: Services,
  surface: Surface,
): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organisations/:slug',
    {
      config: { access: anonymous },
      schema: {
        tags: [surface],
        operationId: `${surface}GetOrganisation`,
        params: z.strictObject({ slug: slugSchema }),
        response: { 200: organisationSchema, ...problems(404, 422) },
      },
    },
    async (request) => {
      const { database, mode } = services;
      const id = await findOrganisationId(database, request.params.slug);
      if (!id) throw notFound();
      const [organisation] = await readTogether(database, id, (ask) => [getOrganisation(ask, id)]);
      return viewOrganisation(organisation, mode === 'demo');
    },
  );
}
