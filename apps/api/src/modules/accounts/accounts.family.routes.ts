import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { ownAccountRoutes } from './own-account.routes.ts';
import { activationRoutes, passwordResetRoutes, signInRoutes } from './sign-in.routes.ts';

/** A parent's own account. What the account is used for is told by `GET /me` of households. */
export function accountsFamilyRoutes(app: FastifyInstance, services: Services): void {
  signInRoutes(app, services, 'family');
  activationRoutes(app, services, 'family');
  passwordResetRoutes(app, services, 'family');
  ownAccountRoutes(app, services, 'family');
}
