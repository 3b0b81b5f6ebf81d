-- Answered requests, the latest first.
create index enrolment_answered on enrolment (organisation_id, decided_at, id)
  where requested_at is not null and decided_at is not null and state <> 'ended';
