import type { BookingState } from '@preau/domain/bookings/states';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask, Tx } from '../../platform/db/transaction.ts';

/** A booking somebody of the staff answers for, read once its locks are held. */
export type AnswerableRow = {
  booking_id: string;
  household_id: string;
  child_id: string;
  state: BookingState;
  late: boolean;
  request_holds: boolean;
  /** Until when it waits as it is; `null` = for nothing. */
  until: Instant | null;
  version_id: string;
  /** What the booking keeps of its verdict, as JSON. */
  verdict: string;
  /** What it kept when it was last confirmed, as JSON: of a booking whose cancellation is asked. */
  booked_verdict: string | null;
  /** Another booking of the child that is live for the same session. */
  taken_again: boolean;
  held_on: Day;
  unit: string;
  facility_id: string;
  age_group: string;
  parts: string[];
  closed_label: string | null;
};

/** The last step in the life of a booking, and who made it. */
export type LastStepRow = {
  booking_id: string;
  kind: 'guardian' | 'staff' | 'system';
  name: string | null;
  at: Instant;
};

const answerable = statement<AnswerableRow>(
  'requests.answerable',
  `select b.id as booking_id, b.household_id, b.child_id, b.state, b.late, b.request_holds,
     (extract(epoch from b.expires_at) * 1000)::bigint as until,
     b.reglement_version_id as version_id, b.verdict::text as verdict,
     case when b.state = 'cancellationRequested' then (
       select h.verdict::text from booking_change h
       where h.organisation_id = $1 and h.booking_id = b.id and h.to_state = 'confirmed'
       order by h.at desc, h.id desc limit 1) end as booked_verdict,
     exists (select from booking o
             where o.organisation_id = $1 and o.session_id = b.session_id and o.child_id = b.child_id
               and o.id <> b.id and is_live(o.state)) as taken_again,
     s.held_on, u.code as unit, s.facility_id, s.age_group, s.parts, s.closed_label
   from unnest($2::uuid[]) with ordinality as asked (id, position)
   join booking b on b.organisation_id = $1 and b.id = asked.id
   join session s on s.organisation_id = $1 and s.id = b.session_id
   join unit u on u.organisation_id = $1 and u.id = s.unit_id
   order by asked.position`,
);

const lastSteps = statement<LastStepRow>(
  'requests.last-steps',
  `select asked.id as booking_id, h.actor_kind as kind, a.display_name as name,
     (extract(epoch from h.at) * 1000)::bigint as at
   from unnest($2::uuid[]) as asked (id)
   cross join lateral (
     select c.actor_kind, c.actor_id, c.at from booking_change c
     where c.organisation_id = $1 and c.booking_id = asked.id
     order by c.at desc, c.id desc limit 1) h
   left join account a on a.organisation_id = $1 and a.id = h.actor_id and a.surface = 'staff'`,
);

const write = statement<never>(
  'requests.write',
  `update booking b
   set state = line.state, verdict = line.verdict, expires_at = to_timestamp(line.until_ms / 1000),
       remind_at = to_timestamp(line.remind_ms / 1000), updated_at = to_timestamp($7::float8 / 1000)
   from unnest($2::uuid[], $3::text[], $4::jsonb[], $5::float8[], $6::float8[])
          as line (id, state, verdict, until_ms, remind_ms)
   where b.organisation_id = $1 and b.id = line.id`,
);

/** Bookings the staff answers for, in the order asked; what is not of the organisation is left out. */
export function askAnswerable(
  ask: Ask,
  organisationId: string,
  bookingIds: readonly string[],
): Promise<AnswerableRow[]> {
  return ask(answerable, [organisationId, bookingIds]);
}

/** Who changed some bookings last. A family is not named: the staff knows whose they are. */
export function askLastSteps(
  ask: Ask,
  organisationId: string,
  bookingIds: readonly string[],
): Promise<LastStepRow[]> {
  return ask(lastSteps, [organisationId, bookingIds]);
}

/** What becomes of a booking that is answered for. */
export type WrittenAnswer = {
  readonly bookingId: string;
  readonly state: BookingState;
  /** Kept by the booking, as JSON. */
  readonly verdict: string;
  readonly until: Instant | null;
  readonly remindAt: Instant | null;
};

/** Writes what became of some bookings, set-based; their places are the caller's. */
export function writeAnswers(tx: Tx, answers: readonly WrittenAnswer[], now: Instant): void {
  if (answers.length === 0) return;
  tx.write(write, [
    tx.organisationId,
    answers.map(({ bookingId }) => bookingId),
    answers.map(({ state }) => state),
    answers.map(({ verdict }) => verdict),
    answers.map(({ until }) => until),
    answers.map(({ remindAt }) => remindAt),
    now,
  ]);
}
