import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { closuresRoutes } from './closures.staff.routes.ts';
import { staffHistoryRoutes } from './history.staff.routes.ts';
import { answersStaffRoutes } from './answers.staff.routes.ts';
import { requestsStaffRoutes } from './requests.staff.routes.ts';
import { staffBookingRoutes } from './staff-booking.staff.routes.ts';
import { occupancyRoutes } from './occupancy.staff.routes.ts';
import { staffPlanningRoutes } from './staff-planning.staff.routes.ts';
import { staffWaitingRoutes } from './staff-waiting.staff.routes.ts';

/** What the office does with the bookings of a household, and what it reads of their life. */
export function bookingsStaffRoutes(app: FastifyInstance, services: Services): void {
  staffPlanningRoutes(app, services);
  staffBookingRoutes(app, services);
  staffHistoryRoutes(app, services);
  requestsStaffRoutes(app, services);
  answersStaffRoutes(app, services);
  occupancyRoutes(app, services);
  staffWaitingRoutes(app, services);
  closuresRoutes(app, services);
}
