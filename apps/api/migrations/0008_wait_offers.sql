-- Up Migration
-- What a household waits for or is offered: few rows among its bookings, read with each planning.
create index booking_waiting on booking (organisation_id, household_id) where expires_at is not null;

-- A waiting list now says for how long a freed place is offered. Published documents keep their
-- hash, their meaning and their place in history: only the way this one word is written follows.
alter table reglement_version no force row level security;
update reglement_version v
set document = jsonb_set(v.document, '{activities}', (
  select jsonb_agg(
    case when jsonb_typeof(activity -> 'waitingList') = 'string'
      then jsonb_set(activity, '{waitingList}',
        case activity ->> 'waitingList'
          when 'online' then '{"kind": "online", "offerHours": 24}'
          else jsonb_build_object('kind', activity ->> 'waitingList') end)
      else activity end
    order by position)
  from jsonb_array_elements(v.document -> 'activities') with ordinality as a (activity, position)));
alter table reglement_version force row level security;
