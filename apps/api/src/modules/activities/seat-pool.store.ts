import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';

/** How many places of one pool are taken (positive) or given back (negative). */
export type SeatShift = {
  readonly facilityId: string;
  readonly ageGroup: string;
  readonly heldOn: string;
  readonly part: string;
  readonly delta: number;
};

const shift = statement<never>(
  'seats.shift',
  `update seat_pool p set taken = p.taken + wanted.delta
   from unnest($2::uuid[], $3::text[], $4::date[], $5::text[], $6::int[])
     as wanted (facility_id, age_group, held_on, part, delta)
   where p.organisation_id = $1 and p.facility_id = wanted.facility_id and p.age_group = wanted.age_group
     and p.held_on = wanted.held_on and p.part = wanted.part`,
);

/**
 * Takes and gives back places in one statement. The caller holds the pools' locks; the constraint
 * `never_overbooked` stands behind.
 */
export function shiftSeats(tx: Tx, shifts: readonly SeatShift[]): void {
  if (shifts.length === 0) return;
  tx.write(shift, [
    tx.organisationId,
    shifts.map(({ facilityId }) => facilityId),
    shifts.map(({ ageGroup }) => ageGroup),
    shifts.map(({ heldOn }) => heldOn),
    shifts.map(({ part }) => part),
    shifts.map(({ delta }) => delta),
  ]);
}

/** The places of one pool as the staff sets them by hand. */
export type PoolChange = {
  readonly part: string;
  readonly capacity: number;
  /** Places beyond the capacity, for a reason. */
  readonly allowance: number;
  readonly reason: string | null;
};

type PoolRoom = {
  readonly facilityId: string;
  readonly ageGroup: string;
  readonly heldOn: string;
};

const change = statement<never>(
  'seats.change',
  `update seat_pool p set capacity = wanted.capacity, allowance = wanted.allowance,
     allowance_reason = wanted.reason, overridden = true
   from unnest($5::text[], $6::int[], $7::int[], $8::text[]) as wanted (part, capacity, allowance, reason)
   where p.organisation_id = $1 and p.facility_id = $2 and p.age_group = $3 and p.held_on = $4
     and p.part = wanted.part`,
);

/**
 * Sets the places of some parts of one room and day: planning the calendar again leaves them as
 * they are. The caller holds the pools; what is taken must fit (`never_overbooked`).
 */
export function changePools(tx: Tx, room: PoolRoom, changes: readonly PoolChange[]): void {
  tx.write(change, [
    tx.organisationId,
    room.facilityId,
    room.ageGroup,
    room.heldOn,
    changes.map(({ part }) => part),
    changes.map(({ capacity }) => capacity),
    changes.map(({ allowance }) => allowance),
    changes.map(({ reason }) => reason),
  ]);
}

const allow = statement<never>(
  'seats.allow',
  `update seat_pool p set allowance = greatest(p.allowance, p.taken + 1 - p.capacity), allowance_reason = $6,
     overridden = true
   where p.organisation_id = $1 and p.facility_id = $2 and p.age_group = $3 and p.held_on = $4
     and p.part = any($5::text[]) and p.taken >= p.capacity + p.allowance`,
);

/** Makes room for one more in the full ones of some pools, for a reason. The caller holds them. */
export function allowOneMore(
  tx: Tx,
  room: PoolRoom,
  parts: readonly string[],
  reason: string,
): void {
  tx.write(allow, [tx.organisationId, room.facilityId, room.ageGroup, room.heldOn, parts, reason]);
}
