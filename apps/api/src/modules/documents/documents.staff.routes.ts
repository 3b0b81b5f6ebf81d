import { day } from '@preau/domain/time/day';
import { localDayOf } from '@preau/domain/time/instant';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { staff } from '../../platform/auth/actor.ts';
import { attach, attachmentResponse } from '../../platform/http/attachment.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import { idSchema } from '../../platform/http/wire.ts';
import type { Services } from '../../platform/services.ts';
import { getOrganisation } from '../organisations/organisations.public.ts';
import { decisionProblem } from './documents.errors.ts';
import { askInbox, countWaiting, findFile, findInboxDocument } from './documents.queries.ts';
import {
  acceptDocumentSchema,
  inboxCountSchema,
  inboxDocumentSchema,
  inboxQuerySchema,
  inboxSchema,
  refuseDocumentSchema,
} from './documents.schemas.ts';
import { inboxToWire } from './to-wire.ts';
import { decideDocument, type Decision } from './use-cases/decide-document.ts';

const tags = ['staff'];
const perPage = 50;
const access = staff('administrator', 'office');
const params = z.strictObject({ id: idSchema });

/** « Demandes »: what families have sent, for the office to decide. */
export function documentsStaffRoutes(app: FastifyInstance, services: Services): void {
  listRoute(app, services);
  countRoute(app, services);
  documentRoute(app, services);
  fileRoute(app, services);
  decisionRoutes(app, services);
}

function listRoute(app: FastifyInstance, { tenant }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/documents',
    {
      config: { access },
      schema: {
        operationId: 'listInbox',
        tags,
        summary: 'Documents families have sent: those that wait, or those decided',
        querystring: inboxQuerySchema,
        response: { 200: inboxSchema, ...problems(401, 403, 422) },
      },
    },
    async (request) => {
      const { state, after = null } = request.query;
      const [rows, waiting, { settings }] = await tenant.readStaff(request, (ask, claims) => [
        askInbox(ask, claims.organisationId, { state, after, limit: perPage + 1 }),
        countWaiting(ask, claims.organisationId),
        getOrganisation(ask, claims.organisationId),
      ]);
      const items = rows.slice(0, perPage).map((row) => inboxToWire(row, settings.documentKinds));
      return { items, next: rows.length > perPage ? (items.at(-1)?.id ?? null) : null, waiting };
    },
  );
}

function countRoute(app: FastifyInstance, { tenant }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/documents/count',
    {
      config: { access },
      schema: {
        operationId: 'countInbox',
        tags,
        summary: 'How many documents wait for a decision',
        response: { 200: inboxCountSchema, ...problems(401, 403, 422) },
      },
    },
    async (request) => {
      const [waiting] = await tenant.readStaff(request, (ask, { organisationId }) => [
        countWaiting(ask, organisationId),
      ]);
      return { waiting };
    },
  );
}

function documentRoute(app: FastifyInstance, { tenant }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/documents/:id',
    {
      config: { access },
      schema: {
        operationId: 'getDocument',
        tags,
        summary: 'A document, whatever became of it',
        params,
        response: { 200: inboxDocumentSchema, ...problems(401, 403, 404, 422) },
      },
    },
    async (request) => {
      const [found, { settings }] = await tenant.readStaff(request, (ask, claims) => [
        findInboxDocument(ask, claims.organisationId, request.params.id),
        getOrganisation(ask, claims.organisationId),
      ]);
      if (!found) throw notFound();
      return inboxToWire(found, settings.documentKinds);
    },
  );
}

function fileRoute(app: FastifyInstance, { tenant, files }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/documents/:id/files/:fileId',
    {
      config: { access },
      schema: {
        operationId: 'downloadInboxFile',
        tags,
        summary: 'A file of a document',
        params: z.strictObject({ id: idSchema, fileId: idSchema }),
        response: { 200: attachmentResponse, ...problems(401, 403, 404, 422) },
      },
    },
    async (request, reply) => {
      const [found] = await tenant.readStaff(request, (ask, { organisationId }) => [
        findFile(ask, organisationId, null, request.params),
      ]);
      const { claims } = request;
      if (!found || !claims) throw notFound();
      return reply.send(attach(reply, found, files.read(claims.organisationId, found)));
    },
  );
}

function decisionRoutes(app: FastifyInstance, { tenant, clock }: Services): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const decide = (request: FastifyRequest, id: string, decision: Decision) =>
    tenant.commandStaff(request, async (tx, { claims, audit }) => {
      const { settings } = await getOrganisation(tx.ask, claims.organisationId);
      const now = clock.now();
      const when = { now, today: localDayOf(now, settings.timeZone) };
      const result = await decideDocument(tx, id, decision, claims.accountId, when);
      if ('refusal' in result) throw decisionProblem(result.refusal);
      const { householdId } = result;
      audit(tx, { objectKind: 'document', objectId: id, detail: { householdId } });
    });
  const response = { 204: z.null(), ...problems(401, 403, 404, 409, 422) };
  routes.post(
    '/documents/:id/accept',
    {
      config: { access, audit: 'document.accepted' },
      schema: {
        operationId: 'acceptDocument',
        tags,
        summary: 'Accept a document until a day, or for good; its household is told',
        params,
        body: acceptDocumentSchema,
        response,
      },
    },
    async (request, reply) => {
      const expiresOn = request.body.expiresOn === null ? null : day(request.body.expiresOn);
      await decide(request, request.params.id, { state: 'accepted', reason: null, expiresOn });
      return reply.status(204).send(null);
    },
  );
  routes.post(
    '/documents/:id/refuse',
    {
      config: { access, audit: 'document.refused' },
      schema: {
        operationId: 'refuseDocument',
        tags,
        summary: 'Refuse a document; its household is told why',
        params,
        body: refuseDocumentSchema,
        response,
      },
    },
    async (request, reply) => {
      const { reason } = request.body;
      await decide(request, request.params.id, { state: 'refused', reason });
      return reply.status(204).send(null);
    },
  );
}
