-- What a règlement now says of who accepts, when one pays, when families may book, whom it takes.
alter table reglement_version no force row level security;
update reglement_version v
set document = v.document
  || case when v.document ? 'documents' then '{}'::jsonb else '{"documents": []}'::jsonb end
  || case when v.document ? 'closureCredit' then '{}'::jsonb else '{"closureCredit": "full"}'::jsonb end
  || jsonb_build_object('activities', (
    select jsonb_agg(
      '{"enrolment": {"kind": "byStaff"}, "ages": null, "opening": {"kind": "always"}, "days": []}'::jsonb
        || activity
        || jsonb_build_object('regime', '{"cancellation": {"kind": "automatic"}}'::jsonb || (activity -> 'regime'))
        || case when activity -> 'waitingList' ->> 'kind' = 'staff' and not activity -> 'waitingList' ? 'offerHours'
             then '{"waitingList": {"kind": "staff", "offerHours": 24}}'::jsonb else '{}'::jsonb end
      order by position)
    from jsonb_array_elements(v.document -> 'activities') with ordinality as a (activity, position)));
alter table reglement_version force row level security;

-- What deciding has to read, which most organisations can do without.
alter table reglement_version add column asks_documents boolean not null default false;
alter table reglement_version add column counts_days boolean not null default false;

-- A request keeps a place until its answer where its règlement says so.
alter table booking add column request_holds boolean not null default true;
alter table booking add column holds_place boolean not null
  generated always as (holds_place(state) and (state <> 'requested' or request_holds)) stored;

-- Requests of one household, made in one act, are answered together; each by its term.
alter table booking add column request_id uuid;
alter table booking add column requested_at timestamptz;
alter table booking add column answer_due_at timestamptz;
-- When to remind of a payment; null once it is done, or where nobody is reminded.
alter table booking add column remind_at timestamptz;

update booking b set requested_at = created_at, answer_due_at = created_at + interval '2 days'
where state in ('requested', 'cancellationRequested');
update booking b set expires_at = s.starts_at
from session s
where s.organisation_id = b.organisation_id and s.id = b.session_id
  and b.state in ('requested', 'cancellationRequested', 'awaitingPayment');

alter table booking drop constraint waits_since_and_until;
-- Whatever waits for somebody ends by itself: for want of an answer, a payment, a place.
alter table booking add constraint waits_until check (
  (state in ('requested', 'cancellationRequested', 'awaitingPayment', 'waitlisted', 'offered')) = (expires_at is not null));
alter table booking add constraint waits_since check (state not in ('waitlisted', 'offered') or waiting_since is not null);
alter table booking add constraint requested_since check (
  (state in ('requested', 'cancellationRequested')) <= (requested_at is not null and answer_due_at is not null));
alter table booking add constraint reminded_to_pay check (remind_at is null or state = 'awaitingPayment');

create index booking_request on booking (organisation_id, answer_due_at, id)
  where state in ('requested', 'cancellationRequested');
create index booking_remind on booking (organisation_id, remind_at) where remind_at is not null;
grant select (remind_at) on booking to preau_jobs;

-- An answer of the staff to some requests, which it may take back for a short while.
create table request_decision (
  organisation_id uuid not null,
  id uuid not null,
  decided_by uuid not null,
  at timestamptz not null,
  -- The family is told then: until then the answer can be taken back.
  final_at timestamptz not null,
  taken_back_at timestamptz,
  -- What was decided and what each was before, as it is shown and undone.
  detail jsonb not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, decided_by) references account (organisation_id, id)
);

-- A parent asks, the staff answers, once a school year.
alter table enrolment add column household_id uuid;
alter table enrolment add column requested_by uuid;
alter table enrolment add column requested_at timestamptz;
alter table enrolment add column answer_due_at timestamptz;
alter table enrolment add column note text not null default '';
alter table enrolment add column reason text;
alter table enrolment add column decided_by uuid;
alter table enrolment add column decided_at timestamptz;
alter table enrolment add foreign key (organisation_id, household_id) references household (organisation_id, id);
alter table enrolment add foreign key (organisation_id, requested_by) references account (organisation_id, id);
alter table enrolment add foreign key (organisation_id, decided_by) references account (organisation_id, id);
alter table enrolment add constraint refused_with_a_reason
  check (state not in ('refused', 'incomplete') or reason is not null) not valid;
-- What names an enrolment is what it is about. A key by its number alone would tempt a planner without
-- statistics, for the enrolments of one child, through those of everybody.
alter table enrolment drop constraint enrolment_pkey;
do $$
declare name text;
begin
  select conname into strict name from pg_constraint where conrelid = 'enrolment'::regclass and contype = 'u';
  execute format('alter table enrolment drop constraint %I', name);
end
$$;
alter table enrolment add primary key (organisation_id, child_id, activity_id, school_year);
create index enrolment_id on enrolment (id);
create index enrolment_request on enrolment (organisation_id, requested_at, id)
  where state in ('requested', 'incomplete');

-- An accepted document may have to be sent again one day.
alter table document add column expires_on date;
alter table document add constraint expires_once_accepted check (expires_on is null or state = 'accepted');
create index document_given on document (organisation_id, child_id, kind) where state in ('sent', 'accepted');

-- A closure the staff declares: who, when, and what it cancelled.
alter table closure add column declared_by uuid;
alter table closure add column declared_at timestamptz;
alter table closure add foreign key (organisation_id, declared_by) references account (organisation_id, id);

do $$
declare name text;
begin
  foreach name in array array['request_decision']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy tenant on %I using (organisation_id = current_organisation()) with check (organisation_id = current_organisation())',
      name);
    execute format('grant select, insert, update on %I to preau_app', name);
  end loop;
end
$$;
