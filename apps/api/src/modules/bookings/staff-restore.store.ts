import { findTransition } from '@preau/domain/bookings/states';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { keptVerdict } from './booking.store.ts';
import type { BookingChange } from './booking-change.store.ts';
import type { DecidedLine } from './decide-lines.ts';

// It keeps its number, its price and whether it was first taken late (decision 15).
const restore = statement<never>(
  'booking.restore',
  `update booking b
   set state = $2, cancel_stage = null, reglement_version_id = line.version_id, verdict = line.verdict,
       updated_at = to_timestamp($6::float8 / 1000)
   from unnest($3::uuid[], $4::uuid[], $5::jsonb[]) as line (id, version_id, verdict)
   where b.organisation_id = $1 and b.id = line.id`,
);

/** Whether an accepted addition, ready to wait or not, takes up a booking that was cancelled late. */
export function isRestored({ row }: DecidedLine): boolean {
  return row.action !== 'remove' && Boolean(row.cancelled_late);
}

/**
 * Takes up again the bookings that were cancelled late.
 * @returns the step this makes in the life of each.
 */
export function restoreBookings(
  tx: Tx,
  restored: readonly DecidedLine[],
  now: Instant,
): Pick<BookingChange, 'bookingId' | 'from' | 'to'>[] {
  const from = 'cancelledLate';
  const to = findTransition(from, 'restore', 'staff')?.to;
  if (to === undefined) throw new Error('No transition restores a late cancellation');
  const ids = restored.map(({ row }) => row.cancelled_late?.id ?? '');
  if (ids.length > 0) {
    tx.write(restore, [
      tx.organisationId,
      to,
      ids,
      restored.map(({ versionId }) => versionId),
      restored.map(keptVerdict),
      now,
    ]);
  }
  return ids.map((bookingId) => ({ bookingId, from, to }));
}
