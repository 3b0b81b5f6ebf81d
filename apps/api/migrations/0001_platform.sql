-- Up Migration
-- The owner role creates everything; the application role (preau_app) owns nothing and the
-- jobs role (preau_jobs) reads events of every organisation. Both exist before the first migration.

create function current_organisation() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.organisation_id', true), '')::uuid;

-- One row: what this database is for. Written once; a server of another mode refuses to start.
create table instance (
  singleton boolean primary key default true check (singleton),
  mode text not null check (mode in ('demo', 'production', 'test')),
  -- Demonstrations and tests move the clock; a production clock cannot be moved.
  clock_offset_ms bigint not null default 0 check (mode <> 'production' or clock_offset_ms = 0),
  created_at timestamptz not null default now()
);

-- Public facts: which address belongs to which organisation. Read before a tenant is known.
create table organisation_directory (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  organisation_id uuid not null unique
);

create table audit_event (
  organisation_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('anonymous', 'guardian', 'staff', 'system')),
  actor_id uuid,
  action text not null,
  object_kind text not null,
  object_id uuid,
  detail jsonb not null,
  request_id text not null,
  primary key (organisation_id, id)
);
create index audit_event_object on audit_event (organisation_id, object_kind, object_id, at);

-- Outbox and change feed in one: readers stop at the oldest transaction still running.
create table event (
  organisation_id uuid not null,
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  type text not null,
  payload jsonb not null,
  at timestamptz not null,
  primary key (organisation_id, id)
);
create index event_feed on event (xid, id);

create table event_cursor (
  reader text primary key,
  xid xid8 not null,
  id uuid not null
);

create table idempotency_key (
  organisation_id uuid not null,
  actor_id uuid not null,
  key text not null check (length(key) between 8 and 128),
  body_hash bytea not null,
  status smallint not null,
  -- json, not jsonb: a replay gives the first answer letter by letter.
  body json not null,
  created_at timestamptz not null,
  primary key (organisation_id, actor_id, key)
);

-- Attempts at guessable things (sign-in, reset, activation), shared by all processes.
create table throttle (
  organisation_id uuid not null,
  subject bytea not null,
  failures integer not null check (failures >= 0),
  window_started_at timestamptz not null,
  blocked_until timestamptz not null,
  primary key (organisation_id, subject)
);

-- School years change on 1 September.
create function school_year(on_day date) returns text
  language sql immutable parallel safe
  return case when extract(month from on_day) >= 9
    then extract(year from on_day)::int || '-' || extract(year from on_day)::int + 1
    else extract(year from on_day)::int - 1 || '-' || extract(year from on_day)::int end;
