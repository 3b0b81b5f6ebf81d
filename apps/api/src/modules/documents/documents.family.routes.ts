import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { guardian } from '../../platform/auth/actor.ts';
import { attach, attachmentResponse } from '../../platform/http/attachment.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { idSchema } from '../../platform/http/wire.ts';
import type { Services } from '../../platform/services.ts';
import { getOrganisation } from '../organisations/organisations.public.ts';
import { decisionProblem } from './documents.errors.ts';
import { askOwnDocuments, askUsage, findFile } from './documents.queries.ts';
import { documentsQuerySchema, ownDocumentsSchema } from './documents.schemas.ts';
import { sendDocumentRoute } from './send-document.route.ts';
import { ownToWire } from './to-wire.ts';
import { formLimits } from './upload-form.ts';
import { withdrawDocument } from './use-cases/withdraw-document.ts';

const tags = ['family'];
const perPage = 30;

/** « Mes demandes »: what a household has sent, and what became of it. */
export function documentsFamilyRoutes(app: FastifyInstance, services: Services): void {
  sendDocumentRoute(app, services);
  listRoute(app, services);
  fileRoute(app, services);
  withdrawRoute(app, services);
}

function listRoute(app: FastifyInstance, { tenant, uploads }: Services): void {
  const { fileBytes, totalBytes, files } = formLimits(uploads.fileBytes);
  app.withTypeProvider<ZodTypeProvider>().get(
    '/documents',
    {
      config: { access: guardian },
      schema: {
        operationId: 'listDocuments',
        tags,
        summary: 'Documents of the household, the latest first, and what may be sent',
        querystring: documentsQuerySchema,
        response: { 200: ownDocumentsSchema, ...problems(401, 403, 422) },
      },
    },
    async (request) => {
      const after = request.query.after ?? null;
      const [rows, { counts, usedBytes }, { settings }] = await tenant.readFamily(
        request,
        (ask, claims) => [
          askOwnDocuments(ask, claims, { after, limit: perPage + 1 }),
          askUsage(ask, claims.organisationId, claims.householdId),
          getOrganisation(ask, claims.organisationId),
        ],
      );
      const kinds = settings.documentKinds;
      const items = rows.slice(0, perPage).map((row) => ownToWire(row, kinds));
      return {
        items,
        next: rows.length > perPage ? (items.at(-1)?.id ?? null) : null,
        counts,
        kinds,
        limits: { fileBytes, totalBytes, files, usedBytes, quotaBytes: uploads.quotaBytes },
      };
    },
  );
}

function fileRoute(app: FastifyInstance, { tenant, files }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/documents/:id/files/:fileId',
    {
      config: { access: guardian },
      schema: {
        operationId: 'downloadDocumentFile',
        tags,
        summary: 'A file of a document of the household',
        params: z.strictObject({ id: idSchema, fileId: idSchema }),
        response: { 200: attachmentResponse, ...problems(401, 403, 404, 422) },
      },
    },
    async (request, reply) => {
      const [found] = await tenant.readFamily(request, (ask, { organisationId, householdId }) => [
        findFile(ask, organisationId, householdId, request.params),
      ]);
      const { claims } = request;
      if (!found || !claims) throw notFound();
      return reply.send(attach(reply, found, files.read(claims.organisationId, found)));
    },
  );
}

function withdrawRoute(app: FastifyInstance, { tenant, files, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().delete(
    '/documents/:id',
    {
      config: { access: guardian, audit: 'document.withdrawn' },
      schema: {
        operationId: 'withdrawDocument',
        tags,
        summary: 'Take back a document nobody has decided yet; its files are forgotten',
        params: z.strictObject({ id: idSchema }),
        response: { 204: z.null(), ...problems(401, 403, 404, 409, 422) },
      },
    },
    async (request, reply) => {
      await tenant.commandFamily(request, async (tx, { claims, audit }) => {
        const { id } = request.params;
        const result = await withdrawDocument(tx, id, claims, files, clock.now());
        if ('refusal' in result) throw decisionProblem(result.refusal);
        audit(tx, { objectKind: 'document', objectId: id, detail: { files: result.files } });
      });
      return reply.status(204).send(null);
    },
  );
}
