-- Up Migration
-- What is due is asked in one organisation (a confirmation that finds a day full, the sweeper).
drop index booking_due;
create index booking_due on booking (organisation_id, expires_at) where expires_at is not null;
