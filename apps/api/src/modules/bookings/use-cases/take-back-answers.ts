import { type BookingState, findTransition } from '@preau/domain/bookings/states';
import type { Instant } from '@preau/domain/time/instant';
import type { AuditEntry } from '../../../platform/audit.ts';
import type { StaffClaims } from '../../../platform/auth/actor.ts';
import { askTogether, writeTogether } from '../../../platform/db/together.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { emitAll } from '../../../platform/outbox/events.ts';
import { type SeatShift, shiftSeats } from '../../activities/activities.public.ts';
import { askDecision, takeDecisionBack } from '../../decisions/decisions.public.ts';
import { askRules } from '../rules.ts';
import { type BeforeAnswer, readDetail } from '../answered-detail.ts';
import { insertBookingChanges } from '../booking-change.store.ts';
import { byHousehold } from '../by-household.ts';
import { shiftBetween, stateOf } from '../decide-answers.ts';
import type { PlacesRow } from '../line-facts.ts';
import { lockBookings } from '../requests-locks.store.ts';
import type { TakenBack } from '../requests.schemas.ts';
import { type AnswerableRow, askAnswerable, writeAnswers } from '../requests.store.ts';
import { addShift, countsOf, roomsOf, seatKey, tightest } from '../seat-keys.ts';
import { offerFreedPlaces } from './offer-freed-places.ts';

export type TakeBackAnswers = {
  readonly claims: StaffClaims;
  readonly decisionId: string;
  readonly now: Instant;
  readonly audit: (within: Tx, entry: AuditEntry) => void;
};

export type TakeBackResult =
  | { readonly kind: 'takenBack'; readonly told: TakenBack }
  | { readonly kind: 'refused'; readonly code: 'decision-final' }
  | { readonly kind: 'notFound' };

/**
 * Who answered takes the answer back: the requests wait again, with the place they kept. A request
 * whose place is somebody's by now, or that moved on meanwhile, stays as it was answered, and its
 * household is told.
 */
export async function takeBackAnswers(
  tx: Tx,
  { claims, decisionId, now, audit }: TakeBackAnswers,
): Promise<TakeBackResult> {
  const { organisationId } = tx;
  const by = claims.accountId;
  const wanted = { kind: 'bookings', id: decisionId, by } as const;
  const [decision] = await askDecision(tx.ask, organisationId, wanted);
  if (!decision) return { kind: 'notFound' };
  const { answers } = readDetail(decision.detail);
  const ids = answers.map(({ bookingId }) => bookingId);
  const [places, rows, rules] = await Promise.all([
    lockBookings(tx, ids),
    ...askTogether(tx.ask, (ask) => [
      askAnswerable(ask, organisationId, ids),
      askRules(ask, organisationId),
    ]),
  ]);
  if (!(await takeDecisionBack(tx, decisionId, now))) {
    return { kind: 'refused', code: 'decision-final' };
  }
  const undone = decideTakingBack(answers, rows, places, now);
  writeTogether(tx, (together) => {
    write(together, by, undone, now);
    const stay = undone.filter(({ code }) => code !== null).map(({ row }) => row);
    if (stay.length > 0) {
      const payloads = byHousehold(stay).map((one) => ({ ...one, decisionId }));
      emitAll(together, 'requests.answered', payloads, now);
    }
    const reopened = undone.filter(({ code }) => code === null);
    audit(together, {
      objectKind: 'requestDecision',
      objectId: decisionId,
      detail: { reopened: reopened.map(({ row }) => row.booking_id) },
    });
  });
  const freed = undone.filter(({ shift }) => shift < 0).map(({ row }) => row);
  await offerFreedPlaces(tx, roomsOf(freed), rules, now);
  const results = undone.map(({ row, code, state }) => ({
    bookingId: row.booking_id,
    result: code === null ? ('reopened' as const) : ('notDone' as const),
    state,
    code,
  }));
  return { kind: 'takenBack', told: { results } };
}

type Undone = {
  readonly row: AnswerableRow;
  readonly before: BeforeAnswer;
  /** Why the answer stands; `null` = the request waits again. */
  readonly code: TakenBack['results'][number]['code'];
  readonly state: BookingState;
  /** Places it takes in each pool (1), gives back (-1), or leaves (0). */
  readonly shift: number;
};

function decideTakingBack(
  answers: readonly BeforeAnswer[],
  rows: readonly AnswerableRow[],
  places: readonly PlacesRow[],
  now: Instant,
): Undone[] {
  const counts = countsOf(places);
  return answers.flatMap((before): Undone[] => {
    const row = rows.find(({ booking_id }) => booking_id === before.bookingId);
    if (!row) return [];
    const found = stateOf(row, now);
    const keys = row.parts.map((part) =>
      seatKey(row.facility_id, row.age_group, row.held_on, part),
    );
    const shift = shiftBetween(row, found, before.from);
    const { free } = tightest(keys.map((key) => counts.get(key)));
    const code = refusalOf(before, row, { found, isFull: shift > free }, now);
    if (code !== null) return [{ row, before, code, state: found, shift: 0 }];
    for (const key of keys) {
      const count = counts.get(key);
      if (count) count.free -= shift;
    }
    return [{ row, before, code, state: before.from, shift }];
  });
}

function refusalOf(
  { from, to, until }: BeforeAnswer,
  row: AnswerableRow,
  { found, isFull }: { readonly found: BookingState; readonly isFull: boolean },
  now: Instant,
): Undone['code'] {
  const action = from === 'requested' ? 'reopen' : 'reopenCancellation';
  const hasMoved = found !== to || findTransition(found, action, 'staff')?.to !== from;
  if (hasMoved || until === null || now >= until) return 'changed-meanwhile';
  if (row.taken_again) return 'booked-again';
  return isFull ? 'full' : null;
}

const takenBack: readonly object[] = [{ code: 'decisionTakenBack' }];

function write(tx: Tx, by: string, undone: readonly Undone[], now: Instant): void {
  const done = undone.filter(({ code }) => code === null);
  if (done.length === 0) return;
  const shifts = new Map<string, SeatShift>();
  for (const { row, shift } of done) addShift(shifts, row, row.parts, shift);
  shiftSeats(
    tx,
    [...shifts.values()].filter(({ delta }) => delta !== 0),
  );
  writeAnswers(
    tx,
    done.map(({ before: { bookingId, from, until, verdict } }) => ({
      bookingId,
      state: from,
      verdict,
      until,
      remindAt: null,
    })),
    now,
  );
  const changes = done.map(({ row, before: { from, to, verdict } }) => ({
    bookingId: row.booking_id,
    householdId: row.household_id,
    from: to,
    to: from,
    versionId: row.version_id,
    verdict: JSON.stringify({ ...(JSON.parse(verdict) as object), reasons: takenBack }),
  }));
  insertBookingChanges(
    tx,
    changes,
    { actor: { kind: 'staff', id: by }, confirmationId: null },
    now,
  );
}
