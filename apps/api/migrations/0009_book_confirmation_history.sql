-- Up Migration
-- A household reads its confirmations newest first, a page at a time.
create index confirmation_household on confirmation (organisation_id, household_id, at, id);
