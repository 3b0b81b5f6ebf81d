-- Up Migration
-- A child has at most one live booking for a session: the other states are history.
-- Both lists are those of the domain (bookings/states.ts); a test compares them.
create function is_live(state text) returns boolean
  language sql immutable parallel safe
  return state in ('requested', 'confirmed', 'awaitingPayment', 'cancellationRequested', 'waitlisted', 'offered',
    'absenceDeclared', 'attended', 'absentExcused', 'absentUnexcused');

-- States in which a booking holds its places.
create function holds_place(state text) returns boolean
  language sql immutable parallel safe
  return is_live(state) and state <> 'waitlisted';

create table facility (
  organisation_id uuid not null references organisation (organisation_id),
  id uuid not null,
  name text not null,
  primary key (organisation_id, id)
);

create table staff_role (
  organisation_id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('administrator', 'office', 'attendant')),
  facility_id uuid,
  foreign key (organisation_id, account_id) references account (organisation_id, id),
  foreign key (organisation_id, facility_id) references facility (organisation_id, id),
  unique nulls not distinct (organisation_id, account_id, role, facility_id)
);

create table age_group (
  organisation_id uuid not null references organisation (organisation_id),
  code text not null,
  label text not null,
  primary key (organisation_id, code)
);

-- An activity of the règlement, offered at one facility.
create table activity (
  organisation_id uuid not null references organisation (organisation_id),
  id uuid not null,
  code text not null,
  label text not null,
  facility_id uuid not null,
  position integer not null,
  primary key (organisation_id, id),
  unique (organisation_id, facility_id, code),
  foreign key (organisation_id, facility_id) references facility (organisation_id, id)
);

create table unit (
  organisation_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  code text not null,
  label text not null,
  position integer not null,
  primary key (organisation_id, id),
  unique (organisation_id, activity_id, code),
  foreign key (organisation_id, activity_id) references activity (organisation_id, id)
);

create table closure (
  organisation_id uuid not null references organisation (organisation_id),
  id uuid not null,
  facility_id uuid,
  activity_code text,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  label text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, facility_id) references facility (organisation_id, id)
);

-- One unit × one age group × one day. Made by planning the calendar, never by a read.
create table session (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  facility_id uuid not null,
  age_group text not null,
  held_on date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  parts text[] not null check (cardinality(parts) > 0),
  closed_label text,
  primary key (organisation_id, id),
  unique (organisation_id, unit_id, age_group, held_on),
  unique (organisation_id, id, held_on),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, facility_id) references facility (organisation_id, id),
  foreign key (organisation_id, age_group) references age_group (organisation_id, code)
);
create index session_facility_day on session (organisation_id, facility_id, held_on);

-- Moves whenever sessions are written: what a process remembers of a calendar holds for one revision.
create table calendar_revision (
  organisation_id uuid primary key references organisation (organisation_id),
  revision bigint not null
);

create function note_calendar_change() returns trigger language plpgsql as $$
begin
  insert into calendar_revision (organisation_id, revision)
  select distinct organisation_id, 1 from changed
  on conflict (organisation_id) do update set revision = calendar_revision.revision + 1;
  return null;
end
$$;
create trigger session_inserted after insert on session referencing new table as changed
  for each statement execute function note_calendar_change();
create trigger session_updated after update on session referencing new table as changed
  for each statement execute function note_calendar_change();
create trigger session_deleted after delete on session referencing old table as changed
  for each statement execute function note_calendar_change();

-- Places of one room and part of the day; several units may draw on the same pool.
create table seat_pool (
  organisation_id uuid not null,
  facility_id uuid not null,
  age_group text not null,
  held_on date not null,
  part text not null,
  capacity integer not null check (capacity >= 0),
  allowance integer not null default 0 check (allowance >= 0),
  allowance_reason text,
  taken integer not null default 0 check (taken >= 0),
  primary key (organisation_id, facility_id, age_group, held_on, part),
  foreign key (organisation_id, facility_id) references facility (organisation_id, id),
  foreign key (organisation_id, age_group) references age_group (organisation_id, code),
  constraint allowance_has_reason check (allowance = 0 or allowance_reason is not null),
  constraint never_overbooked check (taken <= capacity + allowance)
) with (fillfactor = 70);

