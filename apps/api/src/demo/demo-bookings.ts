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
  /** What was asked of the cart; `null` = it followed by itself. */
  readonly action: 'add' | 'remove' | 'wait' | null;
  readonly from: BookingState | null;
  readonly to: BookingState;
  readonly verdict: Verdict;
  readonly note: string | null;
};

/** A booking and its life; the state, the verdict and the instants are those of its steps. */
export type DemoBooking = {
  readonly id: string;
  readonly householdId: string;
  readonly child: DemoChild;
  readonly session: OpenSession;
  readonly state: BookingState;
  readonly late: boolean;
  readonly waits: { readonly since: Instant; readonly until: Instant | null } | null;
  /** At least one, oldest first. */
  readonly steps: readonly [DemoStep, ...DemoStep[]];
};
