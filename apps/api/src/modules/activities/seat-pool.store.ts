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
