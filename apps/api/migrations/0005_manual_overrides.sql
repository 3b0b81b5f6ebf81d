-- Up Migration
-- True once the staff has decided this row by hand (opened, closed, another number of places):
-- planning the calendar again then leaves it alone.
alter table session add column overridden boolean not null default false;
alter table seat_pool add column overridden boolean not null default false;
