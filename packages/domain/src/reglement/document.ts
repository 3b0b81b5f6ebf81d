import type { Territory } from '../calendar/public-holidays.ts';
import type { SchoolZone } from '../calendar/school-holidays.ts';
import type { Cents } from '../money/cents.ts';
import type { Day, Weekday } from '../time/day.ts';
import type { ClockTime } from '../time/instant.ts';

/**
 * The house rules of one organisation: typed, versioned data, run by one pure engine.
 * It is a closed vocabulary of patterns (discriminated unions), never an expression language.
 */
export type ReglementDocument = {
  readonly code: string;
  readonly title: string;
  readonly validFrom: Day;
  /** Last day of validity, inclusive; `null` = until superseded. */
  readonly validUntil: Day | null;
  readonly calendar: CalendarRules;
  readonly activities: readonly ActivityRules[];
};

export type CalendarRules = {
  /** IANA zone: limits are wall-clock times there. */
  readonly timeZone: string;
  readonly schoolZone: SchoolZone;
  readonly territory: Territory;
  /** Weekdays with class. */
  readonly schoolWeek: readonly Weekday[];
};

export type ActivityKind = 'wraparound' | 'lunch' | 'study' | 'wednesday' | 'holiday';

export type ActivityRules = {
  readonly code: string;
  readonly kind: ActivityKind;
  readonly label: string;
  readonly units: readonly UnitRules[];
  readonly regime: Regime;
  readonly booking: readonly Stage[];
  readonly cancelling: readonly Stage[];
  readonly waitingList: WaitingList;
  readonly invented?: true;
};

/**
 * What a full day offers. `staff`: the service keeps the list, by telephone. `online`: parents join
 * it themselves, and a freed place is theirs for `offerHours`, never past the booking limit.
 */
export type WaitingList =
  | { readonly kind: 'none' }
  | { readonly kind: 'staff' }
  | { readonly kind: 'online'; readonly offerHours: number };

/** What can be booked: one unit × one age group × one day is a session. */
export type UnitRules = {
  readonly code: string;
  readonly label: string;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  /** Parts of the day whose places the unit takes, e.g. morning, lunch, afternoon. */
  readonly parts: readonly string[];
  /** Units of the same activity that cannot be booked for the same child and day. */
  readonly excludes: readonly string[];
  readonly prices: readonly DatedPrice[];
  readonly invented?: true;
};

export type Regime = {
  readonly acceptance: { readonly kind: 'automatic' };
  readonly payment: { readonly kind: 'later' };
};

export type Channel = 'online' | 'staff';

/**
 * One step of what is possible over time, in the document's order. The first stage that the channel
 * may use and whose limit is not reached decides; `until: null` never ends.
 */
export type Stage = {
  readonly channels: readonly Channel[];
  readonly until: Limit | null;
  readonly consequence: Consequence;
};

/** A limit evaluates to one instant, the first that is too late. */
export type Limit =
  /** "48 h ouvrées": same clock time as the session's start, that many working days earlier. Multiple of 24. */
  | { readonly kind: 'workingHoursBefore'; readonly hours: number; readonly anchor: 'sessionStart' }
  /** "5 jours ouvrés": wall-clock time `at` of the nth working day before the day of the session. */
  | { readonly kind: 'workingDaysBefore'; readonly days: number; readonly at: ClockTime };

export type Consequence =
  | { readonly kind: 'normal' }
  /** The price becomes this amount, whatever the quotient. */
  | { readonly kind: 'replacingPrice'; readonly centsByUnit: Readonly<Record<string, Cents>> }
  /** This amount is added to the price. */
  | { readonly kind: 'surcharge'; readonly cents: Cents }
  /** A cancelled booking is charged its full price. */
  | { readonly kind: 'billedInFull' };

export type DatedPrice = { readonly validFrom: Day; readonly price: Price };

export type Price =
  | { readonly kind: 'flat'; readonly cents: Cents }
  /** Bands are contiguous and half-open: `from ≤ quotient < below`; the last has `below: null`. No quotient → last band. */
  | { readonly kind: 'quotientBands'; readonly bands: readonly QuotientBand[] };

export type QuotientBand = {
  readonly from: number;
  readonly below: number | null;
  readonly cents: Cents;
};
