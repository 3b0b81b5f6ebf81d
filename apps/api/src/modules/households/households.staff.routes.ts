import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { childrenStaffRoutes } from './children.staff.routes.ts';
import { householdListRoutes } from './household-list.staff.routes.ts';
import { householdPageRoutes } from './household-page.staff.routes.ts';
import { invitationRoutes } from './invitations.staff.routes.ts';

/** Households, their people and their invitations, for the office. */
export function householdsStaffRoutes(app: FastifyInstance, services: Services): void {
  householdListRoutes(app, services);
  householdPageRoutes(app, services);
  childrenStaffRoutes(app, services);
  invitationRoutes(app, services);
}
