import type { DocumentFact } from '@preau/domain/bookings/verdict';
import type { EnrolmentFact } from '@preau/domain/enrolments/enrolment-fact';
import type { BookingState } from '@preau/domain/bookings/states';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/** A day of a request, as it is read. */
export type RequestDayRow = {
  readonly bookingId: string;
  readonly on: Day;
  readonly unit: string;
  readonly unitLabel: string;
  readonly state: BookingState;
  readonly cents: number;
  /** Until when it waits as it is. */
  readonly until: Instant | null;
  readonly closedLabel: string | null;
  readonly requestHolds: boolean;
  /** The tightest pool of the unit. */
  readonly free: number;
  readonly capacity: number;
  readonly waiting: number;
};

/** Days of one child and one activity, asked in one act or answered in one. */
export type RequestRow = {
  readonly position: number;
  /** The act of asking, or of answering. */
  readonly key: string;
  readonly kind: 'booking' | 'cancellation';
  readonly requested_at: Instant;
  readonly answer_due: Instant | null;
  /** Where the page goes on after this row. */
  readonly place: string;
  readonly household: { readonly id: string; readonly name: string };
  readonly file_complete: boolean;
  readonly child: {
    readonly id: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly schoolClass: string;
  };
  readonly activity: { readonly id: string; readonly code: string; readonly label: string };
  readonly facility: { readonly id: string; readonly name: string };
  readonly enrolment: EnrolmentFact | null;
  /** `null` where no règlement asks for any. */
  readonly documents: DocumentFact[] | null;
  readonly days: readonly RequestDayRow[];
};

export type CountsRow = {
  readonly bookings: number;
  readonly overdue: number;
  readonly due_soon: number;
  readonly enrolments: number;
  readonly documents: number;
};

const instantOf = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;
const pending = "b.state in ('requested', 'cancellationRequested')";
const kindOf = (state: string) =>
  `case ${state} when 'cancellationRequested' then 'cancellation' else 'booking' end`;

// Counted once per day shown; a day has a handful of pools.
const dayOf = `json_build_object('bookingId', b.id, 'on', s.held_on, 'unit', u.code, 'unitLabel', u.label,
  'state', b.state, 'cents', (b.verdict ->> 'cents')::int, 'until', ${instantOf('b.expires_at')},
  'closedLabel', s.closed_label, 'requestHolds', b.request_holds,
  'free', coalesce(p.free, 0), 'capacity', coalesce(p.capacity, 0),
  'waiting', (select count(*) from booking w
              where w.organisation_id = $1 and w.session_id = b.session_id and w.state = 'waitlisted'))`;

const documentsGiven = `
  case when (select bool_or(asks_documents) from reglement_version where organisation_id = $1) then (
    select json_agg(json_build_object('code', d.kind, 'state', d.state, 'until', d.expires_on))
    from document d
    where d.organisation_id = $1 and d.state in ('sent', 'accepted')
      and (d.child_id = i.child_id or (d.child_id is null and d.household_id = i.household_id))) end`;

/**
 * SQL of requests, gathered by act, child and activity. `$1` is the organisation.
 * @param picked gives position, key, kind, place, booking_id: which bookings, in which order
 */
function requestsOf(picked: string): string {
  return `with recursive ${picked}
   select i.position, i.key, i.kind, i.requested_at, i.answer_due, i.place,
     json_build_object('id', h.id, 'name', h.name) as household, h.file_completed_at is not null as file_complete,
     json_build_object('id', c.id, 'firstName', c.first_name, 'lastName', c.last_name,
       'schoolClass', c.school_class) as child,
     json_build_object('id', a.id, 'code', a.code, 'label', a.label) as activity,
     json_build_object('id', f.id, 'name', f.name) as facility,
     (select e.state from enrolment e
      where e.organisation_id = $1 and e.child_id = i.child_id and e.activity_id = i.activity_id
        and e.school_year = i.school_year) as enrolment,
     ${documentsGiven} as documents, i.days
   from (
     select picked.position, picked.key, picked.kind, picked.place, b.household_id, b.child_id, u.activity_id,
       min(${instantOf('coalesce(b.requested_at, b.created_at)')}) as requested_at,
       min(${instantOf('b.answer_due_at')}) as answer_due, school_year(min(s.held_on)) as school_year,
       json_agg(${dayOf} order by s.held_on, s.starts_at, b.id) as days
     from picked
     join booking b on b.organisation_id = $1 and b.id = picked.booking_id
     join session s on s.organisation_id = $1 and s.id = b.session_id
     join unit u on u.organisation_id = $1 and u.id = s.unit_id
     left join lateral (
       select q.capacity + q.allowance - q.taken as free, q.capacity from seat_pool q
       where q.organisation_id = $1 and q.facility_id = s.facility_id and q.age_group = s.age_group
         and q.held_on = s.held_on and q.part = any(s.parts)
       order by 1 limit 1) p on true
     group by picked.position, picked.key, picked.kind, picked.place, b.household_id, b.child_id, u.activity_id
   ) i
   join household h on h.organisation_id = $1 and h.id = i.household_id
   join child c on c.organisation_id = $1 and c.id = i.child_id
   join activity a on a.organisation_id = $1 and a.id = i.activity_id
   join facility f on f.organisation_id = $1 and f.id = a.facility_id
   order by i.position, c.first_name, i.child_id, a.position, i.activity_id, i.kind, i.key`;
}

