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
  /** What families are asked to send, and what it blocks meanwhile. */
  readonly documents: readonly RequiredDocument[];
  /** What a day costs that the service itself cancels: nothing, or its price all the same. */
  readonly closureCredit: 'full' | 'none';
  readonly activities: readonly ActivityRules[];
};

/** A document a family is expected to send; its code is that of a kind of document of the organisation. */
export type RequiredDocument = {
  readonly code: string;
  readonly label: string;
  readonly about: 'child' | 'household';
  /** Codes of the activities that ask for it; `null` = all of them. */
  readonly activities: readonly string[] | null;
  /** What is refused until it is there; nothing when empty: it is expected all the same. */
  readonly blocks: readonly ('enrolment' | 'booking')[];
  /** Whether sending it is enough, or the staff must have accepted it. */
  readonly satisfiedBy: 'sent' | 'accepted';
  /** Months after which it has to be sent again, counted from its acceptance; `null` = never. */
  readonly validMonths: number | null;
  readonly invented?: true;
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
  readonly enrolment: EnrolmentRules;
  /** Completed years on the day of the session, half-open; `null` = any age. */
  readonly ages: AgeRange | null;
  readonly opening: Opening;
  readonly days: readonly DaysRule[];
  readonly booking: readonly Stage[];
  readonly cancelling: readonly Stage[];
  readonly waitingList: WaitingList;
  readonly invented?: true;
};

/**
 * What a full day offers. `staff`: the service keeps the list, by telephone, and gives or offers
 * places itself. `online`: parents join it themselves, and a freed place is offered to who comes
 * next. A place offered is theirs for `offerHours`, never past the booking limit.
 */
export type WaitingList =
  | { readonly kind: 'none' }
  | { readonly kind: 'staff'; readonly offerHours: number }
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

/** How a request becomes a booking: who accepts it, and when it is paid. */
export type Regime = {
  readonly acceptance: Acceptance;
  readonly cancellation: CancellationAcceptance;
  readonly payment: Payment;
};

export type Acceptance =
  | { readonly kind: 'automatic' }
  /**
   * The staff answers within working hours (a multiple of 24) of the request. A booking the staff
   * makes itself is accepted by that.
   */
  | {
      readonly kind: 'staff';
      readonly answerWithinHours: number;
      /** Whether the request keeps a place until the answer. */
      readonly holdsPlace: boolean;
    };

export type CancellationAcceptance =
  | { readonly kind: 'automatic' }
  | { readonly kind: 'staff'; readonly answerWithinHours: number };

export type Payment =
  /** On an invoice, after the day. */
  | { readonly kind: 'later' }
  /** Now: the place is held for so many minutes, then given back. */
  | { readonly kind: 'hold'; readonly minutes: number }
  /**
   * Before `due`, or within `graceHours` working hours of the acceptance where that comes later: who
   * is accepted at the last moment can still pay. Reminded `remindHours` before the end.
   */
  | {
      readonly kind: 'byDate';
      readonly due: Limit;
      readonly graceHours: number;
      readonly remindHours: number;
    };

/** Who enrols a child in an activity, once a school year. */
export type EnrolmentRules =
  | { readonly kind: 'byStaff' }
  /** Parents ask, the staff accepts; requests for the next school year open on `nextYearFrom`. */
  | {
      readonly kind: 'online';
      readonly nextYearFrom: MonthDay;
      readonly answerWithinHours: number | null;
    };

/** `MM-DD`, every year. */
export type MonthDay = string;

export type AgeRange = { readonly from: number | null; readonly below: number | null };

/** From when, and until when, families may book online; the staff is not held to it. */
export type Opening =
  | { readonly kind: 'always' }
  /** The month to come: from this day of the month before the session's, and no sooner. */
  | { readonly kind: 'precedingMonth'; readonly day: number; readonly at: ClockTime }
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
  /** Age groups whose turn comes at another moment. */
  readonly staggered: readonly { readonly group: string; readonly opens: Moment }[];
};

/** A day and a wall-clock time of the organisation. */
export type Moment = { readonly on: Day; readonly at: ClockTime };

/** How many different days of the activity a child comes, in each week or month it comes at all. */
export type DaysRule = {
  readonly per: 'week' | 'month';
  readonly min: number | null;
  readonly max: number | null;
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
  | { readonly kind: 'workingDaysBefore'; readonly days: number; readonly at: ClockTime }
  /** "le 25": wall-clock time `at` of that day (or the last) of the month before the session's. */
  | { readonly kind: 'dayOfPrecedingMonth'; readonly day: number; readonly at: ClockTime };

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
