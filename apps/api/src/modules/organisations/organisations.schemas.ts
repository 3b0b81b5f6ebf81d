import { z } from 'zod';
import { slugSchema } from '../../platform/http/wire.ts';

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
  /** True where nothing is real: every page says so. */
  demo: z.boolean(),
});

export type OrganisationView = z.infer<typeof organisationSchema>;
