import { date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from '../../platform/db/columns.ts';

export const household = pgTable('household', {
  organisationId: uuid('organisation_id').notNull(),
  id: uuid().notNull(),
  name: text().notNull(),
  address: text(),
  /** Since when the file is complete; `null` = something is still missing. */
  fileCompletedAt: instant('file_completed_at'),
  fileCompletedBy: uuid('file_completed_by'),
  revision: integer().notNull().default(1),
});

export const householdQuotient = pgTable('household_quotient', {
  organisationId: uuid('organisation_id').notNull(),
  householdId: uuid('household_id').notNull(),
  validFrom: date('valid_from', { mode: 'string' }).notNull(),
  quotient: integer().notNull(),
});

export const guardian = pgTable('guardian', {
  organisationId: uuid('organisation_id').notNull(),
  id: uuid().notNull(),
  householdId: uuid('household_id').notNull(),
  accountId: uuid('account_id'),
  firstName: text('first_name').notNull(),
  lastName: text('last_name').notNull(),
  email: text().notNull(),
  phone: text(),
});

export const child = pgTable('child', {
  organisationId: uuid('organisation_id').notNull(),
  id: uuid().notNull(),
  firstName: text('first_name').notNull(),
  lastName: text('last_name').notNull(),
  birthOn: date('birth_on', { mode: 'string' }).notNull(),
  schoolClass: text('school_class').notNull(),
});

export const householdChild = pgTable('household_child', {
  organisationId: uuid('organisation_id').notNull(),
  householdId: uuid('household_id').notNull(),
  childId: uuid('child_id').notNull(),
});

export const childHealth = pgTable('child_health', {
  organisationId: uuid('organisation_id').notNull(),
  childId: uuid('child_id').notNull(),
  keyId: text('key_id').notNull(),
  allergies: bytes().notNull(),
  updatedAt: instant('updated_at').notNull(),
});
