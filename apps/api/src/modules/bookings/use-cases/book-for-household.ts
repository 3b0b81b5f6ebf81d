import type { Instant } from '@preau/domain/time/instant';
import type { AuditEntry } from '../../../platform/audit.ts';
import type { StaffClaims } from '../../../platform/auth/actor.ts';
import { askTogether, writeTogether } from '../../../platform/db/together.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { findKept, keepAnswer, type KeyedRequest } from '../../../platform/idempotency.ts';
import { emit } from '../../../platform/outbox/events.ts';
import { insertReceipt } from '../booking.store.ts';
import { type DecidedLine, decideLines, isDone } from '../decide-lines.ts';
import { type AskedLine, askLineFacts, askLinePlaces } from '../period.queries.ts';
import { askQuotients } from '../planning.queries.ts';
import { askRules } from '../rules.ts';
import { roomsOf } from '../seat-keys.ts';
import { askHousehold } from '../staff-booking.queries.ts';
import { lockLines } from '../staff-locks.store.ts';
import { roomsFreedBy, writeLines } from '../write-lines.ts';
import { type Confirmation, confirmationOf, resultOf } from './confirm-cart.ts';
import { lapseDue } from './lapse-due.ts';
import { offerFreedPlaces } from './offer-freed-places.ts';

export type BookForHousehold = {
  readonly claims: StaffClaims;
  readonly householdId: string;
  readonly changes: readonly AskedLine[];
  /** For the history, read by the staff alone. */
  readonly note: string | null;
  /** The total in cents that the preview showed. */
  readonly totalCents: number;
  readonly request: KeyedRequest;
  readonly now: Instant;
  readonly audit: (within: Tx, entry: AuditEntry) => void;
};

export type BookForHouseholdResult =
  | { readonly kind: 'booked'; readonly confirmation: Confirmation }
  /** The same key came before: its first answer, no second effect. */
  | { readonly kind: 'replayed'; readonly answer: unknown }
  | {
      readonly kind: 'refused';
      readonly code: 'not-theirs' | 'quote-changed' | 'nothing-done';
    };

/**
 * Books and cancels for a household, past the limit too where the règlement lets the staff. What
 * the staff was shown is what is charged: another total is refused and nothing is written. A day
 * cancelled late is taken up again; a place given back goes to who waits for it.
 */
export async function bookForHousehold(
  tx: Tx,
  command: BookForHousehold,
): Promise<BookForHouseholdResult> {
  const { householdId, changes, request, now } = command;
  const { organisationId } = tx;
  const locked = lockLines(tx, householdId, changes);
  const facts = askTogether(tx.ask, (ask) => [
    findKept(ask, request),
    askHousehold(ask, organisationId, householdId),
    askLineFacts(ask, organisationId, householdId, changes),
    askQuotients(ask, organisationId, householdId),
    askRules(ask, organisationId),
  ]);
  const [pools, kept, [household], rows, quotients, rules] = await Promise.all([locked, ...facts]);
  if (kept !== null) return { kind: 'replayed', answer: kept };
  if (!household || rows.length !== changes.length) return { kind: 'refused', code: 'not-theirs' };

  const decide = (places: typeof pools) =>
    decideLines({ rows, places, quotients, reglementOn: rules }, 'staff', now);
  let lines = decide(pools);
  if (lines.some(({ verdict }) => verdict.constraint === 'full')) {
    // A place is free at the instant its offer ends, not when somebody sweeps.
    await lapseDue(tx, roomsOf(pools), rules, now);
    lines = decide(await askLinePlaces(tx.ask, organisationId, householdId, changes));
  }
  const confirmation = confirmationOf(lines, now);
  if (confirmation.totalCents !== command.totalCents) {
    return { kind: 'refused', code: 'quote-changed' };
  }
  if (!lines.some(({ verdict }) => isDone(verdict))) {
    return { kind: 'refused', code: 'nothing-done' };
  }
  writeTogether(tx, (together) => write(together, command, lines, confirmation));
  await offerFreedPlaces(tx, roomsFreedBy(lines), rules, now);
  return { kind: 'booked', confirmation };
}

function write(
  tx: Tx,
  { claims: { accountId }, householdId, note, request, now, audit }: BookForHousehold,
  lines: readonly DecidedLine[],
  confirmation: Confirmation,
): void {
  const done = lines.filter(({ verdict }) => isDone(verdict));
  const { id: confirmationId, totalCents } = confirmation;
  const actor = { kind: 'staff', id: accountId } as const;
  writeLines(tx, householdId, done, { actor, confirmationId, note }, now);
  insertReceipt(tx, {
    id: confirmationId,
    householdId,
    accountId,
    at: now,
    result: JSON.stringify(confirmation),
    channel: 'staff',
  });
  audit(tx, {
    objectKind: 'household',
    objectId: householdId,
    detail: {
      confirmationId,
      lines: lines.map((line) => ({
        childId: line.row.child_id,
        sessionId: line.row.session_id,
        result: resultOf(line),
        late: line.verdict.late,
      })),
      totalCents,
    },
  });
  emit(tx, { type: 'household.booked', payload: { confirmationId, householdId }, at: now });
  keepAnswer(tx, request, confirmation, now);
}
