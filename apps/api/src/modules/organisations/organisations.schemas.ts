import { z } from 'zod';
import { slugSchema } from '../../platform/http/wire.ts';
import { accessibilityLevels, bookingFlows } from './organisations.settings.ts';

/** What anybody may know of an organisation: its name, colour, contact and office hours. */
export const organisationSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  brandColor: z.string(),
  contact: z.object({
    name: z.string(),
    phone: z.string(),
    email: z.string(),
    address: z.string(),
  }),
  officeHours: z.array(
    z.object({ weekday: z.number().int(), from: z.string(), until: z.string() }),
  ),
  officeHoursText: z.string(),
  timeZone: z.string(),
  /** How families begin to book: on the planning itself, or step by step. */
  bookingFlow: z.enum(bookingFlows),
  /** Parts of the family portal that are on. */
  features: z.object({ enrolments: z.boolean(), invoices: z.boolean(), requests: z.boolean() }),
  /** Words of the family portal's menu. */
  labels: z.object({
    news: z.string(),
    enrolments: z.string(),
    bookings: z.string(),
    invoices: z.string(),
    requests: z.string(),
  }),
  /** How far the portal follows the RGAA. */
  accessibility: z.enum(accessibilityLevels),
  /** Whom another town writes to about the portal. */
  townHallEmail: z.string(),
  /** The terms of use in force; `null` while there are none. */
  termsVersion: z.number().int().nullable(),
  /** True where nothing is real: every page says so. */
  demo: z.boolean(),
});

export type OrganisationView = z.infer<typeof organisationSchema>;
