import { z } from 'zod';
import { idSchema } from '../../platform/http/wire.ts';
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
  /** The terms of use have changed, or were never accepted. */
  termsToAccept: z.boolean(),
  organisation: organisationSchema,
});
