import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { staff } from '../../platform/auth/actor.ts';
import { problems } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { getOrganisation, viewOrganisation } from '../organisations/organisations.public.ts';
import { getStaffMe } from './accounts.queries.ts';
import { staffMeSchema } from './accounts.schemas.ts';
import { ownAccountRoutes } from './own-account.routes.ts';
import { activationRoutes, passwordResetRoutes, signInRoutes } from './sign-in.routes.ts';

/** A staff member's own account. */
export function accountsStaffRoutes(app: FastifyInstance, services: Services): void {
  signInRoutes(app, services, 'staff');
  activationRoutes(app, services, 'staff');
  passwordResetRoutes(app, services, 'staff');
  ownAccountRoutes(app, services, 'staff');
  meRoute(app, services);
}

function meRoute(app: FastifyInstance, { tenant, mode }: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/me',
    {
      config: { access: staff('administrator', 'office', 'attendant') },
      schema: {
        operationId: 'staffGetMe',
        tags: ['staff'],
        summary: 'Who is signed in, with which roles',
        response: { 200: staffMeSchema, ...problems(401, 403) },
      },
    },
    async (request) => {
      const [own, organisation] = await tenant.readStaff(request, (ask, claims) => [
        getStaffMe(ask, claims),
        getOrganisation(ask, claims.organisationId),
      ]);
      const { account, roles } = own;
      return {
        account,
        roles: [...roles],
        organisation: viewOrganisation(organisation, mode === 'demo'),
      };
    },
  );
}