/**
 * SQL that picks a page of what waits, household by household in the order of a term: each step
 * reads the next entry of the index, so that a page costs the same among ten requests or thousands.
 * `$2` and `$3` are the place it begins after, `$4` a facility or null, `$5` how many households.
 */
function waitingBy(term: string, waiting: string): string {
  const next = (after: string) => `(
    select b.${term} as term, b.household_id from booking b
    where b.organisation_id = $1 and ${waiting} and (b.${term}, b.household_id) > ${after}
      and ($4::uuid is null or exists (
        select from session s where s.organisation_id = $1 and s.id = b.session_id and s.facility_id = $4))
    order by b.${term}, b.household_id limit 1)`;
  return `step (term, household_id) as (
     ${next('(to_timestamp($2::float8 / 1000), $3::uuid)')}
     union all
     select n.* from step cross join lateral ${next('(step.term, step.household_id)')} n
   ), page as materialized (
     select * from step limit $5
   ), picked as materialized (
     select dense_rank() over (order by page.term, page.household_id)::int as position,
       coalesce(b.request_id, page.household_id) as key, ${kindOf('b.state')} as kind,
       ${instantOf('page.term')} || '.' || page.household_id as place, b.id as booking_id
     from page
     join booking b on b.organisation_id = $1 and b.${term} = page.term and b.household_id = page.household_id
       and ${waiting}
     where $4::uuid is null or exists (
       select from session s where s.organisation_id = $1 and s.id = b.session_id and s.facility_id = $4)
   )`;
}

const pendingPage = statement<RequestRow>(
  'requests.pending',
  requestsOf(waitingBy('answer_due_at', pending)),
);

const overduePage = statement<RequestRow>(
  'requests.overdue',
  requestsOf(
    waitingBy('answer_due_at', `${pending} and b.answer_due_at <= to_timestamp($6::float8 / 1000)`),
  ),
);

const toPayPage = statement<RequestRow>(
  'requests.to-pay',
  requestsOf(waitingBy('expires_at', "b.state = 'awaitingPayment'")),
);

const answeredPage = statement<RequestRow>(
  'requests.answered',
  requestsOf(`page as materialized (
     select d.id, d.detail from request_decision d
     where d.organisation_id = $1 and d.kind = 'bookings' and ($2::uuid is null or d.id < $2)
     order by d.id desc limit $3
   ), picked as materialized (
     select dense_rank() over (order by page.id desc)::int as position, page.id as key,
       ${kindOf('answer."from"')} as kind, page.id::text as place, answer."bookingId" as booking_id
     from page
     cross join lateral jsonb_to_recordset(page.detail -> 'answers') as answer ("bookingId" uuid, "from" text)
   )`),
);

const householdWaiting = statement<RequestRow>(
  'requests.of-household',
  requestsOf(`picked as materialized (
     select dense_rank() over (order by coalesce(b.requested_at, b.created_at), b.answer_due_at)::int as position,
       coalesce(b.request_id, b.household_id) as key, ${kindOf('b.state')} as kind, '' as place, b.id as booking_id
     from booking b
     where b.organisation_id = $1 and b.household_id = $2 and b.expires_at is not null
       and (${pending} or b.state = 'awaitingPayment')
   )`),
);

const named = statement<RequestRow>(
  'requests.named',
  requestsOf(`picked as materialized (
     select dense_rank() over (order by b.answer_due_at, b.household_id)::int as position,
       coalesce(b.request_id, b.household_id) as key, ${kindOf('b.state')} as kind, '' as place, b.id as booking_id
     from booking b
     join session s on s.organisation_id = $1 and s.id = b.session_id
     join unit u on u.organisation_id = $1 and u.id = s.unit_id
     where b.organisation_id = $1 and b.child_id = $3 and b.expires_at is not null
       and b.state = any($5::text[]) and coalesce(b.request_id, b.household_id) = $2
       and coalesce(${instantOf('b.answer_due_at')}, 0) = $6
       and u.activity_id = $4
   )`),
);

