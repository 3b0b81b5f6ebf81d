import { type Instant, toIso } from '@preau/domain/time/instant';
import type { z } from 'zod';
import type { FamilyClaims } from '../../../platform/auth/actor.ts';
import { askTogether, writeTogether } from '../../../platform/db/together.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { AuditEntry } from '../../../platform/audit.ts';
import { findKept, keepAnswer, type KeyedRequest } from '../../../platform/idempotency.ts';
import { newId } from '../../../platform/ids.ts';
import { emit } from '../../../platform/outbox/events.ts';
import { type SeatShift, shiftSeats } from '../../activities/activities.public.ts';
import { cancelBookings, insertBookings, insertReceipt } from '../booking.store.ts';
import type { confirmationSchema } from '../bookings.schemas.ts';
import { askCartLines, askCartPlaces, askCartRevision } from '../cart.queries.ts';
import type { PlacesRow } from '../line-facts.ts';
import { closeDraft } from '../cart.store.ts';
import { type DecidedLine, decideLines, isDone } from '../decide-lines.ts';
import { lockDraft } from '../draft-locks.store.ts';
import { askQuotients } from '../planning.queries.ts';
import { askRules } from '../rules.ts';
import { seatKey } from '../seat-keys.ts';
import { lineToWire } from '../to-wire.ts';

export type Confirmation = z.infer<typeof confirmationSchema>;

export type ConfirmCart = {
  readonly claims: FamilyClaims;
  readonly request: KeyedRequest;
  /** Revision of the draft the parent saw. */
  readonly revision: number;
  readonly now: Instant;
  readonly audit: (within: Tx, entry: AuditEntry) => void;
};

export type ConfirmResult =
  | { readonly kind: 'confirmed'; readonly confirmation: Confirmation }
  /** The same key came before: its first answer, no second effect. */
  | { readonly kind: 'replayed'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly code: 'cart-changed' | 'cart-empty' };

/**
 * Validates the household's draft: locks, decides each line with the rules in force, writes what is
 * accepted. A partial result is normal; what is not done is told with its reason.
 * Two messages: everything locked and read, then everything written with the commit.
 */
export async function confirmCart(tx: Tx, command: ConfirmCart): Promise<ConfirmResult> {
  const { claims, request, now } = command;
  const { organisationId, householdId } = claims;
  const locked = lockDraft(tx, householdId);
  const facts = askTogether(tx.ask, (ask) => [
    findKept(ask, request),
    askCartRevision(ask, organisationId, householdId),
    askCartLines(ask, organisationId, householdId),
    askQuotients(ask, organisationId, householdId),
    askRules(ask, organisationId),
  ]);
  const [places, kept, revision, rows, quotients, rules] = await Promise.all([locked, ...facts]);
  if (kept !== null) return { kind: 'replayed', answer: kept };
  if (rows.length === 0) return { kind: 'refused', code: 'cart-empty' };
  if (revision !== command.revision) return { kind: 'refused', code: 'cart-changed' };

  const known = { rows, quotients, reglementOn: rules };
  let lines = decideLines({ ...known, places }, 'online', now);
  if (lines.some(({ verdict }) => verdict.constraint === 'full')) {
    // A full pool was not locked, so its size is not known yet: the sentence wants it.
    const seen = await askCartPlaces(tx.ask, organisationId, householdId);
    lines = decideLines({ ...known, places: withFullPools(places, seen) }, 'online', now);
  }
  const confirmation = confirmationOf(lines, now);
  writeTogether(tx, (together) => write(together, command, lines, confirmation));
  return { kind: 'confirmed', confirmation };
}

/** The locked pools as they are, the others as full: a place freed meanwhile is not ours to take. */
function withFullPools(locked: readonly PlacesRow[], seen: readonly PlacesRow[]): PlacesRow[] {
  const keyOf = ({ facility_id, age_group, held_on, part }: PlacesRow) =>
    seatKey(facility_id, age_group, held_on, part);
  const known = new Set(locked.map(keyOf));
  const full = seen.filter((pool) => !known.has(keyOf(pool)));
  return [...locked, ...full.map((pool) => ({ ...pool, free: 0 }))];
}

function write(
  tx: Tx,
  { claims, request, now, audit }: ConfirmCart,
  lines: readonly DecidedLine[],
  confirmation: Confirmation,
): void {
  const done = lines.filter(({ verdict }) => isDone(verdict));
  const added = done.filter(({ row }) => row.action === 'add');
  const removed = done.filter(({ row }) => row.action === 'remove');
  insertBookings(tx, claims.householdId, added, now);
  cancelBookings(tx, removed, now);
  shiftSeats(tx, shiftsOf(done));
  closeDraft(tx, claims.householdId, claims.accountId, now);
  insertReceipt(tx, {
    id: confirmation.id,
    householdId: claims.householdId,
    accountId: claims.accountId,
    at: now,
    result: JSON.stringify(confirmation),
    channel: 'online',
  });
  audit(tx, {
    objectKind: 'confirmation',
    objectId: confirmation.id,
    detail: {
      householdId: claims.householdId,
      booked: added.map(({ row }) => ({ childId: row.child_id, sessionId: row.session_id })),
      cancelled: removed.map(({ row }) => row.booking_id),
      notDone: lines.length - done.length,
      totalCents: confirmation.totalCents,
    },
  });
  emit(tx, {
    type: 'cart.confirmed',
    payload: { confirmationId: confirmation.id, householdId: claims.householdId },
    at: now,
  });
  keepAnswer(tx, request, confirmation, now);
}

function confirmationOf(lines: readonly DecidedLine[], now: Instant): Confirmation {
  const wire = lines.map((line) => ({ ...lineToWire(line), result: resultOf(line) }));
  return {
    id: newId(),
    at: toIso(now),
    totalCents: wire.reduce((sum, { cents }) => sum + cents, 0),
    lines: wire,
  };
}

function resultOf({ row, verdict }: DecidedLine): 'booked' | 'cancelled' | 'notDone' {
  if (!isDone(verdict)) return 'notDone';
  return row.action === 'add' ? 'booked' : 'cancelled';
}

/** One shift per pool, in the order of the locks: siblings in one room count together. */
export function shiftsOf(done: readonly DecidedLine[]): SeatShift[] {
  const shifts = new Map<string, SeatShift>();
  for (const { row } of done) {
    for (const part of row.parts) {
      const key = seatKey(row.facility_id, row.age_group, row.held_on, part);
      const delta = (shifts.get(key)?.delta ?? 0) + (row.action === 'add' ? 1 : -1);
      shifts.set(key, {
        facilityId: row.facility_id,
        ageGroup: row.age_group,
        heldOn: row.held_on,
        part,
        delta,
      });
    }
  }
  return [...shifts.values()].filter(({ delta }) => delta !== 0);
}
