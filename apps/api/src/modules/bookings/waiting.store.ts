import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { keptVerdict } from './booking.store.ts';
import type { Offer } from './choose-offers.ts';
import type { DecidedLine } from './decide-lines.ts';
import { namesOf, type Room } from './seat-keys.ts';
import { type BookingState, stateAtTerm, waitingStates } from '@preau/domain/bookings/states';
import type { Day } from '@preau/domain/time/day';

// The clock of a request is read before its locks are granted, and may stand still: whoever joins
// later stands later in the list of the whole room all the same, by a microsecond if need be.
const join = statement<never>(
  'waiting.join',
  `insert into booking (organisation_id, id, household_id, child_id, session_id, held_on, state, stage,
                        reglement_version_id, verdict, created_at, updated_at, waiting_since, expires_at)
   select $1, line.id, $2, line.child_id, line.session_id, line.held_on, 'waitlisted', line.stage,
          line.version_id, line.verdict, at, at,
          greatest(at, last.since + interval '1 microsecond') + line.position * interval '1 microsecond',
          to_timestamp(line.until_ms / 1000)
   from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::date[], $7::uuid[], $8::jsonb[], $9::float8[],
               $10::smallint[])
          with ordinality as line (id, child_id, session_id, held_on, version_id, verdict, until_ms, stage, position)
   join session s on s.organisation_id = $1 and s.id = line.session_id
   cross join lateral (
     select max(w.waiting_since) as since
     from session o
     join booking w on w.organisation_id = $1 and w.session_id = o.id and w.state = 'waitlisted'
     where o.organisation_id = $1 and o.facility_id = s.facility_id and o.held_on = s.held_on
       and o.age_group = s.age_group
   ) last,
   to_timestamp($11::float8 / 1000) as at`,
);

/**
 * Puts accepted lines in the waiting list, in the order given. The caller holds every pool of their
 * rooms: the order of a list is the order in which those locks were granted.
 * @returns the ids of the bookings, in the order given.
 */
export function insertWaiting(
  tx: Tx,
  householdId: string,
  waiting: readonly DecidedLine[],
  now: Instant,
): string[] {
  if (waiting.length === 0) return [];
  const ids = waiting.map(() => newId());
  tx.write(join, [
    tx.organisationId,
    householdId,
    ids,
    waiting.map(({ row }) => row.child_id),
    waiting.map(({ row }) => row.session_id),
    waiting.map(({ row }) => row.held_on),
    waiting.map(({ versionId }) => versionId),
    waiting.map(keptVerdict),
    waiting.map(({ verdict }) => verdict.dueAt),
    waiting.map(({ verdict }) => verdict.stage),
    now,
  ]);
  return ids;
}

const offer = statement<never>(
  'waiting.offer',
  `update booking b
   set state = 'offered', expires_at = to_timestamp(offer.until_ms / 1000), verdict = offer.verdict,
       reglement_version_id = offer.version_id, updated_at = to_timestamp($6::float8 / 1000)
   from unnest($2::uuid[], $3::float8[], $4::jsonb[], $5::uuid[]) as offer (id, until_ms, verdict, version_id)
   where b.organisation_id = $1 and b.id = offer.id`,
);

/** Turns waiting into offers. The caller holds the pools and takes the places. */
export function offerBookings(tx: Tx, offers: readonly Offer[], now: Instant): void {
  tx.write(offer, [
    tx.organisationId,
    offers.map(({ row }) => row.booking_id),
    offers.map(({ until }) => until),
    offers.map(keptVerdict),
    offers.map(({ versionId }) => versionId),
    now,
  ]);
}

/** A booking whose time to wait for a place, an answer or a payment is over. */
export type LapsedRow = {
  booking_id: string;
  household_id: string;
  version_id: string;
  was: BookingState;
  now: BookingState;
  /** Whether it took a place until then. */
  held: boolean;
  until: Instant;
  facility_id: string;
  age_group: string;
  held_on: Day;
  parts: string[];
};

const lapse = statement<LapsedRow>(
  'waiting.lapse',
  `with due as (
     select b.id, b.state as was, b.holds_place as held, b.expires_at, ended.state as now, s.facility_id, s.age_group, s.held_on, s.parts
     from unnest($2::uuid[], $3::text[], $4::date[]) as room (facility_id, age_group, held_on)
     join session s on s.organisation_id = $1 and s.facility_id = room.facility_id
       and s.held_on = room.held_on and s.age_group = room.age_group
     join booking b on b.organisation_id = $1 and b.session_id = s.id
     join unnest($6::text[], $7::text[]) as ended (waiting, state) on ended.waiting = b.state
     where b.expires_at <= to_timestamp($5::float8 / 1000)
   )
   update booking b
   set state = due.now, expires_at = null, remind_at = null,
       verdict = case due.was when 'cancellationRequested' then coalesce((
         select c.verdict from booking_change c
         where c.organisation_id = $1 and c.booking_id = b.id and c.to_state = 'confirmed'
         order by c.at desc, c.id desc limit 1), b.verdict) else b.verdict end,
       updated_at = to_timestamp($5::float8 / 1000)
   from due
   where b.organisation_id = $1 and b.id = due.id
   returning b.id as booking_id, b.household_id, b.reglement_version_id as version_id, due.was, due.now, due.held,
     (extract(epoch from due.expires_at) * 1000)::bigint as until,
     due.facility_id, due.age_group, due.held_on, due.parts`,
);

/**
 * Ends what is past its term in some rooms, whose every pool the caller holds. A booking that nobody
 * agreed to cancel has the verdict again that it was taken with.
 */
export function lapseBookings(tx: Tx, rooms: readonly Room[], now: Instant): Promise<LapsedRow[]> {
  const ends = waitingStates.map((state) => stateAtTerm(state));
  return tx.ask(lapse, [tx.organisationId, ...namesOf(rooms), now, waitingStates, ends]);
}

const explainLapse = statement<never>(
  'waiting.explain-lapse',
  `update booking b set verdict = line.verdict
   from unnest($2::uuid[], $3::jsonb[]) as line (id, verdict)
   where b.organisation_id = $1 and b.id = line.id`,
);

/** Keeps with bookings why they ended: what their household reads. */
export function explainLapses(
  tx: Tx,
  ended: readonly { readonly bookingId: string; readonly verdict: string }[],
): void {
  tx.write(explainLapse, [
    tx.organisationId,
    ended.map(({ bookingId }) => bookingId),
    ended.map(({ verdict }) => verdict),
  ]);
}

const answer = statement<never>(
  'waiting.answer',
  `update booking set state = $3, verdict = $4, updated_at = to_timestamp($5::float8 / 1000),
     expires_at = to_timestamp($6::float8 / 1000), remind_at = to_timestamp($7::float8 / 1000)
   where organisation_id = $1 and id = $2`,
);

/** What an offer became once answered. */
export type AnsweredOffer = {
  readonly bookingId: string;
  readonly state: BookingState;
  /** Until when it is to be paid, and when to remind of it. */
  readonly dueAt: Instant | null;
  readonly remindAt: Instant | null;
  readonly verdict: string;
};

/** Writes what became of an offer once answered; the place, kept or given back, is the caller's. */
export function answerBooking(tx: Tx, answered: AnsweredOffer, now: Instant): void {
  const { bookingId, state, verdict, dueAt, remindAt } = answered;
  tx.write(answer, [tx.organisationId, bookingId, state, verdict, now, dueAt, remindAt]);
}
