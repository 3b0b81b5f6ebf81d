import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { anonymous, type Surface } from '../../platform/auth/actor.ts';
import { problems } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { valueOf } from './accounts.errors.ts';
import {
  activateParentSchema,
  askResetSchema,
  linkOwnerSchema,
  linkSchema,
  setPasswordSchema,
  signInSchema,
} from './accounts.schemas.ts';
import type { Caller } from './caller.ts';
import type { LinkPurpose } from './link-rules.ts';
import { operation } from './operation.ts';
import { askPasswordReset } from './use-cases/ask-password-reset.ts';
import { checkInvitation } from './use-cases/check-invitation.ts';
import { renewInvitation } from './use-cases/renew-invitation.ts';
import { setPasswordByLink } from './use-cases/set-password-by-link.ts';
import { signIn } from './use-cases/sign-in.ts';
import { signOut } from './use-cases/sign-out.ts';

const empty = z.null();

/** Signing in and out. */
export function signInRoutes(app: FastifyInstance, services: Services, surface: Surface): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.post(
    '/sign-in',
    {
      config: { access: anonymous, audit: 'account.signedIn' },
      schema: {
        operationId: operation(surface, 'signIn'),
        tags: [surface],
        summary: 'Open a session with an address and a password',
        body: signInSchema,
        response: { 204: empty, ...problems(401, 404, 422, 429, 503) },
      },
    },
    async (request, reply) => {
      const claims = valueOf(
        await signIn(services, { surface, ...request.body }, callerOf(request)),
      );
      app.signIn(reply, claims);
      return reply.status(204).send(null);
    },
  );
  routes.post(
    '/sign-out',
    {
      config: { access: anonymous, audit: 'account.signedOut' },
      schema: {
        operationId: operation(surface, 'signOut'),
        tags: [surface],
        summary: 'End the session; no error without one',
        response: { 204: empty },
      },
    },
    async (request, reply) => {
      if (request.claims) await signOut(services, request.claims, request.id);
      app.signOut(reply, surface);
      return reply.status(204).send(null);
    },
  );
}

/** The first password, by the link of an invitation. */
export function activationRoutes(app: FastifyInstance, services: Services, surface: Surface): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.post(
    '/activation/check',
    {
      config: {
        access: anonymous,
        audit: { none: 'It only reads; a POST keeps the link out of logs' },
      },
      schema: {
        operationId: operation(surface, 'checkActivation'),
        tags: [surface],
        summary: 'Whom an invitation is for; uses nothing up',
        body: linkSchema,
        response: { 200: linkOwnerSchema, ...problems(404, 410, 422) },
      },
    },
    async (request) => valueOf(await checkInvitation(services, { surface, ...request.body })),
  );
  routes.post(
    '/activation/renew',
    {
      config: { access: anonymous, audit: 'account.invitationRenewed' },
      schema: {
        operationId: operation(surface, 'renewActivation'),
        tags: [surface],
        summary: 'Ask for a new invitation with an expired one; the answer is always the same',
        body: linkSchema,
        response: { 202: empty, ...problems(422) },
      },
    },
    async (request, reply) => {
      await renewInvitation(services, { surface, ...request.body }, callerOf(request));
      return reply.status(202).send(null);
    },
  );
  setPasswordRoute(app, services, surface, {
    path: '/activation',
    purpose: 'invitation',
    body: surface === 'family' ? activateParentSchema : setPasswordSchema,
    operationId: operation(surface, 'activate'),
    audit: 'account.activated',
    summary: 'Choose the first password and sign in',
  });
}

/** A new password for who forgot the old one. */
export function passwordResetRoutes(
  app: FastifyInstance,
  services: Services,
  surface: Surface,
): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/password-reset',
    {
      config: { access: anonymous, audit: 'account.resetAsked' },
      schema: {
        operationId: operation(surface, 'askPasswordReset'),
        tags: [surface],
        summary: 'Ask for a reset link; the answer is the same whoever the address belongs to',
        body: askResetSchema,
        response: { 202: empty, ...problems(404, 422, 429) },
      },
    },
    async (request, reply) => {
      const asked = { surface, ...request.body };
      valueOf(await askPasswordReset(services, asked, callerOf(request)));
      return reply.status(202).send(null);
    },
  );
  setPasswordRoute(app, services, surface, {
    path: '/password-reset/confirm',
    purpose: 'reset',
    body: setPasswordSchema,
    operationId: operation(surface, 'confirmPasswordReset'),
    audit: 'account.passwordReset',
    summary: 'Choose a new password and sign in; every other session ends',
  });
}

type SetPasswordRoute = {
  readonly path: string;
  readonly purpose: LinkPurpose;
  readonly body: typeof setPasswordSchema | typeof activateParentSchema;
  readonly operationId: string;
  readonly audit: string;
  readonly summary: string;
};

function setPasswordRoute(
  app: FastifyInstance,
  services: Services,
  surface: Surface,
  route: SetPasswordRoute,
): void {
  const { path, purpose, body, operationId, audit, summary } = route;
  app.withTypeProvider<ZodTypeProvider>().post(
    path,
    {
      config: { access: anonymous, audit },
      schema: {
        operationId,
        tags: [surface],
        summary,
        body,
        response: { 204: empty, ...problems(404, 410, 422, 503) },
      },
    },
    async (request, reply) => {
      const opened = { surface, purpose, ...request.body };
      app.signIn(reply, valueOf(await setPasswordByLink(services, opened, callerOf(request))));
      return reply.status(204).send(null);
    },
  );
}

function callerOf(request: FastifyRequest): Caller {
  return {
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    requestId: request.id,
  };
}
