import { type Instant, toIso } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { anonymous } from '../../platform/auth/actor.ts';
import { readTogether } from '../../platform/db/transaction.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { renderMarkdown } from '../../platform/text/render-markdown.ts';
import { findLegalPage } from './legal-page.queries.ts';
import { readPageParams, readPageQuery, readPageSchema } from './legal-pages.schemas.ts';
import { findOrganisationId } from './organisations.queries.ts';

/** Legal notice, terms, personal data, accessibility: readable before signing in. */
export function legalPagesPublicRoutes(app: FastifyInstance, { database }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/organisations/:slug/pages/:code',
    {
      config: { access: anonymous },
      schema: {
        tags: ['family'],
        operationId: 'familyGetLegalPage',
        summary: 'A legal page of the organisation, in force or a former version',
        params: readPageParams,
        querystring: readPageQuery,
        response: { 200: readPageSchema, ...problems(404, 422) },
      },
    },
    async (request) => {
      const { slug, code } = request.params;
      const { version } = request.query;
      const id = await findOrganisationId(database, slug);
      if (!id) throw notFound();
      const [page] = await readTogether(database, id, (ask) => [
        findLegalPage(ask, id, code, version === undefined ? null : Number(version)),
      ]);
      if (!page) throw notFound();
      return {
        code,
        version: page.version,
        publishedAt: toIso(page.publishedAt as Instant),
        html: renderMarkdown(page.body, 2),
      };
    },
  );
}
