-- Up Migration
create table organisation (
  organisation_id uuid primary key references organisation_directory (organisation_id),
  name text not null,
  settings jsonb not null,
  revision integer not null default 1
);

create table account (
  organisation_id uuid not null references organisation (organisation_id),
  id uuid not null,
  surface text not null check (surface in ('family', 'staff')),
  email text not null check (email = lower(email)),
  display_name text not null,
  password_hash text,
  status text not null check (status in ('invited', 'active', 'disabled')),
  created_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, surface, email)
);

create table sign_in_session (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  household_id uuid,
  user_agent text not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, account_id) references account (organisation_id, id)
);
create index sign_in_session_account on sign_in_session (organisation_id, account_id) where revoked_at is null;

-- Invitation and reset links: only the hash is kept, single use.
create table account_link (
  organisation_id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  purpose text not null check (purpose in ('invitation', 'reset')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  consumed_at timestamptz,
  primary key (organisation_id, token_hash),
  foreign key (organisation_id, account_id) references account (organisation_id, id)
);
create index account_link_account on account_link (organisation_id, account_id);

create table household (
  organisation_id uuid not null references organisation (organisation_id),
  id uuid not null,
  name text not null,
  primary key (organisation_id, id)
);

alter table sign_in_session
  add foreign key (organisation_id, household_id) references household (organisation_id, id);

-- The family quotient, dated: what counts is the one in force on the day of the session.
create table household_quotient (
  organisation_id uuid not null,
  household_id uuid not null,
  valid_from date not null,
  quotient integer not null check (quotient between 0 and 100000),
  primary key (organisation_id, household_id, valid_from),
  foreign key (organisation_id, household_id) references household (organisation_id, id)
);

create table guardian (
  organisation_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  account_id uuid,
  first_name text not null,
  last_name text not null,
  email text not null,
  phone text,
  primary key (organisation_id, id),
  foreign key (organisation_id, household_id) references household (organisation_id, id),
  foreign key (organisation_id, account_id) references account (organisation_id, id)
);
create index guardian_household on guardian (organisation_id, household_id);
create unique index guardian_account on guardian (organisation_id, account_id, household_id)
  where account_id is not null;

create table child (
  organisation_id uuid not null references organisation (organisation_id),
  id uuid not null,
  first_name text not null,
  last_name text not null,
  birth_on date not null,
  school_class text not null,
  primary key (organisation_id, id)
);

-- Separated parents: one child may belong to two households.
create table household_child (
  organisation_id uuid not null,
  household_id uuid not null,
  child_id uuid not null,
  primary key (organisation_id, household_id, child_id),
  foreign key (organisation_id, household_id) references household (organisation_id, id),
  foreign key (organisation_id, child_id) references child (organisation_id, id)
);
create index household_child_child on household_child (organisation_id, child_id);

-- Health notes are encrypted by the application (AES-256-GCM); key_id names the key.
create table child_health (
  organisation_id uuid not null,
  child_id uuid not null,
  key_id text not null,
  allergies bytea not null,
  updated_at timestamptz not null,
  primary key (organisation_id, child_id),
  foreign key (organisation_id, child_id) references child (organisation_id, id)
);

