import { type BookingState, findStateAfterCancelling } from '@preau/domain/bookings/states';
import type { Channel } from '@preau/domain/reglement/document';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import type { DecidedLine } from './decide-lines.ts';

const insert = statement<never>(
  'booking.insert',
  `insert into booking (organisation_id, id, household_id, child_id, session_id, held_on, state, late,
                        reglement_version_id, verdict, created_at, updated_at)
   select $1, id, $2, child_id, session_id, held_on, 'confirmed', late, version_id, verdict, at, at
   from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::date[], $7::boolean[], $8::uuid[], $9::jsonb[])
          as line (id, child_id, session_id, held_on, late, version_id, verdict),
        to_timestamp($10::float8 / 1000) as at`,
);

const cancel = statement<never>(
  'booking.cancel',
  `update booking b
   set state = line.state, expires_at = null, reglement_version_id = line.version_id, verdict = line.verdict,
       updated_at = to_timestamp($6::float8 / 1000)
   from unnest($2::uuid[], $3::text[], $4::uuid[], $5::jsonb[]) as line (id, state, version_id, verdict)
   where b.organisation_id = $1 and b.id = line.id`,
);

const insertConfirmation = statement<never>(
  'confirmation.insert',
  `insert into confirmation (organisation_id, id, household_id, account_id, at, result, channel)
   values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), $6, $7)`,
);

/**
 * Writes the bookings of accepted additions, set-based.
 * @returns their ids, in the order given.
 */
export function insertBookings(
  tx: Tx,
  householdId: string,
  added: readonly DecidedLine[],
  now: Instant,
): string[] {
  if (added.length === 0) return [];
  const ids = added.map(() => newId());
  tx.write(insert, [
    tx.organisationId,
    householdId,
    ids,
    added.map(({ row }) => row.child_id),
    added.map(({ row }) => row.session_id),
    added.map(({ row }) => row.held_on),
    added.map(({ verdict }) => verdict.outcome === 'acceptedLate'),
    added.map(({ versionId }) => versionId),
    added.map(keptVerdict),
    now,
  ]);
  return ids;
}

/** Cancels the bookings of accepted removals: billed where it was too late, free before. */
export function cancelBookings(tx: Tx, removed: readonly DecidedLine[], now: Instant): void {
  if (removed.length === 0) return;
  tx.write(cancel, [
    tx.organisationId,
    removed.map(({ row }) => row.booking_id),
    removed.map(stateAfter),
    removed.map(({ versionId }) => versionId),
    removed.map(keptVerdict),
    now,
  ]);
}

/** Keeps what the parent was told, word for word: the receipt, whoever validated it for them. */
export function insertReceipt(
  tx: Tx,
  receipt: {
    id: string;
    householdId: string;
    accountId: string;
    at: Instant;
    result: string;
    channel: Channel;
  },
): void {
  tx.write(insertConfirmation, [
    tx.organisationId,
    receipt.id,
    receipt.householdId,
    receipt.accountId,
    receipt.at,
    receipt.result,
    receipt.channel,
  ]);
}

/** What the booking of an accepted removal becomes. */
export function stateAfter({ row, verdict }: DecidedLine): BookingState | undefined {
  return row.state === null
    ? undefined
    : findStateAfterCancelling(row.state, verdict.outcome === 'acceptedLate');
}

/** What a booking keeps of the verdict it was taken, or given back, with. */
export function keptVerdict({ verdict }: Pick<DecidedLine, 'verdict'>): string {
  const { outcome, cents, reasons, priceReasons } = verdict;
  return JSON.stringify({ outcome, cents, reasons, priceReasons });
}
