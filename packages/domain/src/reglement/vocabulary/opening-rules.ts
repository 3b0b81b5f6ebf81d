import type { Day } from '../../time/day.ts';
import type { ClockTime } from '../../time/instant.ts';
import type { Condition } from './profile-rules.ts';

/** From when, and until when, families may book online; the staff is not held to it. */
export type Opening =
  | { readonly kind: 'always' }
  /** The month to come: from this day of the month before the session's, and no sooner. */
  | {
      readonly kind: 'precedingMonth';
      readonly day: number;
      readonly at: ClockTime;
      /** Those who may from another day of that month; the first turn that holds. */
      readonly staggered?: readonly PrecedingMonthTurn[] | undefined;
    }
  /** So many calendar days before the session, and no sooner. */
  | {
      readonly kind: 'daysBefore';
      readonly days: number;
      readonly at: ClockTime;
      /** Those who may sooner or later than that; the first turn that holds. */
      readonly staggered?: readonly DaysBeforeTurn[] | undefined;
    }
  | { readonly kind: 'windows'; readonly windows: readonly BookingWindow[] }
  /** How and when is made known at the time; nothing can be booked online before. */
  | { readonly kind: 'announced' };

/** A period families book in a window of time of its own. */
export type BookingWindow = {
  readonly code: string;
  readonly label: string;
  /** Days of the sessions, both included. */
  readonly sessions: { readonly from: Day; readonly until: Day };
  readonly opens: Moment;
  /** The first moment that is too late; `null` = with the limit of each day. */
  readonly closes: Moment | null;
  /** Whose turn comes at another moment: an age group, or those a condition names; the first that holds. */
  readonly staggered: readonly StaggeredTurn[];
};

/** Whose turn it is: an age group, those the conditions name, or who is both. One is said at least. */
export type TurnOwner = {
  readonly group?: string | undefined;
  readonly when?: readonly Condition[] | undefined;
};

export type StaggeredTurn = TurnOwner & { readonly opens: Moment };

/** `at` left out is that of the opening. */
export type PrecedingMonthTurn = TurnOwner & {
  readonly day: number;
  readonly at?: ClockTime | undefined;
};

/** `at` left out is that of the opening. */
export type DaysBeforeTurn = TurnOwner & {
  readonly days: number;
  readonly at?: ClockTime | undefined;
};

/** A day and a wall-clock time of the organisation. */
export type Moment = { readonly on: Day; readonly at: ClockTime };

/** Completed years on the day of the session (or on 31 December of its school year), half-open. */
export type AgeRange = {
  readonly from: number | null;
  readonly below: number | null;
  readonly on?: 'session' | 'december31' | undefined;
};

/** How many different days of the activity a child comes, in each week, month… it comes at all. */
export type DaysRule = {
  readonly per: 'week' | 'month' | 'period';
  readonly min: number | null;
  readonly max: number | null;
  /** The minimum where a Monday to Friday of the span is a public holiday. */
  readonly minWithPublicHoliday?: number | undefined;
  /** So many open days of the span are left to others (« mercredis solidaires »). */
  readonly leave?: number | undefined;
};