-- Immutable once published: a verdict names the version it was given under.
create table reglement_version (
  organisation_id uuid not null references organisation (organisation_id),
  id uuid not null,
  document jsonb not null,
  hash text not null,
  engine_version integer not null,
  status text not null check (status in ('draft', 'published', 'superseded')),
  validity daterange not null,
  published_at timestamptz,
  primary key (organisation_id, id),
  constraint one_version_at_a_time exclude using gist (organisation_id with =, validity with &&)
    where (status = 'published')
);

create table enrolment (
  organisation_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  activity_id uuid not null,
  age_group text not null,
  school_year text not null check (school_year ~ '^\d{4}-\d{4}$'),
  state text not null check (state in ('requested', 'incomplete', 'accepted', 'refused', 'waitlisted', 'ended')),
  primary key (organisation_id, id),
  unique (organisation_id, child_id, activity_id, school_year),
  foreign key (organisation_id, child_id) references child (organisation_id, id),
  foreign key (organisation_id, activity_id) references activity (organisation_id, id),
  foreign key (organisation_id, age_group) references age_group (organisation_id, code)
);

-- One act of validating a cart: what the receipt shows.
create table confirmation (
  organisation_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  result json not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, household_id) references household (organisation_id, id),
  foreign key (organisation_id, account_id) references account (organisation_id, id)
);

create table booking (
  organisation_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  child_id uuid not null,
  session_id uuid not null,
  held_on date not null,
  state text not null check (state in ('requested', 'confirmed', 'awaitingPayment', 'refused', 'cancelled',
    'cancelledLate', 'expired', 'cancellationRequested', 'waitlisted', 'offered', 'declined', 'lapsed',
    'absenceDeclared', 'attended', 'absentExcused', 'absentUnexcused')),
  late boolean not null,
  reglement_version_id uuid not null,
  verdict jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, household_id) references household (organisation_id, id),
  foreign key (organisation_id, child_id) references child (organisation_id, id),
  foreign key (organisation_id, session_id, held_on) references session (organisation_id, id, held_on),
  foreign key (organisation_id, reglement_version_id) references reglement_version (organisation_id, id)
);
create unique index one_live_booking on booking (organisation_id, child_id, session_id) where is_live(state);
create index booking_child_day on booking (organisation_id, child_id, held_on);
create index booking_session on booking (organisation_id, session_id, child_id);

-- The household's draft: it lives here so that it resumes on another device.
create table cart (
  organisation_id uuid not null,
  household_id uuid not null,
  revision integer not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  primary key (organisation_id, household_id),
  foreign key (organisation_id, household_id) references household (organisation_id, id),
  foreign key (organisation_id, updated_by) references account (organisation_id, id)
);

create table cart_line (
  organisation_id uuid not null,
  household_id uuid not null,
  child_id uuid not null,
  session_id uuid not null,
  action text not null check (action in ('add', 'remove')),
  primary key (organisation_id, household_id, child_id, session_id),
  foreign key (organisation_id, household_id) references household (organisation_id, id),
  foreign key (organisation_id, household_id, child_id)
    references household_child (organisation_id, household_id, child_id),
  foreign key (organisation_id, session_id) references session (organisation_id, id)
);

-- One row per message to one person about one event: sending is repeatable, doubling is not.
create table mail_message (
  organisation_id uuid not null references organisation (organisation_id),
  id uuid not null,
  event_id uuid not null,
  recipient text not null,
  template text not null,
  state text not null check (state in ('pending', 'sent', 'bounced')),
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, event_id, recipient)
);
