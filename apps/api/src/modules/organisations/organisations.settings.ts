import { z } from 'zod';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is HH:MM');

/** When somebody answers, in the organisation's wall-clock time. Weekdays: 1 = Monday … 7 = Sunday. */
export const officeHoursSchema = z.strictObject({
  weekday: z.number().int().min(1).max(7),
  from: clockTime,
  until: clockTime,
});

/**
 * What an organisation sets for itself and that changes neither a verdict nor a cent (that is the
 * règlement's). One document with a revision.
 */
export const organisationSettingsSchema = z.strictObject({
  brandColor: z.string().regex(/^#[0-9a-f]{6}$/),
  contact: z.strictObject({
    /** With its article, as it reads after « contactez »: `l'ALSH`. */
    name: z.string().min(1),
    phone: z.string(),
    email: z.email(),
    address: z.string(),
  }),
  officeHours: z.array(officeHoursSchema),
  /** The same as a parent reads it between brackets: `du lundi au vendredi, 9 h – 12 h`. */
  officeHoursText: z.string(),
  schoolZone: z.enum(['A', 'B', 'C', 'corse', 'outreMer', 'none']),
  /** IANA zone, e.g. `Europe/Paris`. */
  timeZone: z.string().min(1),
  legal: z.strictObject({
    /** Who publishes the pages, as the legal notice must say. */
    publisher: z.string(),
    /** Whom to write to about personal data. */
    dataProtectionContact: z.string(),
  }),
});

export type OrganisationSettings = z.infer<typeof organisationSettingsSchema>;
