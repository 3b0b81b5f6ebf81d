-- Up Migration
-- The household's file, handed in on paper or sent online: complete, it opens the invitation.
alter table household add column address text;
alter table household add column file_completed_at timestamptz;
alter table household add column file_completed_by uuid;
alter table household add column revision integer not null default 1;
alter table household add foreign key (organisation_id, file_completed_by)
  references account (organisation_id, id);
create index household_name on household (organisation_id, name, id);

-- What a household is found by: normalised words of names, telephones, addresses of e-mail.
-- Row-level security keeps trigram indexes from being used; a range of a plain index is not.
create table household_search (
  organisation_id uuid not null,
  token text collate "C" not null,
  household_id uuid not null,
  primary key (organisation_id, token, household_id),
  foreign key (organisation_id, household_id) references household (organisation_id, id)
);
create index household_search_household on household_search (organisation_id, household_id);

create index mail_message_recipient on mail_message (organisation_id, recipient, created_at);

create table news (
  organisation_id uuid not null references organisation (organisation_id),
  id uuid not null,
  kind text not null check (kind in ('information', 'closure', 'prices', 'rules')),
  title text not null,
  body text not null,
  important boolean not null,
  -- Both days inclusive; no end = until it is taken down.
  visible_from date not null,
  visible_until date check (visible_until >= visible_from),
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  revision integer not null default 1,
  updated_by uuid not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, updated_by) references account (organisation_id, id)
);
create index news_shown on news (organisation_id, visible_from desc, id);

-- Legal pages of the organisation, each version kept: which terms somebody accepted must stay readable.
create table legal_page (
  organisation_id uuid not null references organisation (organisation_id),
  code text not null check (code in ('legalNotice', 'terms', 'privacy', 'accessibility')),
  version integer not null check (version > 0),
  body text not null,
  published_at timestamptz not null,
  primary key (organisation_id, code, version)
);

create table terms_acceptance (
  organisation_id uuid not null,
  account_id uuid not null,
  version integer not null,
  accepted_at timestamptz not null,
  primary key (organisation_id, account_id, version),
  foreign key (organisation_id, account_id) references account (organisation_id, id)
);

-- Files, in chunks: one store, one backup.
create table stored_file (
  organisation_id uuid not null references organisation (organisation_id),
  id uuid not null,
  media_type text not null,
  size_bytes integer not null check (size_bytes > 0),
  sha256 bytea not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, created_by) references account (organisation_id, id)
);

create table file_chunk (
  organisation_id uuid not null,
  file_id uuid not null,
  position integer not null check (position >= 0),
  bytes bytea not null,
  primary key (organisation_id, file_id, position),
  foreign key (organisation_id, file_id) references stored_file (organisation_id, id)
);

-- A document a parent sends (« Mes demandes ») and the staff decides.
create table document (
  organisation_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  child_id uuid,
  kind text not null,
  note text not null,
  state text not null check (state in ('sent', 'accepted', 'refused', 'withdrawn')),
  reason text,
  sent_by uuid not null,
  sent_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, household_id) references household (organisation_id, id),
  foreign key (organisation_id, household_id, child_id)
    references household_child (organisation_id, household_id, child_id),
  foreign key (organisation_id, sent_by) references account (organisation_id, id),
  foreign key (organisation_id, decided_by) references account (organisation_id, id),
  constraint refused_with_a_reason check (state <> 'refused' or reason is not null)
);
create index document_household on document (organisation_id, household_id, sent_at);
create index document_inbox on document (organisation_id, state, sent_at, id);

create table document_file (
  organisation_id uuid not null,
  document_id uuid not null,
  file_id uuid not null,
  position integer not null,
  name text not null,
  primary key (organisation_id, document_id, position),
  unique (organisation_id, file_id),
  foreign key (organisation_id, document_id) references document (organisation_id, id),
  foreign key (organisation_id, file_id) references stored_file (organisation_id, id)
);

do $$
declare name text;
begin
  foreach name in array array['household_search', 'news', 'legal_page', 'terms_acceptance', 'stored_file',
    'file_chunk', 'document', 'document_file']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy tenant on %I using (organisation_id = current_organisation()) with check (organisation_id = current_organisation())',
      name);
    execute format('grant select, insert, update, delete on %I to preau_app', name);
  end loop;
end
$$;

-- Published words and acceptances are never rewritten.
revoke update, delete on legal_page, terms_acceptance from preau_app;
