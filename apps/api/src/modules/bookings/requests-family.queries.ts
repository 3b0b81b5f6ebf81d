import type { BookingState } from '@preau/domain/bookings/states';
import type { Reason } from '@preau/domain/explain/reasons';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

export type OwnRequestDay = {
  readonly bookingId: string;
  readonly on: Day;
  readonly unit: string;
  readonly unitLabel: string;
  readonly state: BookingState;
  readonly cents: number;
  readonly until: Instant | null;
  readonly answerDue: Instant | null;
  readonly reasons: Reason[];
};

/** What a household asked in one act for one child and one activity. */
export type OwnRequestRow = {
  readonly position: number;
  readonly key: string;
  readonly kind: 'booking' | 'cancellation';
  readonly requested_at: Instant;
  readonly child: { readonly id: string; readonly firstName: string };
  readonly activity: { readonly id: string; readonly code: string; readonly label: string };
  readonly days: readonly OwnRequestDay[];
};

export type OwnCountsRow = {
  readonly pending: number;
  readonly to_pay: number;
  readonly refused: number;
};

const instantOf = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;
const asked = 'coalesce(b.requested_at, b.created_at)';
// As the index has it: what was requested, or is to be paid without having been.
const isRequest = "(b.requested_at is not null or b.state in ('awaitingPayment', 'expired'))";
const waits = "b.state in ('requested', 'cancellationRequested', 'awaitingPayment')";

const own = statement<OwnRequestRow>(
  'requests.own',
  `with mine as materialized (
     select b.id, ${asked} as asked_at, coalesce(b.request_id, b.id) as act, b.state, b.child_id, b.session_id,
       b.verdict, b.expires_at, b.answer_due_at, b.requested_at
     from booking b
     where b.organisation_id = $1 and b.household_id = $2 and ${isRequest}
       and (${waits} or ${asked} > to_timestamp($3::float8 / 1000))
       and ($4::float8 is null or ${asked} < to_timestamp($4::float8 / 1000))
   ), page as materialized (
     select distinct asked_at from mine order by asked_at desc limit $5
   ), told as (
     select m.*, dense_rank() over (order by m.asked_at desc)::int as position,
       case when m.state = 'cancellationRequested' or exists (
         select from booking_change h
         where h.organisation_id = $1 and h.booking_id = m.id and h.to_state = 'cancellationRequested'
           and h.at >= m.requested_at) then 'cancellation' else 'booking' end as kind
     from mine m join page on page.asked_at = m.asked_at
   )
   select t.position, min(t.act::text) as key, t.kind, min(${instantOf('t.asked_at')}) as requested_at,
     json_build_object('id', c.id, 'firstName', c.first_name) as child,
     json_build_object('id', a.id, 'code', a.code, 'label', a.label) as activity,
     json_agg(json_build_object('bookingId', t.id, 'on', s.held_on, 'unit', u.code, 'unitLabel', u.label,
       'state', t.state, 'cents', (t.verdict ->> 'cents')::int, 'until', ${instantOf('t.expires_at')},
       'answerDue', ${instantOf('t.answer_due_at')}, 'reasons', t.verdict -> 'reasons')
       order by s.held_on, s.starts_at, t.id) as days
   from told t
   join child c on c.organisation_id = $1 and c.id = t.child_id
   join session s on s.organisation_id = $1 and s.id = t.session_id
   join unit u on u.organisation_id = $1 and u.id = s.unit_id
   join activity a on a.organisation_id = $1 and a.id = u.activity_id
   group by t.position, t.kind, c.id, c.first_name, a.id, a.code, a.label, a.position
   order by t.position, c.first_name, c.id, a.position, a.id, t.kind`,
);

const counts = statement<OwnCountsRow>(
  'requests.own-counts',
  `select count(distinct (act, child_id, activity_id)) filter (where pending)::int as pending,
     count(distinct (act, child_id, activity_id)) filter (where state = 'awaitingPayment')::int as to_pay,
     count(distinct (act, child_id, activity_id)) filter (where state = 'refused')::int as refused
   from (
     select coalesce(b.request_id, b.id) as act, b.child_id, u.activity_id, b.state,
       b.state in ('requested', 'cancellationRequested') as pending
     from booking b
     join session s on s.organisation_id = $1 and s.id = b.session_id
     join unit u on u.organisation_id = $1 and u.id = s.unit_id
     where b.organisation_id = $1 and b.household_id = $2 and ${isRequest}
       and (${waits} or ${asked} > to_timestamp($3::float8 / 1000))
   ) mine`,
);

export type OwnPage = {
  /** Answered ones asked before are left out. */
  readonly since: Instant;
  /** `requested_at` of the last row of the page before; `null` = the first page. */
  readonly before: Instant | null;
  readonly limit: number;
};

/** A page of a household's requests, the latest asked first. */
export function askOwnRequests(
  ask: Ask,
  organisationId: string,
  householdId: string,
  { since, before, limit }: OwnPage,
): Promise<OwnRequestRow[]> {
  return ask(own, [organisationId, householdId, since, before, limit]);
}

/** How many of a household's requests wait, are to be paid, were refused. */
export async function askOwnCounts(
  ask: Ask,
  organisationId: string,
  householdId: string,
  since: Instant,
): Promise<OwnCountsRow> {
  const [found] = await ask(counts, [organisationId, householdId, since]);
  return found ?? { pending: 0, to_pay: 0, refused: 0 };
}
