import { localDayOf } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { anonymous } from '../../platform/auth/actor.ts';
import { readTogether } from '../../platform/db/transaction.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { findOrganisationId, getOrganisation } from '../organisations/organisations.public.ts';
import { tagOf, toldOn, writeText } from './reglement-text.ts';
import {
  askGroupLabels,
  askPublishedDocuments,
  askPublishedVersions,
} from './reglement-text.queries.ts';
import { reglementTextParams, reglementTextSchema } from './reglement-text.schemas.ts';

/** The house rules in French sentences: readable before signing in, and kept by the browser. */
export function reglementTextPublicRoutes(
  app: FastifyInstance,
  { database, clock }: Services,
): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organisations/:slug/reglement',
    {
      config: { access: anonymous },
      schema: {
        tags: ['family'],
        operationId: 'familyGetReglement',
        summary: 'The règlement in force in French sentences, and the next one once published',
        params: reglementTextParams,
        response: { 200: reglementTextSchema, 304: z.null(), ...problems(404, 422) },
      },
    },
    async (request, reply) => {
      const id = await findOrganisationId(database, request.params.slug);
      if (!id) throw notFound();
      const [organisation, versions, groups] = await readTogether(database, id, (ask) => [
        getOrganisation(ask, id),
        askPublishedVersions(ask, id),
        askGroupLabels(ask, id),
      ]);
      const today = localDayOf(clock.now(), organisation.settings.timeZone);
      const context = { today, groups };
      const told = toldOn(versions, today);
      const ids = [told.current, told.next].flatMap((version) => version?.id ?? []);
      if (ids.length === 0) throw notFound();

      const tag = tagOf(told, context);
      // Nobody's own: unlike every other answer it may be kept, and is asked for again by its tag.
      void reply.header('cache-control', 'no-cache').header('etag', tag);
      if (request.headers['if-none-match'] === tag) return reply.status(304).send(null);
      const [documents] = await readTogether(database, id, (ask) => [
        askPublishedDocuments(ask, id, ids),
      ]);
      const byId = new Map(documents.map(({ id: version, document }) => [version, document]));
      return writeText(told, byId, context);
    },
  );
}
