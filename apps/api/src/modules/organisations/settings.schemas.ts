import { z } from 'zod';
import { emailSchema } from '../../platform/http/wire.ts';
import { documentKindSchema } from './document-kinds.ts';
import {
  accessibilityLevels,
  bookingFlows,
  featuresSchema,
  labelsSchema,
  officeHoursSchema,
} from './organisations.settings.ts';

const line = z.string().trim().max(120);
const word = z.string().trim().min(1).max(30);
const on = z.boolean();

/** What the administrator changes; the zone and the calendar belong to the règlement. */
const changeableSettings = {
  name: z.string().trim().min(1).max(80),
  brandColor: z.string().regex(/^#[0-9a-f]{6}$/, 'A colour is #rrggbb'),
  contact: z.strictObject({
    name: z.string().trim().min(1).max(80),
    phone: line,
    email: emailSchema,
    address: line,
  }),
  officeHours: z
    .array(
      officeHoursSchema.refine(({ from, until }) => from < until, {
        message: 'It ends after it begins',
      }),
    )
    .max(40),
  officeHoursText: line,
  legal: z.strictObject({ publisher: line, dataProtectionContact: emailSchema }),
  accessibility: z.enum(accessibilityLevels),
  bookingFlow: z.enum(bookingFlows),
  features: z.strictObject({ enrolments: on, invoices: on, requests: on }),
  labels: z.strictObject({
    news: word,
    enrolments: word,
    bookings: word,
    invoices: word,
    requests: word,
  }),
  documentKinds: z
    .array(documentKindSchema)
    .max(30)
    .refine((kinds) => new Set(kinds.map(({ code }) => code)).size === kinds.length, {
      message: 'Each kind has a code of its own',
    }),
  townHallEmail: emailSchema.nullable(),
};

export const changeSettingsSchema = z.strictObject({
  /** The revision the change was made from. */
  revision: z.number().int().positive(),
  ...changeableSettings,
});

export const settingsSchema = z.object({
  revision: z.number().int(),
  ...changeableSettings,
  features: featuresSchema.required(),
  labels: labelsSchema.required(),
});

export type ChangedSettings = Omit<z.infer<typeof changeSettingsSchema>, 'revision'>;
