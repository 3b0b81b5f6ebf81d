import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { OrganisationSettings } from './organisations.settings.ts';

export const organisationDirectory = pgTable('organisation_directory', {
  slug: text().primaryKey(),
  organisationId: uuid('organisation_id').notNull(),
});

export const organisation = pgTable('organisation', {
  organisationId: uuid('organisation_id').primaryKey(),
  name: text().notNull(),
  settings: jsonb().$type<OrganisationSettings>().notNull(),
  revision: integer().notNull().default(1),
});
