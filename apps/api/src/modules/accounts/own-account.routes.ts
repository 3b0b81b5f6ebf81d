import { toIso } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Surface } from '../../platform/auth/actor.ts';
import { problems, unauthenticated } from '../../platform/http/problem.ts';
import { idSchema } from '../../platform/http/wire.ts';
import type { Services } from '../../platform/services.ts';
import { valueOf } from './accounts.errors.ts';
import { findPasswordHash, listSessions } from './accounts.queries.ts';
import { changePasswordSchema, sessionsSchema } from './accounts.schemas.ts';
import { operation } from './operation.ts';
import { surfaceAccess } from './surface-access.ts';
import { endSession } from './use-cases/end-session.ts';
import { prepareNewPassword } from './use-cases/prepare-new-password.ts';
import { replacePassword } from './use-cases/replace-password.ts';

/** What a signed-in person does with their own account: password and sessions. */
export function ownAccountRoutes(app: FastifyInstance, services: Services, surface: Surface): void {
  passwordRoute(app, services, surface);
  sessionRoutes(app, services, surface);
}

function passwordRoute(app: FastifyInstance, services: Services, surface: Surface): void {
  const { tenant, clock } = services;
  const { policy, read, command } = surfaceAccess(tenant, surface);
  app.withTypeProvider<ZodTypeProvider>().post(
    '/password',
    {
      config: { access: policy, audit: 'account.passwordChanged' },
      schema: {
        operationId: operation(surface, 'changePassword'),
        tags: [surface],
        summary: 'Change the password; the other sessions end',
        body: changePasswordSchema,
        response: { 204: z.null(), ...problems(401, 403, 422, 429, 503) },
      },
    },
    async (request, reply) => {
      const [currentHash] = await read(request, (ask, claims) => [findPasswordHash(ask, claims)]);
      if (!request.claims) throw unauthenticated();
      const change = { ...request.body, currentHash, requestId: request.id };
      const next = valueOf(await prepareNewPassword(services, request.claims, change));
      await command(request, async (tx, context) =>
        valueOf(await replacePassword(tx, context, next, clock.now())),
      );
      return reply.status(204).send(null);
    },
  );
}

function sessionRoutes(app: FastifyInstance, services: Services, surface: Surface): void {
  const { tenant, clock } = services;
  const { policy, read, command } = surfaceAccess(tenant, surface);
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.get(
    '/sessions',
    {
      config: { access: policy },
      schema: {
        operationId: operation(surface, 'listSessions'),
        tags: [surface],
        summary: 'Sessions this account has open',
        response: { 200: sessionsSchema, ...problems(401, 403) },
      },
    },
    async (request) => {
      const [sessions] = await read(request, (ask, claims) => [
        listSessions(ask, claims, clock.now()),
      ]);
      return {
        sessions: sessions.map((session) => ({
          ...session,
          createdAt: toIso(session.createdAt),
          lastUsedAt: toIso(session.lastUsedAt),
          current: session.id === request.claims?.sessionId,
        })),
      };
    },
  );
  routes.delete(
    '/sessions/:id',
    {
      config: { access: policy, audit: 'account.sessionRevoked' },
      schema: {
        operationId: operation(surface, 'revokeSession'),
        tags: [surface],
        summary: 'End one session of this account',
        params: z.strictObject({ id: idSchema }),
        response: { 204: z.null(), ...problems(401, 403, 404, 422) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await command(request, async (tx, context) =>
        valueOf(await endSession(tx, context, id, clock.now())),
      );
      if (id === request.claims?.sessionId) app.signOut(reply, surface);
      return reply.status(204).send(null);
    },
  );
}
