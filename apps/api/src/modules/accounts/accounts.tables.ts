import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../../platform/db/columns.ts';

export const account = pgTable('account', {
  organisationId: uuid('organisation_id').notNull(),
  id: uuid().notNull(),
  surface: text({ enum: ['family', 'staff'] }).notNull(),
  /** Lower case: the database refuses anything else. */
  email: text().notNull(),
  displayName: text('display_name').notNull(),
  passwordHash: text('password_hash'),
  status: text({ enum: ['invited', 'active', 'disabled'] }).notNull(),
  createdAt: instant('created_at').notNull(),
});

export const staffRole = pgTable('staff_role', {
  organisationId: uuid('organisation_id').notNull(),
  accountId: uuid('account_id').notNull(),
  role: text({ enum: ['administrator', 'office', 'attendant'] }).notNull(),
  facilityId: uuid('facility_id'),
});
