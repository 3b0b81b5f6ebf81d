import { type Instant, toIso } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { staff } from '../../platform/auth/actor.ts';
import { problems } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { renderMarkdown } from '../../platform/text/render-markdown.ts';
import { askLegalPages, type LegalPage } from './legal-page.queries.ts';
import {
  previewedTextSchema,
  previewTextSchema,
  writePageParams,
  writePageSchema,
  writtenPageSchema,
  writtenPagesSchema,
} from './legal-pages.schemas.ts';
import { organisationProblem } from './organisations.errors.ts';
import { publishLegalPage } from './use-cases/publish-legal-page.ts';

const access = staff('administrator');

/** Legal pages as the administrator writes them. */
export function legalPagesStaffRoutes(app: FastifyInstance, { tenant, clock }: Services): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.get(
    '/legal-pages',
    {
      config: { access },
      schema: {
        operationId: 'listLegalPages',
        tags: ['staff'],
        summary: 'The legal pages in force, in Markdown',
        response: { 200: writtenPagesSchema, ...problems(401, 403) },
      },
    },
    async (request) => {
      const [pages] = await tenant.readStaff(request, (ask, claims) => [
        askLegalPages(ask, claims.organisationId),
      ]);
      return { items: pages.map(toWire) };
    },
  );
  routes.put(
    '/legal-pages/:code',
    {
      config: { access, audit: 'organisation.pagePublished' },
      schema: {
        operationId: 'publishLegalPage',
        tags: ['staff'],
        summary: 'Publish a new version of a legal page; the former ones stay readable',
        params: writePageParams,
        body: writePageSchema,
        response: { 200: writtenPageSchema, ...problems(401, 403, 409, 422) },
      },
    },
    async (request) =>
      tenant.commandStaff(request, async (tx, { audit }) => {
        const { version: after, body } = request.body;
        const { code } = request.params;
        const now = clock.now();
        const result = await publishLegalPage(tx, { code, body, after }, now);
        if ('refusal' in result) throw organisationProblem[result.refusal]();
        const { version } = result;
        audit(tx, {
          objectKind: 'organisation',
          objectId: tx.organisationId,
          detail: { code, version },
        });
        return toWire({ code, version, body, publishedAt: now });
      }),
  );
}

/** How a text of the organisation will look, for who writes one. */
export function textPreviewStaffRoutes(app: FastifyInstance, { tenant }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/text-preview',
    {
      config: {
        access: staff('administrator', 'office'),
        audit: { none: 'It only reads; a text is too long for an address' },
      },
      schema: {
        operationId: 'previewText',
        tags: ['staff'],
        summary: 'A text in Markdown as the families will see it; nothing is kept',
        body: previewTextSchema,
        response: { 200: previewedTextSchema, ...problems(401, 403, 422) },
      },
    },
    async (request) => {
      await tenant.readStaff(request, () => []);
      return { html: renderMarkdown(request.body.text, 3) };
    },
  );
}

function toWire({ code, version, body, publishedAt }: LegalPage) {
  return { code, version, body, publishedAt: toIso(publishedAt as Instant) };
}
