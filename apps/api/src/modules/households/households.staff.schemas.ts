import { isDay } from '@preau/domain/time/day';
import { z } from 'zod';
import { daySchema, emailSchema, idSchema, instantSchema } from '../../platform/http/wire.ts';
import { accessStates } from './guardian-access.ts';
import { householdFilters } from './household-list.queries.ts';
import { mostInvited } from './use-cases/invite-guardians.ts';
import { mostChildren, mostGuardians } from './written-people.ts';

const accessSchema = z.enum(accessStates).meta({ id: 'GuardianAccess' });
const countSchema = z.number().int();

export const householdsQuerySchema = z.strictObject({
  /** Beginnings of words: names, a telephone number, an address of e-mail. */
  q: z.string().min(1).max(200).optional(),
  filter: z.enum(householdFilters).optional(),
  /** `next` of the page before. */
  after: idSchema.optional(),
});

export const householdsSchema = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      fileComplete: z.boolean(),
      guardians: z.array(
        z.object({
          id: idSchema,
          firstName: z.string(),
          lastName: z.string(),
          email: z.string(),
          phone: z.string().nullable(),
          access: accessSchema,
        }),
      ),
      children: z.array(
        z.object({
          id: idSchema,
          firstName: z.string(),
          lastName: z.string(),
          schoolClass: z.string(),
        }),
      ),
    }),
  ),
  next: idSchema.nullable(),
});

export const householdCountsSchema = z.object({
  all: countSchema,
  fileIncomplete: countSchema,
  neverInvited: countSchema,
  expired: countSchema,
  bounced: countSchema,
  /** Guardians (not households) whose file is complete and who were never invited. */
  invitable: countSchema,
});

const quotientSchema = z.number().int().min(0).max(100_000);

export const householdPageSchema = z.object({
  id: idSchema,
  name: z.string(),
  address: z.string().nullable(),
  revision: countSchema,
  /** Since when and by whom the file is complete; `null` = something is missing. */
  file: z.object({ completedAt: instantSchema, completedBy: z.string().nullable() }).nullable(),
  quotients: z.array(z.object({ validFrom: daySchema, quotient: quotientSchema })),
  guardians: z.array(
    z.object({
      id: idSchema,
      firstName: z.string(),
      lastName: z.string(),
      email: z.string(),
      phone: z.string().nullable(),
      access: accessSchema,
      invitedAt: instantSchema.nullable(),
      linkExpiresAt: instantSchema.nullable(),
    }),
  ),
  children: z.array(
    z.object({
      id: idSchema,
      firstName: z.string(),
      lastName: z.string(),
      birthOn: daySchema,
      schoolClass: z.string(),
      /** What they are is read by itself, and that it was read is recorded. */
      hasAllergies: z.boolean(),
      otherHouseholds: z.array(z.object({ id: idSchema, name: z.string() })),
    }),
  ),
});

const nameSchema = z.string().trim().min(1).max(80);
/** Addresses are compared in lower case. */
const typedEmailSchema = emailSchema.transform((email) => email.toLowerCase());
const phoneSchema = z
  .string()
  .trim()
  .regex(/^(\+?[\d ./()-]{6,30})?$/, 'A telephone number, or nothing');
const existingDaySchema = daySchema.refine(isDay, 'Not an existing day');
const allergiesSchema = z.string().trim().max(500);

const guardianFields = {
  firstName: nameSchema,
  lastName: nameSchema,
  email: typedEmailSchema,
  /** Empty = none. */
  phone: phoneSchema,
};

const childFields = {
  firstName: nameSchema,
  lastName: nameSchema,
  birthOn: existingDaySchema,
  schoolClass: z.string().trim().max(20),
};

const newGuardianSchema = z.strictObject(guardianFields);
const newChildSchema = z.strictObject({
  ...childFields,
  /** Empty = none known. */
  allergies: allergiesSchema,
  /** Another child than the known one of this name and day of birth. */
  homonym: z.literal(true).optional(),
});
const datedQuotientSchema = z.strictObject({
  validFrom: existingDaySchema,
  quotient: quotientSchema,
});

const householdFields = {
  name: nameSchema,
  /** Empty = not known. */
  address: z.string().trim().max(300),
  /** Children of another household who are of this one too: separated parents. */
  sharedChildIds: z.array(idSchema).min(1).max(mostChildren).optional(),
  quotient: datedQuotientSchema.optional(),
};

export const registerHouseholdSchema = z
  .strictObject({
    ...householdFields,
    file: z.enum(['complete', 'incomplete']),
    guardians: z.array(newGuardianSchema).min(1).max(mostGuardians),
    children: z.array(newChildSchema).max(mostChildren),
  })
  .refine(({ children, sharedChildIds = [] }) => children.length + sharedChildIds.length > 0, {
    path: ['children'],
    message: 'A household has a child',
  });

export const changeHouseholdSchema = z.strictObject({
  ...householdFields,
  /** Of the household as it was shown. */
  revision: z.number().int().min(1),
  guardians: z
    .array(z.strictObject({ id: idSchema, ...guardianFields }))
    .min(1)
    .max(mostGuardians),
  newGuardians: z.array(newGuardianSchema).min(1).max(mostGuardians).optional(),
  removedGuardianIds: z.array(idSchema).min(1).max(mostGuardians).optional(),
  children: z
    .array(z.strictObject({ id: idSchema, ...childFields }))
    .min(1)
    .max(mostChildren),
  newChildren: z.array(newChildSchema).min(1).max(mostChildren).optional(),
});

export const registeredSchema = z.object({ id: idSchema });

export const fileSchema = z.strictObject({ file: z.enum(['complete', 'incomplete']) });

export const allergiesReadSchema = z.object({ allergies: z.string().nullable() });

/** Empty = none known. */
export const allergiesWrittenSchema = z.strictObject({ allergies: allergiesSchema });

/** Those named, or all whose file is complete and who were never invited. */
export const invitationsSchema = z
  .strictObject({
    guardianIds: z.array(idSchema).min(1).max(mostInvited).optional(),
    all: z.literal(true).optional(),
  })
  .refine(({ guardianIds, all }) => (guardianIds === undefined) !== (all === undefined), {
    path: ['guardianIds'],
    message: 'Some guardians, or all',
  });

export const invitedSchema = z.object({
  invited: countSchema,
  /** Already signing in for another household: this one is opened to them without a link. */
  linked: countSchema,
  refused: z.array(
    z.object({
      guardianId: idSchema,
      code: z.enum(['file-incomplete', 'account-active', 'account-disabled', 'email-twice']),
    }),
  ),
  /** How many more `all` would invite. */
  remaining: countSchema,
});
