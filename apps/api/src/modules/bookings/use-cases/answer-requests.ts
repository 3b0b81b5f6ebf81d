import type { StaffAnswer } from '@preau/domain/bookings/decide-request';
import { type Instant, toIso } from '@preau/domain/time/instant';
import type { AuditEntry } from '../../../platform/audit.ts';
import type { StaffClaims } from '../../../platform/auth/actor.ts';
import { askTogether, writeTogether } from '../../../platform/db/together.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { findKept, keepAnswer, type KeyedRequest } from '../../../platform/idempotency.ts';
import { newId } from '../../../platform/ids.ts';
import { type SeatShift, shiftSeats } from '../../activities/activities.public.ts';
import { finalAfter, insertDecision } from '../../decisions/decisions.public.ts';
import { askRules } from '../rules.ts';
import { beforeAnswer } from '../answered-detail.ts';
import { insertBookingChanges } from '../booking-change.store.ts';
import { byHousehold } from '../by-household.ts';
import {
  decideAnswers,
  type DecidedAnswer,
  placesShift,
  verdictAfter,
  writtenAnswer,
} from '../decide-answers.ts';
import { whoAnswered } from '../last-steps.ts';
import { lockBookings } from '../requests-locks.store.ts';
import type { AnsweredRequests } from '../requests.schemas.ts';
import { type AnswerableRow, askAnswerable, writeAnswers } from '../requests.store.ts';
import { addShift, roomsOf } from '../seat-keys.ts';
import { askRoomPlaces } from '../waiting.queries.ts';
import { lapseDue } from './lapse-due.ts';
import { offerFreedPlaces } from './offer-freed-places.ts';

export type AnswerRequests = {
  readonly claims: StaffClaims;
  readonly answers: readonly { readonly bookingId: string; readonly accept: boolean }[];
  /** Told to the families; not null where something is refused. */
  readonly because: string | null;
  readonly request: KeyedRequest;
  readonly now: Instant;
  readonly audit: (within: Tx, entry: AuditEntry) => void;
};

export type AnswerRequestsResult =
  | { readonly kind: 'answered'; readonly told: AnsweredRequests }
  /** The same key came before: its first answer, no second effect. */
  | { readonly kind: 'replayed'; readonly answer: unknown }
  | { readonly kind: 'notFound' };

/**
 * The staff answers requests of one household or of many, each day for itself: accepted, refused,
 * or not done because somebody was first, which is told. Families are told once the answer can no
 * longer be taken back; a place given back goes at once to who waits for it.
 */
export async function answerRequests(
  tx: Tx,
  command: AnswerRequests,
): Promise<AnswerRequestsResult> {
  const { answers, request, now } = command;
  const { organisationId } = tx;
  const ids = answers.map(({ bookingId }) => bookingId);
  const [locked, kept, rows, rules] = await Promise.all([
    lockBookings(tx, ids),
    ...askTogether(tx.ask, (ask) => [
      findKept(ask, request),
      askAnswerable(ask, organisationId, ids),
      askRules(ask, organisationId),
    ]),
  ]);
  if (kept !== null) return { kind: 'replayed', answer: kept };
  if (rows.length !== ids.length) return { kind: 'notFound' };

  const asked = answersTo(rows, command);
  let decided = decideAnswers(asked, locked, rules, now);
  if (decided.some(({ decision }) => decision.kind === 'refused' && decision.code === 'full')) {
    // A place is free at the instant its offer ends, not when somebody sweeps.
    const rooms = roomsOf(locked);
    await lapseDue(tx, rooms, rules, now);
    const places = await askRoomPlaces(tx.ask, organisationId, rooms);
    decided = decideAnswers(asked, places, rules, now);
  }
  const told = await tell(tx, decided, now);
  writeTogether(tx, (together) => write(together, command, decided, told));
  const freed = decided.filter((one) => placesShift(one) < 0).map(({ row }) => row);
  await offerFreedPlaces(tx, roomsOf(freed), rules, now);
  return { kind: 'answered', told };
}

function answersTo(
  rows: readonly AnswerableRow[],
  { answers, because }: AnswerRequests,
): { row: AnswerableRow; answer: StaffAnswer }[] {
  return rows.map((row, at) => ({
    row,
    answer: answers[at]?.accept ? { kind: 'accept' } : { kind: 'refuse', because: because ?? '' },
  }));
}

async function tell(
  tx: Tx,
  decided: readonly DecidedAnswer[],
  now: Instant,
): Promise<AnsweredRequests> {
  const isDone = decided.some(({ decision }) => decision.kind === 'answered');
  const first = await whoAnswered(
    tx,
    decided.flatMap(({ row, decision }) =>
      decision.kind === 'refused' && decision.code === 'not-pending' ? [row.booking_id] : [],
    ),
  );
  return {
    decisionId: isDone ? newId() : null,
    finalAt: isDone ? toIso(finalAfter(now)) : null,
    results: decided.map(({ row, accept, found, decision }) => {
      const { booking_id: bookingId } = row;
      if (decision.kind === 'answered') {
        const result = accept ? 'accepted' : 'refused';
        return { bookingId, result, state: decision.to, code: null, answered: null };
      }
      const answered = first.get(bookingId) ?? null;
      return { bookingId, result: 'notDone', state: found, code: decision.code, answered };
    }),
  };
}

function write(
  tx: Tx,
  { claims: { accountId }, because, request, now, audit }: AnswerRequests,
  decided: readonly DecidedAnswer[],
  told: AnsweredRequests,
): void {
  keepAnswer(tx, request, told, now);
  const { decisionId } = told;
  if (decisionId === null) return;
  const done = decided.flatMap((one) =>
    one.decision.kind === 'answered' ? [{ ...one, decision: one.decision }] : [],
  );
  const shifts = new Map<string, SeatShift>();
  for (const one of done) addShift(shifts, one.row, one.row.parts, placesShift(one));
  shiftSeats(
    tx,
    [...shifts.values()].filter(({ delta }) => delta !== 0),
  );
  writeAnswers(
    tx,
    done.map((one) => writtenAnswer(one, one.decision)),
    now,
  );
  const changes = done.map(({ row, found, decision: { to, reasons } }) => ({
    bookingId: row.booking_id,
    householdId: row.household_id,
    from: found,
    to,
    versionId: row.version_id,
    verdict: verdictAfter(row, to, reasons),
  }));
  const actor = { kind: 'staff', id: accountId } as const;
  insertBookingChanges(tx, changes, { actor, confirmationId: null }, now);
  const rows = done.map(({ row }) => row);
  const payloads = byHousehold(rows).map((one) => ({ ...one, decisionId }));
  insertDecision(
    tx,
    {
      id: decisionId,
      kind: 'bookings',
      by: accountId,
      detail: {
        because,
        answers: done.map(({ row, found, decision }) => beforeAnswer(row, found, decision.to)),
      },
      tells: [{ type: 'requests.answered', payloads }],
    },
    now,
  );
  audit(tx, {
    objectKind: 'requestDecision',
    objectId: decisionId,
    detail: {
      answers: done.map(({ row, decision: { to } }) => ({
        bookingId: row.booking_id,
        householdId: row.household_id,
        to,
      })),
    },
  });
}
