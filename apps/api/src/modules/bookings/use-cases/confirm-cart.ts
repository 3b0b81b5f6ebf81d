import { type Instant, toIso } from '@preau/domain/time/instant';
import type { z } from 'zod';
import type { FamilyClaims } from '../../../platform/auth/actor.ts';
import { askTogether, writeTogether } from '../../../platform/db/together.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { AuditEntry } from '../../../platform/audit.ts';
import { findKept, keepAnswer, type KeyedRequest } from '../../../platform/idempotency.ts';
import { newId } from '../../../platform/ids.ts';
import { emit } from '../../../platform/outbox/events.ts';
import { insertReceipt } from '../booking.store.ts';
import type { confirmationSchema } from '../bookings.schemas.ts';
import { askCartLines, askCartPlaces, lockCartRevision } from '../cart.queries.ts';
import type { PlacesRow } from '../line-facts.ts';
import { closeDraft } from '../cart.store.ts';
import { type DecidedLine, decideLines, isDone } from '../decide-lines.ts';
import { lockDraft } from '../draft-locks.store.ts';
import { askQuotients } from '../planning.queries.ts';
import { askRules } from '../rules.ts';
import { roomsOf, seatKey } from '../seat-keys.ts';
import { lineToWire } from '../to-wire.ts';
import { askOffersOver } from '../waiting.queries.ts';
import { roomsFreedBy, writeLines } from '../write-lines.ts';
import { lapseDue } from './lapse-due.ts';
import { offerFreedPlaces } from './offer-freed-places.ts';

export type Confirmation = z.infer<typeof confirmationSchema>;

export type ConfirmCart = {
  readonly claims: FamilyClaims;
  readonly request: KeyedRequest;
  /** Revision of the draft the parent saw. */
  readonly revision: number;
  readonly now: Instant;
  readonly audit: (within: Tx, entry: AuditEntry) => void;
  /** Takes back first the offers of its rooms whose term is over: asked after `offersOver`. */
  readonly lapseFirst: boolean;
};

export type ConfirmResult =
  | { readonly kind: 'confirmed'; readonly confirmation: Confirmation }
  /** The same key came before: its first answer, no second effect. */
  | { readonly kind: 'replayed'; readonly answer: unknown }
  /** Nothing was written: places it wants are offered to people whose term is over. Ask again. */
  | { readonly kind: 'offersOver' }
  | { readonly kind: 'refused'; readonly code: 'cart-changed' | 'cart-empty' };

/**
 * Validates the household's draft: locks, decides each line with the rules in force, writes what is
 * accepted. A partial result is normal; what is not done is told with its reason.
 * Two messages: everything locked and read, then everything written with the commit. Where places
 * are given back, a third asks who waits for them and offers them.
 */
export async function confirmCart(tx: Tx, command: ConfirmCart): Promise<ConfirmResult> {
  const { claims, request, now } = command;
  const { organisationId, householdId } = claims;
  const locked = command.lapseFirst ? lapseOffers(tx, command) : lockDraft(tx, householdId);
  if (command.lapseFirst) await locked;
  const facts = askTogether(tx.ask, (ask) => [
    findKept(ask, request),
    lockCartRevision(ask, organisationId, householdId),
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
    const [seen, [over]] = await Promise.all(
      askTogether(tx.ask, (ask) => [
        askCartPlaces(ask, organisationId, householdId),
        askOffersOver(ask, organisationId, householdId, now),
      ]),
    );
    // A place is free at the instant its offer ends, not when somebody sweeps.
    if (over && !command.lapseFirst) return { kind: 'offersOver' };
    // A full pool was not locked, so its size is not known yet: the sentence wants it.
    lines = decideLines({ ...known, places: withFullPools(places, seen) }, 'online', now);
  }
  const confirmation = confirmationOf(lines, now);
  writeTogether(tx, (together) => write(together, command, lines, confirmation));
  await offerFreedPlaces(tx, roomsFreedBy(lines), rules, now);
  return { kind: 'confirmed', confirmation };
}

/** Locks whole rooms, gives the places whose offer is over to who comes next, and counts again. */
async function lapseOffers(tx: Tx, { claims, now }: ConfirmCart): Promise<PlacesRow[]> {
  const { organisationId, householdId } = claims;
  const [pools, rules] = await Promise.all([
    lockDraft(tx, householdId, true),
    askRules(tx.ask, organisationId),
  ]);
  await lapseDue(tx, roomsOf(pools), rules, now);
  return askCartPlaces(tx.ask, organisationId, householdId);
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
  const { householdId, accountId } = claims;
  const done = lines.filter(({ verdict }) => isDone(verdict));
  const actor = { kind: 'guardian', id: accountId } as const;
  writeLines(tx, householdId, done, { actor, confirmationId: confirmation.id }, now);
  closeDraft(tx, householdId, accountId, now);
  insertReceipt(tx, {
    id: confirmation.id,
    householdId,
    accountId,
    at: now,
    result: JSON.stringify(confirmation),
    channel: 'online',
  });
  const told = (result: ConfirmedLine['result']) =>
    lines.filter((line) => resultOf(line) === result).map(({ row }) => row);
  const cell = ({ child_id, session_id }: DecidedLine['row']) => ({
    childId: child_id,
    sessionId: session_id,
  });
  audit(tx, {
    objectKind: 'confirmation',
    objectId: confirmation.id,
    detail: {
      householdId,
      booked: [...told('booked'), ...told('toPay')].map(cell),
      requested: told('requested').map(cell),
      waiting: told('waitlisted').map(cell),
      cancelled: [...told('cancelled'), ...told('cancellationRequested')].map(
        ({ booking_id }) => booking_id,
      ),
      notDone: lines.length - done.length,
      totalCents: confirmation.totalCents,
    },
  });
  emit(tx, {
    type: 'cart.confirmed',
    payload: { confirmationId: confirmation.id, householdId },
    at: now,
  });
  keepAnswer(tx, request, confirmation, now);
}

/** What was decided, told line by line: the answer, and the receipt. */
export function confirmationOf(lines: readonly DecidedLine[], now: Instant): Confirmation {
  const wire = lines.map((line) => ({ ...lineToWire(line), result: resultOf(line) }));
  return {
    id: newId(),
    at: toIso(now),
    totalCents: wire.reduce((sum, { cents }) => sum + cents, 0),
    lines: wire,
  };
}

type ConfirmedLine = Confirmation['lines'][number];

/** What became of a line. */
export function resultOf({ row, verdict }: DecidedLine): ConfirmedLine['result'] {
  if (!isDone(verdict)) return 'notDone';
  const removing = row.action === 'remove';
  switch (verdict.outcome) {
    case 'waitlisted':
      return 'waitlisted';
    case 'awaitingPayment':
      return 'toPay';
    case 'pending':
      return removing ? 'cancellationRequested' : 'requested';
    default:
      return removing ? 'cancelled' : 'booked';
  }
}
