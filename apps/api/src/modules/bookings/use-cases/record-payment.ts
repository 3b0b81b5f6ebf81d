import { type BookingState, findTransition } from '@preau/domain/bookings/states';
import type { Instant } from '@preau/domain/time/instant';
import type { AuditEntry } from '../../../platform/audit.ts';
import type { StaffClaims } from '../../../platform/auth/actor.ts';
import { askTogether, writeTogether } from '../../../platform/db/together.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { findKept, keepAnswer, type KeyedRequest } from '../../../platform/idempotency.ts';
import { emitAll } from '../../../platform/outbox/events.ts';
import { insertBookingChanges } from '../booking-change.store.ts';
import { byHousehold } from '../by-household.ts';
import { stateOf } from '../decide-answers.ts';
import { whoAnswered } from '../last-steps.ts';
import { lockBookings } from '../requests-locks.store.ts';
import type { RecordedPayment } from '../requests.schemas.ts';
import { type AnswerableRow, askAnswerable, writeAnswers } from '../requests.store.ts';

export type RecordPayment = {
  readonly claims: StaffClaims;
  readonly bookingIds: readonly string[];
  /** In the words of the staff, for the family and for the history. */
  readonly how: string;
  readonly request: KeyedRequest;
  readonly now: Instant;
  readonly audit: (within: Tx, entry: AuditEntry) => void;
};

export type RecordPaymentResult =
  | { readonly kind: 'recorded'; readonly told: RecordedPayment; readonly isDone: boolean }
  /** The same key came before: its first answer, no second effect. */
  | { readonly kind: 'replayed'; readonly answer: unknown }
  | { readonly kind: 'notFound' };

/**
 * The staff was paid for bookings that waited for it: they are confirmed. What is no longer to be
 * paid (the term has passed, the family gave the place up) is told, with who was first.
 */
export async function recordPayment(tx: Tx, command: RecordPayment): Promise<RecordPaymentResult> {
  const { bookingIds, request, now } = command;
  const { organisationId } = tx;
  const [, kept, rows] = await Promise.all([
    lockBookings(tx, bookingIds),
    ...askTogether(tx.ask, (ask) => [
      findKept(ask, request),
      askAnswerable(ask, organisationId, bookingIds),
    ]),
  ]);
  if (kept !== null) return { kind: 'replayed', answer: kept };
  if (rows.length !== bookingIds.length) return { kind: 'notFound' };
  const asked = rows.map((row) => {
    const found = stateOf(row, now);
    return { row, found, to: findTransition(found, 'pay', 'staff')?.to };
  });
  const first = await whoAnswered(
    tx,
    asked.flatMap(({ row, to }) => (to === undefined ? [row.booking_id] : [])),
  );
  const results = asked.map(
    ({ row: { booking_id: bookingId }, found, to }): RecordedPayment['results'][number] =>
      to === undefined
        ? {
            bookingId,
            result: 'notDone',
            state: found,
            code: 'not-to-pay',
            answered: first.get(bookingId) ?? null,
          }
        : { bookingId, result: 'paid', state: to, code: null, answered: null },
  );
  const paid = asked.flatMap(({ row, to }) => (to === undefined ? [] : [{ row, to }]));
  const told: RecordedPayment = { results };
  writeTogether(tx, (together) => {
    keepAnswer(together, request, told, now);
    if (paid.length > 0) write(together, command, paid);
  });
  return { kind: 'recorded', told, isDone: paid.length > 0 };
}

function write(
  tx: Tx,
  { claims: { accountId }, how, now, audit }: RecordPayment,
  paid: readonly { readonly row: AnswerableRow; readonly to: BookingState }[],
): void {
  const written = paid.map(({ row, to }) => ({ row, to, verdict: paidVerdict(row, how) }));
  writeAnswers(
    tx,
    written.map(({ row, to, verdict }) => ({
      bookingId: row.booking_id,
      state: to,
      verdict,
      until: null,
      remindAt: null,
    })),
    now,
  );
  const changes = written.map(({ row, to, verdict }) => ({
    bookingId: row.booking_id,
    householdId: row.household_id,
    from: row.state,
    to,
    versionId: row.version_id,
    verdict,
  }));
  const actor = { kind: 'staff', id: accountId } as const;
  insertBookingChanges(tx, changes, { actor, confirmationId: null, note: how }, now);
  const households = byHousehold(paid.map(({ row }) => row));
  emitAll(tx, 'payment.received', households, now);
  for (const { householdId, bookingIds } of households) {
    audit(tx, { objectKind: 'household', objectId: householdId, detail: { bookingIds } });
  }
}

function paidVerdict(row: AnswerableRow, how: string): string {
  const before: object = JSON.parse(row.verdict);
  const outcome = row.late ? 'acceptedLate' : 'accepted';
  return JSON.stringify({ ...before, outcome, reasons: [{ code: 'paidToStaff', how }] });
}
