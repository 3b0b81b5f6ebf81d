import type { Instant } from '@preau/domain/time/instant';
import type { Tx } from '../../platform/db/transaction.ts';
import { type SeatShift, shiftSeats } from '../activities/activities.public.ts';
import {
  cancelBookings,
  insertBookings,
  keptVerdict,
  startOf,
  stateAfter,
} from './booking.store.ts';
import {
  type BookingChange,
  type ChangeOrigin,
  insertBookingChanges,
} from './booking-change.store.ts';
import { type DecidedLine, placesTaken } from './decide-lines.ts';
import { addShift, type Room, roomKey } from './seat-keys.ts';
import { isRestored, restoreBookings } from './staff-restore.store.ts';
import { insertWaiting } from './waiting.store.ts';

/**
 * Writes what decided lines do: bookings, the waiting list, cancellations, places and the life of
 * each booking. The caller holds the locks of `lineLocksOf`; lines that are not done are left out.
 */
export function writeLines(
  tx: Tx,
  householdId: string,
  done: readonly DecidedLine[],
  origin: ChangeOrigin,
  now: Instant,
): void {
  const waiting = done.filter(({ verdict }) => verdict.outcome === 'waitlisted');
  const removed = done.filter(({ row }) => row.action === 'remove');
  const taking = done.filter(
    ({ row, verdict }) => row.action !== 'remove' && verdict.outcome !== 'waitlisted',
  );
  const restored = taking.filter(isRestored);
  const added = taking.filter((line) => !isRestored(line));
  const { confirmationId } = origin;
  const bookedIds = insertBookings(tx, householdId, added, confirmationId, now);
  const waitingIds = insertWaiting(tx, householdId, waiting, now);
  const restoredSteps = restoreBookings(tx, restored, now);
  cancelBookings(tx, removed, confirmationId, now);
  shiftSeats(tx, shiftsOf(done));
  const change = (line: DecidedLine, step: Pick<BookingChange, 'bookingId' | 'from' | 'to'>) => ({
    ...step,
    householdId,
    versionId: line.versionId,
    verdict: keptVerdict(line),
  });
  const changes: BookingChange[] = [
    ...added.map((line, at) =>
      change(line, { bookingId: bookedIds[at] ?? '', from: null, to: startOf(line) }),
    ),
    ...waiting.map((line, at) =>
      change(line, { bookingId: waitingIds[at] ?? '', from: null, to: 'waitlisted' }),
    ),
    ...restoredSteps.flatMap((step, at) => {
      const line = restored[at];
      return line ? change(line, step) : [];
    }),
    ...removed.flatMap((line) => {
      const { booking_id: bookingId, state: from } = line.row;
      const to = stateAfter(line);
      return bookingId === null || to === undefined ? [] : change(line, { bookingId, from, to });
    }),
  ];
  insertBookingChanges(tx, changes, origin, now);
}

/** Rooms in which lines gave places back, each once: who waits there comes next. */
export function roomsFreedBy(done: readonly DecidedLine[]): Room[] {
  const rooms = new Map<string, Room>();
  for (const line of done) {
    if (placesTaken(line) < 0) rooms.set(roomKey(line.row), line.row);
  }
  return [...rooms.values()];
}

/** One shift per pool, in the order of the locks: siblings in one room count together. */
function shiftsOf(done: readonly DecidedLine[]): SeatShift[] {
  const shifts = new Map<string, SeatShift>();
  for (const line of done) addShift(shifts, line.row, line.row.parts, placesTaken(line));
  return [...shifts.values()].filter(({ delta }) => delta !== 0);
}
