-- Up Migration
-- The waiting list: since when a booking waits, and until when it may (the booking limit while it
-- waits, the term of the offer once a place is offered).
alter table booking add column waiting_since timestamptz;
alter table booking add column expires_at timestamptz;
alter table booking add constraint waits_since_and_until check (
  case when state in ('waitlisted', 'offered') then waiting_since is not null and expires_at is not null
       else expires_at is null end);
create index booking_queue on booking (organisation_id, session_id, waiting_since, id) where state = 'waitlisted';
create index booking_due on booking (expires_at) where expires_at is not null;

-- The sweeper reads which organisations have something due, never whose.
grant select (organisation_id, expires_at) on booking to preau_jobs;
create policy due on booking for select to preau_jobs using (expires_at is not null);

-- A draft line may also ask for a place in the waiting list.
alter table cart_line drop constraint cart_line_action_check;
alter table cart_line add constraint cart_line_action_check check (action in ('add', 'remove', 'wait'));

-- Who validated what: a parent online, or the staff for them.
alter table confirmation add column channel text not null default 'online' check (channel in ('online', 'staff'));

-- The life of each booking: insert-only, what the staff reads when a parent asks « pourquoi ? ».
create table booking_change (
  organisation_id uuid not null,
  id uuid not null,
  booking_id uuid not null,
  household_id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('guardian', 'staff', 'system')),
  actor_id uuid,
  from_state text,
  to_state text not null,
  confirmation_id uuid,
  reglement_version_id uuid,
  verdict jsonb not null,
  note text,
  primary key (organisation_id, id),
  foreign key (organisation_id, booking_id) references booking (organisation_id, id),
  foreign key (organisation_id, household_id) references household (organisation_id, id)
);
create index booking_change_booking on booking_change (organisation_id, booking_id, at, id);
create index booking_change_household on booking_change (organisation_id, household_id, at, id);

alter table booking_change enable row level security;
alter table booking_change force row level security;
create policy tenant on booking_change using (organisation_id = current_organisation())
  with check (organisation_id = current_organisation());
grant select, insert on booking_change to preau_app;
