-- How many bookings a closure cancelled when it was declared: they do not come back with it.
alter table closure add column cancelled integer not null default 0 check (cancelled >= 0);
