import type { Closure } from '@preau/domain/calendar/calendar';
import { type Instant, localDayOf } from '@preau/domain/time/instant';
import type { AuditEntry } from '../../../platform/audit.ts';
import type { StaffClaims } from '../../../platform/auth/actor.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { findKept, keepAnswer, type KeyedRequest } from '../../../platform/idempotency.ts';
import { emitAll } from '../../../platform/outbox/events.ts';
import { insertClosure, type SeatShift, shiftSeats } from '../../activities/activities.public.ts';
import { getOrganisation } from '../../organisations/organisations.public.ts';
import { insertBookingChanges } from '../booking-change.store.ts';
import { byHousehold } from '../by-household.ts';
import { closeBookings, type ClosedBooking, type ClosureImpact } from '../closure-impact.ts';
import {
  askClosingBookings,
  askClosingSessions,
  isScopeKnown,
  lockClosing,
} from '../closures.queries.ts';
import { writeClosedBookings } from '../closures.store.ts';
import { askRules } from '../rules.ts';
import { addShift } from '../seat-keys.ts';

export type CloseDays = {
  readonly claims: StaffClaims;
  readonly closure: Closure;
  /** Of the impact that was shown. */
  readonly fingerprint: string;
  readonly request: KeyedRequest;
  readonly now: Instant;
  readonly audit: (within: Tx, entry: AuditEntry) => void;
};

export type DeclareRefusal = 'not-theirs' | 'closure-past' | 'impact-changed';

export type CloseDaysResult =
  | { readonly kind: 'closed'; readonly applied: ClosureImpact & { readonly id: string } }
  /** The same key came before: its first answer, no second effect. */
  | { readonly kind: 'replayed'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly code: DeclareRefusal };

/**
 * Closes days and cancels what was booked on them, all or nothing: sessions, bookings, places, the
 * life of each booking, one event for each household. Places given back are offered to nobody: the
 * session does not take place. What was shown is what is done, or nothing is.
 */
export async function closeDays(tx: Tx, command: CloseDays): Promise<CloseDaysResult> {
  const { closure, fingerprint, request, now } = command;
  const { organisationId } = tx;
  const [, kept, known, { settings }, rules] = await Promise.all([
    lockClosing(tx, closure),
    findKept(tx.ask, request),
    isScopeKnown(tx.ask, organisationId, closure),
    getOrganisation(tx.ask, organisationId),
    askRules(tx.ask, organisationId),
  ]);
  if (kept !== null) return { kind: 'replayed', answer: kept };
  if (!known) return { kind: 'refused', code: 'not-theirs' };
  if (closure.from < localDayOf(now, settings.timeZone)) {
    return { kind: 'refused', code: 'closure-past' };
  }
  const [sessions, bookings] = await Promise.all([
    askClosingSessions(tx.ask, organisationId, closure),
    askClosingBookings(tx.ask, organisationId, closure),
  ]);
  const { closed, impact } = closeBookings(sessions, bookings, closure.label, rules);
  if (impact.fingerprint !== fingerprint) return { kind: 'refused', code: 'impact-changed' };
  const { id } = await insertClosure(tx, closure, {
    accountId: command.claims.accountId,
    at: now,
    cancelled: closed.length,
  });
  const applied = { id, ...impact };
  write(tx, command, applied, closed);
  return { kind: 'closed', applied };
}

function write(
  tx: Tx,
  { claims, closure, request, now, audit }: CloseDays,
  applied: ClosureImpact & { readonly id: string },
  closed: readonly ClosedBooking[],
): void {
  const shifts = new Map<string, SeatShift>();
  for (const { row, session } of closed) {
    if (row.holds_place) addShift(shifts, session, session.parts, -1);
  }
  writeClosedBookings(tx, closed, now);
  shiftSeats(tx, [...shifts.values()]);
  const changes = closed.map(({ row, to, versionId, verdict }) => ({
    bookingId: row.booking_id,
    householdId: row.household_id,
    from: row.state,
    to,
    versionId,
    verdict,
  }));
  const actor = { kind: 'staff', id: claims.accountId } as const;
  insertBookingChanges(tx, changes, { actor, confirmationId: null }, now);
  const told = byHousehold(closed.map(({ row }) => row));
  if (told.length > 0) {
    const payloads = told.map((household) => ({ ...household, closureId: applied.id }));
    emitAll(tx, 'closure.applied', payloads, now);
  }
  const { fingerprint: _, bookings: __, id, ...counts } = applied;
  const { label: ___, ...scope } = closure;
  audit(tx, { objectKind: 'closure', objectId: id, detail: { ...scope, ...counts } });
  keepAnswer(tx, request, applied, now);
}
