import { z } from 'zod';
import { defaultDocumentKinds, documentKindSchema } from './document-kinds.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is HH:MM');

/** When somebody answers, in the organisation's wall-clock time. Weekdays: 1 = Monday … 7 = Sunday. */
export const officeHoursSchema = z.strictObject({
  weekday: z.number().int().min(1).max(7),
  from: clockTime,
  until: clockTime,
});

/** How far the portal follows the RGAA, as the law has it stated on every page. */
export const accessibilityLevels = ['none', 'partial', 'full'] as const;

/**
 * How families begin to book: on the planning itself, or step by step (child, period, planning,
 * check), as a service whose bookings come by periods explains it.
 */
export const bookingFlows = ['planning', 'wizard'] as const;

/** Parts of the family portal an organisation may do without: off, entry, tile and page vanish. */
export const featuresSchema = z.object({
  /** Parents ask for enrolments themselves, where the règlement lets them. */
  enrolments: z.boolean().default(false),
  invoices: z.boolean().default(false),
  requests: z.boolean().default(true),
});

const label = (usual: string) => z.string().trim().min(1).max(30).default(usual);

/** Words of the menu, as the organisation writes them to its families. */
export const labelsSchema = z.object({
  news: label('Actualités'),
  enrolments: label('Mes inscriptions'),
  bookings: label('Mes réservations'),
  invoices: label('Mes factures'),
  requests: label('Mes demandes'),
});

/**
 * What an organisation sets for itself and that changes neither a verdict nor a cent (that is the
 * règlement's). One document with a revision. What a stored document does not say yet has a default,
 * and what a newer version wrote in it is passed over: both live on one database during an update.
 */
export const organisationSettingsSchema = z.object({
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
  schoolZone: z.enum(['A', 'B', 'C', 'corse', 'outreMer', 'none', 'notStated']),
  /** IANA zone, e.g. `Europe/Paris`. */
  timeZone: z.string().min(1),
  legal: z.strictObject({
    /** Who publishes the pages, as the legal notice must say. */
    publisher: z.string(),
    /** Whom to write to about personal data. */
    dataProtectionContact: z.string(),
  }),
  accessibility: z.enum(accessibilityLevels).default('none'),
  bookingFlow: z.enum(bookingFlows).default('planning'),
  features: featuresSchema.prefault({}),
  labels: labelsSchema.prefault({}),
  /** Documents a parent may send through « Mes demandes ». */
  documentKinds: z.array(documentKindSchema).max(30).default(defaultDocumentKinds),
  /** Whom another town writes to about the portal; `null` = the organisation's own address. */
  townHallEmail: z.email().nullable().default(null),
});

/** Settings as they are used: complete. */
export type OrganisationSettings = z.output<typeof organisationSettingsSchema>;

/** Settings as they may be written: what has a default may be left out. */
export type WrittenSettings = z.input<typeof organisationSettingsSchema>;
