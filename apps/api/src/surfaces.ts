import type { FastifyInstance } from 'fastify';
import { accountsFamilyRoutes } from './modules/accounts/accounts.family.routes.ts';
import { accountsStaffRoutes } from './modules/accounts/accounts.staff.routes.ts';
import { attendanceStaffRoutes } from './modules/attendance/attendance.staff.routes.ts';
import { bookingsFamilyRoutes } from './modules/bookings/bookings.family.routes.ts';
import { bookingsStaffRoutes } from './modules/bookings/bookings.staff.routes.ts';
import { newsFamilyRoutes } from './modules/communications/news.family.routes.ts';
import { newsStaffRoutes } from './modules/communications/news.staff.routes.ts';
import { documentsFamilyRoutes } from './modules/documents/documents.family.routes.ts';
import { documentsStaffRoutes } from './modules/documents/documents.staff.routes.ts';
import { enrolmentsFamilyRoutes } from './modules/enrolments/enrolments.family.routes.ts';
import { enrolmentsStaffRoutes } from './modules/enrolments/enrolments.staff.routes.ts';
import { householdsFamilyRoutes } from './modules/households/households.family.routes.ts';
import { householdsStaffRoutes } from './modules/households/households.staff.routes.ts';
import { legalPagesPublicRoutes } from './modules/organisations/legal-pages.public.routes.ts';
import {
  legalPagesStaffRoutes,
  textPreviewStaffRoutes,
} from './modules/organisations/legal-pages.staff.routes.ts';
import { organisationsPublicRoutes } from './modules/organisations/organisations.public.routes.ts';
import { settingsStaffRoutes } from './modules/organisations/settings.staff.routes.ts';
import { termsFamilyRoutes } from './modules/organisations/terms.family.routes.ts';
import { reglementTextPublicRoutes } from './modules/reglements/reglement-text.public.routes.ts';
import type { Services } from './platform/services.ts';

/** Mounts each module's routes on its surface. Family and staff share neither route nor DTO. */
export async function mountSurfaces(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(
    async (family) => {
      organisationsPublicRoutes(family, services, 'family');
      legalPagesPublicRoutes(family, services);
      reglementTextPublicRoutes(family, services);
      termsFamilyRoutes(family, services);
      accountsFamilyRoutes(family, services);
      householdsFamilyRoutes(family, services);
      enrolmentsFamilyRoutes(family, services);
      documentsFamilyRoutes(family, services);
      bookingsFamilyRoutes(family, services);
      newsFamilyRoutes(family, services);
    },
    { prefix: '/api/family' },
  );
  await app.register(
    async (staff) => {
      organisationsPublicRoutes(staff, services, 'staff');
      settingsStaffRoutes(staff, services);
      legalPagesStaffRoutes(staff, services);
      textPreviewStaffRoutes(staff, services);
      accountsStaffRoutes(staff, services);
      householdsStaffRoutes(staff, services);
      enrolmentsStaffRoutes(staff, services);
      documentsStaffRoutes(staff, services);
      bookingsStaffRoutes(staff, services);
      attendanceStaffRoutes(staff, services);
      newsStaffRoutes(staff, services);
    },
    { prefix: '/api/staff' },
  );
}
