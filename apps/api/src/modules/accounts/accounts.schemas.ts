import { z } from 'zod';
import { organisationSchema } from '../organisations/organisations.public.ts';
import { emailSchema, idSchema, instantSchema, slugSchema } from '../../platform/http/wire.ts';

const longestPassword = 200;

/** Addresses are compared in lower case: parents' phones capitalise them. */
const typedEmailSchema = emailSchema.transform((email) => email.toLowerCase());
const passwordSchema = z.string().min(1).max(longestPassword);
const tokenSchema = z.string().min(1).max(100);

export const signInSchema = z.strictObject({
  organisation: slugSchema,
  email: typedEmailSchema,
  password: passwordSchema,
});

export const linkSchema = z.strictObject({ organisation: slugSchema, token: tokenSchema });

export const linkOwnerSchema = z.object({
  email: z.string(),
  firstName: z.string(),
  organisationName: z.string(),
});

export const setPasswordSchema = z.strictObject({
  organisation: slugSchema,
  token: tokenSchema,
  password: passwordSchema,
});

/** A parent accepts the terms of use while activating: the version that was shown. */
export const activateParentSchema = setPasswordSchema.extend({
  acceptedTerms: z.number().int().positive().optional(),
});

export const askResetSchema = z.strictObject({ organisation: slugSchema, email: typedEmailSchema });

export const changePasswordSchema = z.strictObject({
  current: passwordSchema,
  next: passwordSchema,
});

export const sessionsSchema = z.object({
  sessions: z.array(
    z.object({
      id: idSchema,
      createdAt: instantSchema,
      lastUsedAt: instantSchema,
      userAgent: z.string(),
      current: z.boolean(),
    }),
  ),
});

export const staffMeSchema = z.object({
  account: z.object({ id: idSchema, email: z.string(), displayName: z.string() }),
  roles: z.array(
    z.object({
      role: z.enum(['administrator', 'office', 'attendant']),
      facilityId: idSchema.nullable(),
    }),
  ),
  organisation: organisationSchema,
});
