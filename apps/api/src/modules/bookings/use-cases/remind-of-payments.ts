import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/db/pool.ts';
import { statement } from '../../../platform/db/statement.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import { emitAll } from '../../../platform/outbox/events.ts';
import { byHousehold } from '../by-household.ts';

/** Bookings of one transaction: a town's whole month falls due at once. */
const bookingsAtOnce = 1_000;

// What somebody else is changing is left for the next minute.
const due = statement<{ booking_id: string; household_id: string }>(
  'booking.remind',
  `update booking b
   set remind_at = null
   from (
     select id from booking
     where organisation_id = $1 and remind_at <= to_timestamp($2::float8 / 1000)
     order by remind_at, id
     limit $3
     for no key update skip locked
   ) due
   where b.organisation_id = $1 and b.id = due.id
   returning b.id as booking_id, b.household_id`,
);

/** Reminds households, once, of the payments that near their term. Repeatable. */
export async function remindOfPayments(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  organisationId: string,
): Promise<void> {
  const now = clock.now();
  for (let reminded = bookingsAtOnce; reminded === bookingsAtOnce; ) {
    reminded = await transaction(database, organisationId, async (tx) => {
      const rows = await tx.ask(due, [organisationId, now, bookingsAtOnce]);
      if (rows.length > 0) emitAll(tx, 'payment.reminder', byHousehold(rows), now);
      return rows.length;
    });
  }
}
