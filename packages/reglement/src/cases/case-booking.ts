import { type BookingState, liveStates } from '@preau/domain/bookings/states';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { Target } from './targets.ts';

/** How a booking is asked for, and what with. */
export type Manner = {
  readonly mode: string | null;
  readonly extras: readonly string[];
};

/** That of the cancelling stages, and the share the staff chose to keep. */
export type Cancelled = { readonly stage: number; readonly keptPercent: number | null };

/** A booking of a child of the case, as it stands. */
export type CaseBooking = Target &
  Manner & {
    readonly state: BookingState;
    /** That of the booking stages it was taken in. */
    readonly stage: number;
    /** Whether it was asked for after the normal one. */
    readonly late: boolean;
    /** How it was given back; `null` where it was not, or before anybody had accepted it. */
    readonly cancelled: Cancelled | null;
    /** How it was asked back, where the staff has not answered yet. */
    readonly askedBack: Cancelled | null;
    /** The service itself cancelled the day, which would have been charged. */
    readonly closed: boolean;
    /** First day of the stay it was taken with. */
    readonly stayFrom: Day;
    /** Asked at no moment in particular: it waits for nothing. */
    readonly timeless: boolean;
    /** Until when it waits; `null` where it waits for nothing. */
    readonly until: Instant | null;
    readonly dueAt: Instant | null;
    readonly remindAt: Instant | null;
  };

const charged: readonly BookingState[] = [
  'confirmed',
  'cancellationRequested',
  'absenceDeclared',
  'attended',
  'absentExcused',
  'absentUnexcused',
  'cancelledLate',
];

export function isLive({ state }: CaseBooking): boolean {
  return liveStates.includes(state);
}

/** Whether the child is expected, or would be: who waits for a place is not. */
export function comes(booking: CaseBooking): boolean {
  return isLive(booking) && booking.state !== 'waitlisted';
}

/** Asked at no moment in particular, it was answered, and paid, in its time. */
export function settled(booking: CaseBooking): CaseBooking {
  const waits = booking.state === 'requested' || booking.state === 'awaitingPayment';
  return booking.timeless && waits ? { ...booking, state: 'confirmed' } : booking;
}

/** Whether it is charged, or was: who waits for an answer or a place owes nothing yet. */
export function isTaken(booking: CaseBooking): boolean {
  if (booking.cancelled !== null || booking.closed) return true;
  return charged.includes(settled(booking).state);
}
