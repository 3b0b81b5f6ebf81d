import type { BookingState } from '@preau/domain/bookings/states';
import type { Instant } from '@preau/domain/time/instant';
import type { AuditEntry } from '../../../platform/audit.ts';
import type { FamilyClaims } from '../../../platform/auth/actor.ts';
import { askTogether, writeTogether } from '../../../platform/db/together.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { emit } from '../../../platform/outbox/events.ts';
import { type SeatShift, shiftSeats } from '../../activities/activities.public.ts';
import { reminderBefore } from '../booking.store.ts';
import { insertBookingChanges } from '../booking-change.store.ts';
import { decideOffer, type OfferAnswer, type OfferDecision } from '../decide-offer.ts';
import { type AnsweredRow, askAnswered } from '../offers.queries.ts';
import { askRules } from '../rules.ts';
import { addShift } from '../seat-keys.ts';
import { type AnsweredOffer, answerBooking } from '../waiting.store.ts';
import { lockOffer } from '../waiting-locks.store.ts';
import { offerFreedPlaces } from './offer-freed-places.ts';

export type AnswerOffer = {
  readonly claims: FamilyClaims;
  readonly bookingId: string;
  readonly answer: OfferAnswer;
  readonly now: Instant;
  readonly audit: (within: Tx, entry: AuditEntry) => void;
};

export type AnswerResult = OfferDecision | { readonly kind: 'notFound' };

/**
 * Accepts or declines a place that is offered. Accepting changes a state: the place is held
 * already, at the price the offer told. A place declined goes to who comes next.
 */
export async function answerOffer(tx: Tx, command: AnswerOffer): Promise<AnswerResult> {
  const { claims, bookingId, answer, now } = command;
  const { organisationId, householdId } = claims;
  const [, [row], rules] = await Promise.all([
    lockOffer(tx, householdId, bookingId),
    ...askTogether(tx.ask, (ask) => [
      askAnswered(ask, organisationId, householdId, bookingId),
      askRules(ask, organisationId),
    ]),
  ]);
  if (!row) return { kind: 'notFound' };
  const decision = decideOffer(answer, row, rules(row.held_on).reglement, now);
  if (decision.kind !== 'answered') return decision;
  const reglement = rules(row.held_on).reglement.unit(row.unit);
  const remindAt =
    reglement && decision.dueAt !== null ? reminderBefore(reglement, decision.dueAt, now) : null;
  writeTogether(tx, (together) => write(together, command, row, { ...decision, remindAt }));
  if (answer === 'decline') await offerFreedPlaces(tx, [row], rules, now);
  return decision;
}

function write(
  tx: Tx,
  { claims, answer, now, audit }: AnswerOffer,
  row: AnsweredRow,
  {
    to,
    dueAt,
    remindAt,
  }: Pick<AnsweredOffer, 'dueAt' | 'remindAt'> & { readonly to: BookingState },
): void {
  const { householdId, accountId } = claims;
  const verdict = answer === 'accept' ? row.verdict : declined;
  const bookingId = row.booking_id;
  answerBooking(tx, { bookingId, state: to, dueAt, remindAt, verdict }, now);
  if (answer === 'decline') {
    const shifts = new Map<string, SeatShift>();
    addShift(shifts, row, row.parts, -1);
    shiftSeats(tx, [...shifts.values()]);
  }
  const change = {
    bookingId,
    householdId,
    from: 'offered' as const,
    to,
    versionId: row.version_id,
    verdict,
  } as const;
  const actor = { kind: 'guardian', id: accountId } as const;
  insertBookingChanges(tx, [change], { actor, confirmationId: null }, now);
  audit(tx, { objectKind: 'booking', objectId: row.booking_id, detail: { householdId } });
  emit(tx, {
    type: answer === 'accept' ? 'offer.accepted' : 'offer.declined',
    payload: { householdId, bookingIds: [row.booking_id] },
    at: now,
  });
}

const declined = JSON.stringify({
  outcome: 'refused',
  cents: 0,
  reasons: [{ code: 'offerDeclined' }],
  priceReasons: [],
});
