-- Up Migration
-- Limits are counted in a unit of days that they name; these two were of working days by their names.
-- Keys are written in one order, and a quotation mark within a text is escaped: nothing else is meant.
alter table reglement_version no force row level security;
update reglement_version
set document = replace(replace(replace(document::text,
      '"kind": "workingHoursBefore"', '"kind": "hoursBefore", "unit": "working"'),
      '"kind": "workingDaysBefore"', '"kind": "daysBefore", "unit": "working"'),
      ', "anchor": "sessionStart"', '')::jsonb
where document::text like '%"kind": "working%';
alter table reglement_version force row level security;

-- A booking remembers by which stage it was taken, and is late after the first: what the second of
-- them costs was until now the same for all that follow.
alter table booking alter column late type smallint using late::int::smallint;
alter table booking rename column late to stage;
alter table booking alter column stage set default 0;
alter table booking add constraint stage_of_the_document check (stage >= 0);
alter table booking add column late boolean not null generated always as (stage > 0) stored;

-- A late cancellation remembers its own; the bookings that were cancelled late before it did, none.
alter table booking add column cancel_stage smallint
  constraint cancel_stage_of_the_document check (cancel_stage >= 0);
alter table booking add constraint cancelled_at_a_stage check (cancel_stage is null or state = 'cancelledLate');

-- Days are counted around each day of a draft, as far as its school holiday or its term goes.
alter table reglement_version add column counts_periods boolean not null default false;
