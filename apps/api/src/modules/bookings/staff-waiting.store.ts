import type { BookingState } from '@preau/domain/bookings/states';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { Room } from './seat-keys.ts';

const give = statement<never>(
  'staff-waiting.give',
  `update booking
   set state = $3, expires_at = to_timestamp($4::float8 / 1000), remind_at = to_timestamp($5::float8 / 1000),
       verdict = $6, reglement_version_id = $7, updated_at = to_timestamp($8::float8 / 1000)
   where organisation_id = $1 and id = $2`,
);

/** What becomes of a booking that waited. The caller holds the pools and takes the places. */
export type PlaceGiven = {
  readonly bookingId: string;
  readonly state: BookingState;
  /** Until when it is answered or paid. */
  readonly until: Instant | null;
  readonly remindAt: Instant | null;
  /** What the booking keeps of the verdict, as JSON. */
  readonly verdict: string;
  readonly versionId: string;
};

/** Writes that somebody of the list is offered, or has, a place. */
export function writePlaceGiven(tx: Tx, given: PlaceGiven, now: Instant): void {
  tx.write(give, [
    tx.organisationId,
    given.bookingId,
    given.state,
    given.until,
    given.remindAt,
    given.verdict,
    given.versionId,
    now,
  ]);
}

const pools = statement<{ part: string; taken: number }>(
  'staff-waiting.pools',
  `select part, taken from seat_pool
   where organisation_id = $1 and facility_id = $2 and age_group = $3 and held_on = $4
   order by facility_id, age_group, held_on, part
   for no key update`,
);

/** Locks every pool of a room and day. @returns the places taken in each part of it. */
export function lockPools(
  tx: Tx,
  { facility_id, age_group, held_on }: Room,
): Promise<{ part: string; taken: number }[]> {
  return tx.ask(pools, [tx.organisationId, facility_id, age_group, held_on]);
}
