import { type Instant, toIso } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { staff } from '../../platform/auth/actor.ts';
import { notFound, problems } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { NewsMove } from './news-states.ts';
import { newsProblem } from './news.errors.ts';
import { askWrittenNews, findNews, getNews, type StaffNews } from './news.queries.ts';
import {
  createNewsSchema,
  editNewsSchema,
  moveNewsSchema,
  newsParamsSchema,
  newsQuerySchema,
  staffNewsItemSchema,
  staffNewsSchema,
} from './news.schemas.ts';
import { createNews } from './use-cases/create-news.ts';
import { editNews } from './use-cases/edit-news.ts';
import { moveNews } from './use-cases/move-news.ts';

const newsPerPage = 30;
const access = staff('administrator', 'office');
const tags = ['staff'];

/** News, for who writes them. */
export function newsStaffRoutes(app: FastifyInstance, services: Services): void {
  listRoute(app, services);
  readRoute(app, services);
  createRoute(app, services);
  editRoute(app, services);
  moveRoute(app, services, 'publish');
  moveRoute(app, services, 'withdraw');
}

function listRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/news',
    {
      config: { access },
      schema: {
        operationId: 'staffListNews',
        tags,
        summary: 'Everything that was written, the last first, with where it stands today',
        querystring: newsQuerySchema,
        response: { 200: staffNewsSchema, ...problems(401, 403, 422) },
      },
    },
    async (request) => {
      const after = request.query.after ?? null;
      const page = { now: clock.now(), after, limit: newsPerPage + 1 };
      const [rows] = await tenant.readStaff(request, (ask, claims) => [
        askWrittenNews(ask, claims.organisationId, page),
      ]);
      const items = rows.slice(0, newsPerPage).map(toWire);
      const last = items.at(-1);
      return { items, next: rows.length > newsPerPage && last ? last.id : null };
    },
  );
}

function readRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/news/:id',
    {
      config: { access },
      schema: {
        operationId: 'getNews',
        tags,
        summary: 'A piece of news as it was last written',
        params: newsParamsSchema,
        response: { 200: staffNewsItemSchema, ...problems(401, 403, 404, 422) },
      },
    },
    async (request) => {
      const { id } = request.params;
      const [found] = await tenant.readStaff(request, (ask, claims) => [
        findNews(ask, claims.organisationId, id, clock.now()),
      ]);
      if (!found) throw notFound();
      return toWire(found);
    },
  );
}

function createRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/news',
    {
      config: { access, audit: 'news.created' },
      schema: {
        operationId: 'createNews',
        tags,
        summary: 'Write a piece of news, published or as a draft',
        body: createNewsSchema,
        response: { 201: staffNewsItemSchema, ...problems(401, 403, 422) },
      },
    },
    async (request, reply) => {
      const { publish, ...content } = request.body;
      const created = await tenant.commandStaff(request, async (tx, { claims, audit }) => {
        const now = clock.now();
        const id = createNews(tx, content, publish, { accountId: claims.accountId, now });
        audit(tx, { objectKind: 'news', objectId: id, detail: { publish } });
        return getNews(tx.ask, tx.organisationId, id, now);
      });
      return reply.status(201).send(toWire(created));
    },
  );
}

function editRoute(app: FastifyInstance, { tenant, clock }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().put(
    '/news/:id',
    {
      config: { access, audit: 'news.edited' },
      schema: {
        operationId: 'editNews',
        tags,
        summary: 'Rewrite a piece of news, from the revision that was read',
        params: newsParamsSchema,
        body: editNewsSchema,
        response: { 200: staffNewsItemSchema, ...problems(401, 403, 404, 409, 422) },
      },
    },
    async (request) =>
      tenant.commandStaff(request, async (tx, { claims, audit }) => {
        const { revision, ...content } = request.body;
        const { id } = request.params;
        const now = clock.now();
        const writer = { accountId: claims.accountId, now };
        const refusal = await editNews(tx, { id, revision }, content, writer);
        if (refusal) throw newsProblem[refusal]();
        audit(tx, { objectKind: 'news', objectId: id, detail: { revision: revision + 1 } });
        return toWire(await getNews(tx.ask, tx.organisationId, id, now));
      }),
  );
}

const auditOf: Readonly<Record<NewsMove, string>> = {
  publish: 'news.published',
  withdraw: 'news.withdrawn',
};
const effectOf: Readonly<Record<NewsMove, string>> = {
  publish: 'Show a piece of news to the families, from its first day on',
  withdraw: 'Take a piece of news away from the families',
};

function moveRoute(app: FastifyInstance, { tenant, clock }: Services, move: NewsMove): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    `/news/:id/${move}`,
    {
      config: { access, audit: auditOf[move] },
      schema: {
        operationId: `${move}News`,
        tags,
        summary: effectOf[move],
        params: newsParamsSchema,
        body: moveNewsSchema,
        response: { 200: staffNewsItemSchema, ...problems(401, 403, 404, 409, 422) },
      },
    },
    async (request) =>
      tenant.commandStaff(request, async (tx, { claims, audit }) => {
        const { id } = request.params;
        const { revision } = request.body;
        const now = clock.now();
        const writer = { accountId: claims.accountId, now };
        const refusal = await moveNews(tx, { id, revision }, move, writer);
        if (refusal) throw newsProblem[refusal]();
        audit(tx, { objectKind: 'news', objectId: id });
        return toWire(await getNews(tx.ask, tx.organisationId, id, now));
      }),
  );
}

function toWire(news: StaffNews) {
  return { ...news, updatedAt: toIso(news.updatedAt as Instant) };
}
