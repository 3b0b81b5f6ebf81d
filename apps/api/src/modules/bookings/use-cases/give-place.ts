import type { Instant } from '@preau/domain/time/instant';
import type { AuditEntry } from '../../../platform/audit.ts';
import type { StaffClaims } from '../../../platform/auth/actor.ts';
import { askTogether, writeTogether } from '../../../platform/db/together.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { emit } from '../../../platform/outbox/events.ts';
import { allowOneMore, type SeatShift, shiftSeats } from '../../activities/activities.public.ts';
import { keptVerdict, reminderBefore } from '../booking.store.ts';
import { insertBookingChanges } from '../booking-change.store.ts';
import { decidePlace, type PlaceDecision, type PlaceGesture } from '../decide-place.ts';
import type { PlacesRow } from '../line-facts.ts';
import { askRules } from '../rules.ts';
import { addShift, countsOf, roomsOf, seatKey, tightest } from '../seat-keys.ts';
import { askChosen, type ChosenRow, lockChosen } from '../staff-waiting.queries.ts';
import { writePlaceGiven } from '../staff-waiting.store.ts';
import { lapseDue } from './lapse-due.ts';

export type GivePlace = {
  readonly claims: StaffClaims;
  readonly bookingId: string;
  readonly gesture: PlaceGesture;
  readonly note: string | null;
  /** Why there is room for one more; `null`: never beyond the places. */
  readonly extraPlace: string | null;
  readonly now: Instant;
  readonly audit: (within: Tx, entry: AuditEntry) => void;
};

type Given = Extract<PlaceDecision, { kind: 'given' }>;

/**
 * Offers a place to somebody of a waiting list, or gives it without asking. Two clerks, a clerk and
 * a family, a clerk and the end of an offer: the first who holds the pools wins, the other is told.
 */
export async function givePlace(
  tx: Tx,
  command: GivePlace,
): Promise<PlaceDecision | { readonly kind: 'notFound' }> {
  const { bookingId, gesture, note, extraPlace, now } = command;
  const [pools, [first], rules] = await Promise.all([
    lockChosen(tx, bookingId),
    ...askTogether(tx.ask, (ask) => [
      askChosen(ask, tx.organisationId, bookingId),
      askRules(ask, tx.organisationId),
    ]),
  ]);
  if (!first) return { kind: 'notFound' };
  let row = first;
  const { reglement, versionId } = rules(row.held_on);
  const decide = (places: readonly PlacesRow[]) =>
    decidePlace(
      gesture,
      { row, places: placesOf(row, places), allowed: extraPlace !== null, note },
      reglement,
      now,
    );
  let decision = decide(pools);
  if (decision.kind === 'refused' && decision.code === 'full') {
    // A place is free at the instant its offer ends, not when somebody sweeps.
    await lapseDue(tx, roomsOf(pools), rules, now);
    const [seen, [again]] = await Promise.all([
      lockChosen(tx, bookingId),
      askChosen(tx.ask, tx.organisationId, bookingId),
    ]);
    row = again ?? row;
    decision = decide(seen);
  }
  if (decision.kind === 'given') write(tx, command, row, decision, versionId);
  return decision;
}

/** What is left of the tightest part of their day. */
function placesOf(row: ChosenRow, pools: readonly PlacesRow[]) {
  const counts = countsOf(pools);
  return tightest(
    row.parts.map((part) => counts.get(seatKey(row.facility_id, row.age_group, row.held_on, part))),
  );
}

function write(
  tx: Tx,
  command: GivePlace,
  row: ChosenRow,
  { to, until, verdict, reasons, rules }: Given,
  versionId: string,
): void {
  const { claims, bookingId, gesture, note, extraPlace, now, audit } = command;
  const { household_id: householdId, facility_id, age_group, held_on } = row;
  const room = { facilityId: facility_id, ageGroup: age_group, heldOn: held_on };
  // Room is made before it is taken: the pool is checked by each statement.
  if (extraPlace !== null) allowOneMore(tx, room, row.parts, extraPlace);
  const shifts = new Map<string, SeatShift>();
  addShift(shifts, row, row.parts, 1);
  const told = keptVerdict({ verdict: { ...verdict, reasons } });
  writeTogether(tx, (together) => {
    writePlaceGiven(
      together,
      {
        bookingId,
        state: to,
        until,
        remindAt: to === 'awaitingPayment' && until ? reminderBefore(rules, until, now) : null,
        verdict: to === 'offered' ? keptVerdict({ verdict }) : told,
        versionId,
      },
      now,
    );
    shiftSeats(together, [...shifts.values()]);
    insertBookingChanges(
      together,
      [{ bookingId, householdId, from: 'waitlisted', to, versionId, verdict: told }],
      {
        actor: { kind: 'staff', id: claims.accountId },
        confirmationId: null,
        note: [note, extraPlace].filter((said) => said !== null).join(' · ') || null,
      },
      now,
    );
    audit(together, {
      objectKind: 'booking',
      objectId: bookingId,
      detail: { householdId, to, rank: row.rank, beyondPlaces: extraPlace !== null },
    });
    emit(together, {
      type: gesture === 'offer' ? 'offer.made' : 'place.given',
      payload: { householdId, bookingIds: [bookingId] },
      at: now,
    });
  });
}
