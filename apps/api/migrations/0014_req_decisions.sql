-- Up Migration
-- What an answer is about, and what its households are told once it cannot be taken back any more.
alter table request_decision add column kind text not null check (kind in ('bookings', 'enrolments'));
alter table request_decision add column tells jsonb not null;
alter table request_decision add column told_at timestamptz;
create index request_decision_to_tell on request_decision (organisation_id, final_at)
  where told_at is null and taken_back_at is null;
create index request_decision_latest on request_decision (organisation_id, kind, id);

-- The sweeper reads which organisations have something to tell, never what.
grant select (organisation_id, told_at, taken_back_at) on request_decision to preau_jobs;
create policy to_tell on request_decision for select to preau_jobs
  using (told_at is null and taken_back_at is null);

-- The inbox is read household by household, what is due first first; a household's own, the latest first.
drop index booking_request;
create index booking_request on booking (organisation_id, answer_due_at, household_id, request_id, child_id)
  where state in ('requested', 'cancellationRequested');
create index booking_to_pay on booking (organisation_id, expires_at, household_id) where state = 'awaitingPayment';
create index booking_asked on booking (organisation_id, household_id, (coalesce(requested_at, created_at)))
  where requested_at is not null or state in ('awaitingPayment', 'expired');

-- What waits over a month, by session: a month of requests is counted without reading them.
create index booking_waits on booking (organisation_id, held_on, session_id, state) where expires_at is not null;
