import type { BookingActor, BookingState } from '@preau/domain/bookings/states';
import type { Verdict } from '@preau/domain/bookings/verdict';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { AgeGroupCode, DemoChild } from './town.ts';

/** An open session, as bookings are made on it. */
export type OpenSession = {
  readonly id: string;
  readonly activityId: string;
  readonly activityLabel: string;
  readonly unit: string;
  readonly unitLabel: string;
  readonly facilityId: string;
  readonly group: AgeGroupCode;
  readonly on: Day;
  readonly parts: readonly string[];
};

/** One step in the life of a booking. */
export type DemoStep = {
  readonly at: Instant;
  readonly by: BookingActor;
  /** What was asked of the cart, or answered by the staff; `null` = it followed by itself. */
  readonly action: 'add' | 'remove' | 'wait' | 'answer' | null;
  readonly from: BookingState | null;
  readonly to: BookingState;
  readonly verdict: Pick<
    Verdict,
    'outcome' | 'stage' | 'limitAt' | 'cents' | 'reasons' | 'priceReasons'
  >;
  readonly note: string | null;
};

/** What a booking waits for, or was last asked. */
export type DemoWait = {
  /** Since when it is in a waiting list. */
  readonly since: Instant | null;
  /** Until when it stays as it is; `null` where it waits no more. */
  readonly until: Instant | null;
  readonly requestedAt: Instant | null;
  readonly answerDueAt: Instant | null;
  readonly remindAt: Instant | null;
};

/** What became of a booking, step by step; the verdict and the instants are those of its steps. */
export type DemoLife = {
  readonly state: BookingState;
  /** Of the booking stages, in which it was taken; 0 = in time. */
  readonly stage: number;
  readonly requestHolds: boolean;
  readonly wait: DemoWait | null;
  /** At least one, oldest first. */
  readonly steps: readonly [DemoStep, ...DemoStep[]];
};

export type DemoBooking = DemoLife & {
  readonly id: string;
  readonly householdId: string;
  readonly child: DemoChild;
  readonly session: OpenSession;
};

/** Nothing is waited for but a place, or an offer. */
export function waitingOnly(since: Instant, until: Instant | null): DemoWait {
  return { since, until, requestedAt: null, answerDueAt: null, remindAt: null };
}
