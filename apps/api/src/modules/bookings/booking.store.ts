import { type BookingState, findStateAfterCancelling } from '@preau/domain/bookings/states';
import { firstStateOf, isDoneOutcome } from '@preau/domain/bookings/verdict';
import type { CompiledUnit } from '@preau/domain/reglement/compile';
import { remindAt } from '@preau/domain/reglement/terms';
import type { Channel } from '@preau/domain/reglement/document';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { type DecidedLine, requestHolds } from './decide-lines.ts';

// Nobody answers once the session has begun, and nothing is asked any more then.
const insert = statement<never>(
  'booking.insert',
  `insert into booking (organisation_id, id, household_id, child_id, session_id, held_on, state, stage,
                        reglement_version_id, verdict, created_at, updated_at, request_holds, expires_at,
                        remind_at, request_id, requested_at, answer_due_at)
   select $1, line.id, $2, line.child_id, line.session_id, line.held_on, line.state, line.stage,
          line.version_id, line.verdict, at, at, line.holds,
          case line.state when 'requested' then s.starts_at else to_timestamp(line.due_ms / 1000) end,
          to_timestamp(line.remind_ms / 1000),
          case line.state when 'requested' then $3::uuid end,
          case line.state when 'requested' then at end,
          case line.state when 'requested' then to_timestamp(line.due_ms / 1000) end
   from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::date[], $8::text[], $9::smallint[], $10::uuid[], $11::jsonb[],
               $12::boolean[], $13::float8[], $14::float8[])
          as line (id, child_id, session_id, held_on, state, stage, version_id, verdict, holds, due_ms, remind_ms)
   join session s on s.organisation_id = $1 and s.id = line.session_id,
        to_timestamp($15::float8 / 1000) as at`,
);

const cancel = statement<never>(
  'booking.cancel',
  `update booking b
   set state = line.state, reglement_version_id = line.version_id, verdict = line.verdict, updated_at = at,
       remind_at = null, cancel_stage = case line.state when 'cancelledLate' then line.stage end,
       expires_at = case line.state when 'cancellationRequested' then s.starts_at end,
       request_id = case line.state when 'cancellationRequested' then $6::uuid else b.request_id end,
       requested_at = case line.state when 'cancellationRequested' then at else b.requested_at end,
       answer_due_at = case line.state when 'cancellationRequested' then to_timestamp(line.due_ms / 1000)
                       else b.answer_due_at end
   from unnest($2::uuid[], $3::text[], $4::uuid[], $5::jsonb[], $7::float8[], $8::smallint[])
          as line (id, state, version_id, verdict, due_ms, stage),
        session s, to_timestamp($9::float8 / 1000) as at
   where b.organisation_id = $1 and b.id = line.id and s.organisation_id = $1 and s.id = b.session_id`,
);

const insertConfirmation = statement<never>(
  'confirmation.insert',
  `insert into confirmation (organisation_id, id, household_id, account_id, at, result, channel)
   values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), $6, $7)`,
);

/**
 * Writes the bookings of additions that are done, set-based: confirmed, asked for, or to be paid.
 * @param requestId what requests made together are known by, and answered with.
 * @returns their ids, in the order given.
 */
export function insertBookings(
  tx: Tx,
  householdId: string,
  added: readonly DecidedLine[],
  requestId: string | null,
  now: Instant,
): string[] {
  if (added.length === 0) return [];
  const ids = added.map(() => newId());
  tx.write(insert, [
    tx.organisationId,
    householdId,
    requestId,
    ids,
    added.map(({ row }) => row.child_id),
    added.map(({ row }) => row.session_id),
    added.map(({ row }) => row.held_on),
    added.map(startOf),
    added.map(({ verdict }) => verdict.stage),
    added.map(({ versionId }) => versionId),
    added.map(keptVerdict),
    added.map(requestHolds),
    added.map(({ verdict }) => verdict.dueAt),
    added.map((line) => reminderOf(line, now)),
    now,
  ]);
  return ids;
}

/**
 * Cancels the bookings of accepted removals: billed where it was too late, free before; where the
 * service answers first, the booking waits for that.
 * @param requestId what requests made together are known by.
 */
export function cancelBookings(
  tx: Tx,
  removed: readonly DecidedLine[],
  requestId: string | null,
  now: Instant,
): void {
  if (removed.length === 0) return;
  tx.write(cancel, [
    tx.organisationId,
    removed.map(({ row }) => row.booking_id),
    removed.map(stateAfter),
    removed.map(({ versionId }) => versionId),
    removed.map(keptVerdict),
    requestId,
    removed.map(({ verdict }) => verdict.dueAt),
    removed.map(({ verdict }) => verdict.stage),
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
  if (verdict.outcome === 'pending') return 'cancellationRequested';
  return row.state === null
    ? undefined
    : findStateAfterCancelling(row.state, verdict.outcome === 'acceptedLate');
}

/** The state in which the booking of an addition begins. */
export function startOf({ verdict: { outcome } }: Pick<DecidedLine, 'verdict'>): BookingState {
  if (!isDoneOutcome(outcome)) throw new Error(`A line that is ${outcome} begins no booking`);
  return firstStateOf(outcome);
}

/** When to remind of the payment a line asks for; `null` where it is not, or as good as due. */
function reminderOf({ verdict, rules }: DecidedLine, now: Instant): Instant | null {
  if (verdict.outcome !== 'awaitingPayment' || verdict.dueAt === null) return null;
  return reminderBefore(rules, verdict.dueAt, now);
}

/** When to remind of a payment; `null` where nobody is reminded, or it is too late for that. */
export function reminderBefore(
  { activity }: CompiledUnit,
  dueAt: Instant,
  now: Instant,
): Instant | null {
  const at = remindAt(activity.regime.payment, dueAt);
  return at !== null && at > now ? at : null;
}

/** What a booking keeps of the verdict it was taken, or given back, with. */
export function keptVerdict({ verdict }: Pick<DecidedLine, 'verdict'>): string {
  const { outcome, cents, reasons, priceReasons } = verdict;
  return JSON.stringify({ outcome, cents, reasons, priceReasons });
}
