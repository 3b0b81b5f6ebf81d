import { z } from 'zod';
import { idSchema, instantSchema } from '../../platform/http/wire.ts';
import { organisationSchema } from '../organisations/organisations.public.ts';

export const familyMeSchema = z.object({
  account: z.object({
    id: idSchema,
    email: z.string(),
    firstName: z.string(),
    lastName: z.string(),
  }),
  household: z.object({ id: idSchema, name: z.string() }),
  children: z.array(z.object({ id: idSchema, firstName: z.string(), schoolClass: z.string() })),
  /** There is a version of the terms of use this account has not accepted. */
  termsToAccept: z.boolean(),
  organisation: organisationSchema,
});

export const guardiansQuerySchema = z.strictObject({
  /** `next` of the page before. */
  after: idSchema.optional(),
});

export const guardiansSchema = z.object({
  items: z.array(
    z.object({
      guardianId: idSchema,
      householdName: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      email: z.string(),
      account: z.enum(['none', 'invited', 'active', 'disabled']),
      invitedAt: instantSchema.nullable(),
    }),
  ),
  next: idSchema.nullable(),
});
