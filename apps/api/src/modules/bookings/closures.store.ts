import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { ClosedBooking } from './closure-impact.ts';

const close = statement<never>(
  'closure.close-bookings',
  `update booking b
   set state = line.state, expires_at = null, remind_at = null, verdict = line.verdict,
       reglement_version_id = line.version_id, updated_at = to_timestamp($6::float8 / 1000)
   from unnest($2::uuid[], $3::text[], $4::jsonb[], $5::uuid[]) as line (id, state, verdict, version_id)
   where b.organisation_id = $1 and b.id = line.id`,
);

/** Writes what a closure makes of bookings, set-based. The caller holds their pools. */
export function writeClosedBookings(tx: Tx, closed: readonly ClosedBooking[], now: Instant): void {
  if (closed.length === 0) return;
  tx.write(close, [
    tx.organisationId,
    closed.map(({ row }) => row.booking_id),
    closed.map(({ to }) => to),
    closed.map(({ verdict }) => verdict),
    closed.map(({ versionId }) => versionId),
    now,
  ]);
}