/** Counting stops there: so many requests, or more, look the same to who answers them. */
const mostCounted = 1_000;

// Each step is one look at the index, then at the days found, which tell the activities: what is
// counted costs the same among a thousand requests or many.
const nextAsked = (after: string) => `(
  select b.answer_due_at, b.household_id, b.request_id, b.child_id from booking b
  where b.organisation_id = $1 and ${pending} and ${after}
  order by b.answer_due_at, b.household_id, b.request_id, b.child_id limit 1)`;

const counts = statement<CountsRow>(
  'requests.counts',
  `with recursive request (due, household_id, request_id, child_id) as (
     ${nextAsked('true')}
     union all
     select n.* from request r cross join lateral ${nextAsked(
       `(b.answer_due_at, b.household_id, b.request_id, b.child_id)
          > (r.due, r.household_id, r.request_id, r.child_id)`,
     )} n
   ), counted as (
     select r.due from request r cross join lateral (
       select distinct u.activity_id, b.state from booking b
       join session s on s.organisation_id = $1 and s.id = b.session_id
       join unit u on u.organisation_id = $1 and u.id = s.unit_id
       where b.organisation_id = $1 and ${pending} and b.answer_due_at = r.due
         and b.household_id = r.household_id and b.request_id = r.request_id and b.child_id = r.child_id) own
     limit ${mostCounted}
   )
   select count(*)::int as bookings,
     count(*) filter (where due <= to_timestamp($2::float8 / 1000))::int as overdue,
     count(*) filter (where due > to_timestamp($2::float8 / 1000)
       and due <= to_timestamp($3::float8 / 1000))::int as due_soon,
     (select count(*)::int from enrolment
      where organisation_id = $1 and state = 'requested') as enrolments,
     (select count(*)::int from document where organisation_id = $1 and state = 'sent') as documents
   from counted`,
);

const beginning = '0.00000000-0000-0000-0000-000000000000';

export type RequestsPage = {
  /** `place` of the last row of the page before; `null` = the first page. */
  readonly after: string | null;
  readonly limit: number;
};

/** A page of what waits for the office, household by household. */
export function askWaitingRequests(
  ask: Ask,
  organisationId: string,
  which: 'pending' | 'overdue' | 'toPay',
  { after, limit, facilityId }: RequestsPage & { readonly facilityId: string | null },
  now: Instant,
): Promise<RequestRow[]> {
  const [term, householdId] = (after ?? beginning).split('.');
  const values = [organisationId, term, householdId, facilityId, limit];
  switch (which) {
    case 'pending':
      return ask(pendingPage, values);
    case 'overdue':
      return ask(overduePage, [...values, now]);
    case 'toPay':
      return ask(toPayPage, values);
  }
}

/** A page of what the office answered, the latest first. */
export function askAnsweredRequests(
  ask: Ask,
  organisationId: string,
  { after, limit }: RequestsPage,
): Promise<RequestRow[]> {
  return ask(answeredPage, [organisationId, after, limit]);
}

/** What of a household waits for an answer or a payment. */
export function askHouseholdRequests(
  ask: Ask,
  organisationId: string,
  householdId: string,
): Promise<RequestRow[]> {
  return ask(householdWaiting, [organisationId, householdId]);
}

/** What a request is known by, and what its days are. */
export type RequestName = {
  /** The act of asking. */
  readonly key: string;
  readonly childId: string;
  readonly activityId: string;
  readonly kind: RequestRow['kind'];
  /** When its answer is due; 0 where none is. */
  readonly due: Instant;
};

/** One request, wherever it stands among those that wait; nothing once it does not. */
export function askNamedRequest(
  ask: Ask,
  organisationId: string,
  which: 'pending' | 'toPay',
  { key, childId, activityId, kind, due }: RequestName,
): Promise<RequestRow[]> {
  const pendingState = kind === 'cancellation' ? 'cancellationRequested' : 'requested';
  const states: readonly BookingState[] = [which === 'toPay' ? 'awaitingPayment' : pendingState];
  return ask(named, [organisationId, key, childId, activityId, states, due]);
}

/** How many things wait for the office; `soon` is when an answer counts as nearly due. */
export async function askRequestCounts(
  ask: Ask,
  organisationId: string,
  now: Instant,
  soon: Instant,
): Promise<CountsRow> {
  const [found] = await ask(counts, [organisationId, now, soon]);
  return found ?? { bookings: 0, overdue: 0, due_soon: 0, enrolments: 0, documents: 0 };
}
