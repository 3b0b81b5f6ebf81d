import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { bookingPeriodsRoutes } from './booking-periods.family.routes.ts';
import { cartRoutes } from './cart.family.routes.ts';
import { confirmationRoutes } from './confirmation.family.routes.ts';
import { historyRoutes } from './history.family.routes.ts';
import { offersRoutes } from './offers.family.routes.ts';
import { periodRoutes } from './period.family.routes.ts';
import { requestsFamilyRoutes } from './requests.family.routes.ts';
import { planningRoutes } from './planning.family.routes.ts';

/** Everything a parent books with: the planning, the draft, its confirmation. */
export function bookingsFamilyRoutes(app: FastifyInstance, services: Services): void {
  planningRoutes(app, services);
  periodRoutes(app, services);
  bookingPeriodsRoutes(app, services);
  cartRoutes(app, services);
  confirmationRoutes(app, services);
  offersRoutes(app, services);
  historyRoutes(app, services);
  requestsFamilyRoutes(app, services);
}
