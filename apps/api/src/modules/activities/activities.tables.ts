import { boolean, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

// Mirrors of the tables of the migrations, which hold the keys and the constraints.

export const facility = pgTable('facility', {
  organisationId: uuid('organisation_id').notNull(),
  id: uuid('id').notNull(),
  name: text('name').notNull(),
});

export const ageGroup = pgTable('age_group', {
  organisationId: uuid('organisation_id').notNull(),
  code: text('code').notNull(),
  label: text('label').notNull(),
});

/** An activity of the règlement, offered at one facility. */
export const activity = pgTable('activity', {
  organisationId: uuid('organisation_id').notNull(),
  id: uuid('id').notNull(),
  code: text('code').notNull(),
  label: text('label').notNull(),
  facilityId: uuid('facility_id').notNull(),
  position: integer('position').notNull(),
});

export const unit = pgTable('unit', {
  organisationId: uuid('organisation_id').notNull(),
  id: uuid('id').notNull(),
  activityId: uuid('activity_id').notNull(),
  code: text('code').notNull(),
  label: text('label').notNull(),
  position: integer('position').notNull(),
});

/** Days on which a facility, an activity or (both null) everything is closed, ends included. */
export const closure = pgTable('closure', {
  organisationId: uuid('organisation_id').notNull(),
  id: uuid('id').notNull(),
  facilityId: uuid('facility_id'),
  activityCode: text('activity_code'),
  fromOn: date('from_on', { mode: 'string' }).notNull(),
  untilOn: date('until_on', { mode: 'string' }).notNull(),
  label: text('label').notNull(),
  /** Null where nobody of the staff declared it. */
  declaredBy: uuid('declared_by'),
  declaredAt: timestamp('declared_at', { withTimezone: true }),
  cancelled: integer('cancelled').notNull().default(0),
});

/** One unit, for one age group, on one day. */
export const session = pgTable('session', {
  organisationId: uuid('organisation_id').notNull(),
  id: uuid('id').notNull(),
  unitId: uuid('unit_id').notNull(),
  facilityId: uuid('facility_id').notNull(),
  ageGroup: text('age_group').notNull(),
  heldOn: date('held_on', { mode: 'string' }).notNull(),
  startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
  endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
  parts: text('parts').array().notNull(),
  closedLabel: text('closed_label'),
  overridden: boolean('overridden').notNull().default(false),
});

/** Places of one age group in one facility for a part of a day; several units may draw on them. */
export const seatPool = pgTable('seat_pool', {
  organisationId: uuid('organisation_id').notNull(),
  facilityId: uuid('facility_id').notNull(),
  ageGroup: text('age_group').notNull(),
  heldOn: date('held_on', { mode: 'string' }).notNull(),
  part: text('part').notNull(),
  capacity: integer('capacity').notNull(),
  allowance: integer('allowance').notNull().default(0),
  allowanceReason: text('allowance_reason'),
  taken: integer('taken').notNull().default(0),
  overridden: boolean('overridden').notNull().default(false),
});
