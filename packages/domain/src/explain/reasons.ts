import type { BookingState } from '../bookings/states.ts';
import type { EnrolmentFact } from '../enrolments/enrolment-fact.ts';
import type { Channel, Condition, Limit, PeriodUnit } from '../reglement/document.ts';
import type { Cents } from '../money/cents.ts';
import type { Day } from '../time/day.ts';
import type { Instant } from '../time/instant.ts';
import type { PriceReason } from './price-reasons.ts';
import type { RatingReason } from './rating-reasons.ts';

/**
 * Why a verdict or an amount is what it is: a code with parameters, never a sentence.
 * `explain` turns each into French; a code without a sentence does not compile.
 */
export type Reason = BookingReason | PriceReason | RatingReason;

type DaysRulePer = Extract<PeriodUnit, 'week' | 'month' | 'period'>;

/** Why something can be done, or not, and until when. */
export type BookingReason =
  | { readonly code: 'withinLimit'; readonly limitAt: Instant; readonly limit: Limit }
  | { readonly code: 'noLimit' }
  | { readonly code: 'limitPassed'; readonly limitAt: Instant; readonly limit: Limit }
  | { readonly code: 'staffOnly'; readonly action: 'book' | 'cancel' }
  | { readonly code: 'lateByStaff'; readonly limitAt: Instant; readonly limit: Limit }
  /** Not the normal stage, though its limit is not passed: that of the way the request came in. */
  | { readonly code: 'stageOfChannel'; readonly channel: Channel }
  /** No stage of the règlement is for that way of asking. */
  | {
      readonly code: 'channelNotServed';
      readonly action: 'book' | 'cancel';
      readonly channel: Channel;
    }
  /** Said from the first stage: a final sale. */
  | { readonly code: 'neverPossible'; readonly action: 'book' | 'cancel' }
  /** A study: the source gives no limit at all. */
  | { readonly code: 'limitNotStated' }
  /** The règlement has a limit for other weekdays, or other days, than that one. */
  | { readonly code: 'limitOfWeekdayUnknown'; readonly on: Day }
  | { readonly code: 'limitOfDayUnknown'; readonly on: Day }
  /** The limit is the end of the booking period, which has none. */
  | { readonly code: 'windowEndUnknown'; readonly label: string }
  /** A study: the source does not say what becomes of a late request. */
  | { readonly code: 'consequenceNotStated'; readonly action: 'book' | 'cancel' }
  /** Who comes is there, and charged for it. */
  | { readonly code: 'nothingToBook' }
  | { readonly code: 'payFirst' }
  /** Owed for that month `YYYY-MM`, unpaid on the day the règlement names. */
  | {
      readonly code: 'excluded';
      readonly cents: Cents;
      readonly month: string;
      readonly lasts: 'followingMonth' | 'untilPaid';
    }
  /** `labels`: the règlement's own words for the codes of the condition, in their order. */
  | {
      readonly code: 'notAdmitted';
      readonly condition: Condition;
      readonly labels: readonly string[];
    }
  | { readonly code: 'sessionOver' }
  | { readonly code: 'full'; readonly capacity: number }
  /** Full, and whom to ask: the service keeps the list, or the parent may join it. */
  | { readonly code: 'waitingListStaff' }
  | { readonly code: 'waitingListOpen' }
  /** A place is free, and people wait for it already. */
  | { readonly code: 'waitingListFirst' }
  | { readonly code: 'waitingListJoin'; readonly rank: number; readonly until: Instant }
  | { readonly code: 'waitingListLeave' }
  /** Nobody gave the place back before the booking limit. */
  | { readonly code: 'waitingListOver'; readonly until: Instant }
  | { readonly code: 'offerMade'; readonly until: Instant }
  | { readonly code: 'offerLapsed'; readonly until: Instant }
  | { readonly code: 'offerDeclined' }
  /** What a waiting day will cost if its place is offered and accepted; nothing until then. */
  | { readonly code: 'waitingPrice'; readonly cents: Cents }
  | { readonly code: 'closed'; readonly label: string | null }
  | { readonly code: 'publicHoliday'; readonly name: string; readonly on: Day }
  | { readonly code: 'schoolHoliday'; readonly name: string }
  | { readonly code: 'calendarUnknown'; readonly after: Day }
  | {
      readonly code: 'notEnrolled';
      readonly activity: string;
      readonly enrolment: Exclude<EnrolmentFact, 'accepted'>;
    }
  /** It is asked for already, or done. */
  | { readonly code: 'enrolmentKnown'; readonly enrolment: Exclude<EnrolmentFact, 'none'> }
  | { readonly code: 'enrolmentByStaff' }
  | { readonly code: 'enrolmentOpensAt'; readonly at: Instant; readonly schoolYear: string }
  | { readonly code: 'schoolYearOver'; readonly schoolYear: string }
  /** `asOf`: the day the age is taken, where it is not that of the session. */
  | {
      readonly code: 'ageOut';
      readonly from: number | null;
      readonly below: number | null;
      readonly asOf?: Day | undefined;
    }
  | { readonly code: 'documentsMissing'; readonly documents: readonly string[] }
  /** Families may book from then on; `label` is the name of the period. */
  | { readonly code: 'opensAt'; readonly at: Instant; readonly label: string | null }
  | { readonly code: 'notAnnounced' }
  | { readonly code: 'windowClosed'; readonly at: Instant; readonly label: string | null }
  | { readonly code: 'maxDays'; readonly max: number; readonly per: DaysRulePer }
  | { readonly code: 'minDays'; readonly min: number; readonly per: DaysRulePer }
  /** Of `open` days the activity runs in the span, `leave` are left to others. */
  | {
      readonly code: 'leaveDays';
      readonly leave: number;
      readonly open: number;
      readonly per: DaysRulePer;
    }
  /** A request: the service answers by then. */
  | { readonly code: 'toBeAnswered'; readonly until: Instant }
  | { readonly code: 'requestWithdrawn' }
  | { readonly code: 'requestAccepted' }
  /** In the words of the staff. */
  | { readonly code: 'requestRefused'; readonly because: string }
  /** The day came before an answer. */
  | { readonly code: 'requestUnanswered' }
  | { readonly code: 'decisionTakenBack' }
  | { readonly code: 'cancellationRefused'; readonly because: string }
  | { readonly code: 'payBefore'; readonly until: Instant }
  | { readonly code: 'paymentGivenUp' }
  | { readonly code: 'paymentExpired'; readonly until: Instant }
  /** In the words of the staff, who took it. */
  | { readonly code: 'paidToStaff'; readonly how: string }
  | { readonly code: 'placeGiven' }
  /** The service cancelled the day itself. */
  | { readonly code: 'closedByService'; readonly label: string; readonly charged: boolean }
  | { readonly code: 'alreadyBooked' }
  | { readonly code: 'notBooked' }
  /** Booked by the child's other household: theirs to change, with the service in between. */
  | { readonly code: 'otherHousehold' }
  | { readonly code: 'notCancellable'; readonly state: BookingState }
  | { readonly code: 'incompatibleUnit'; readonly unit: string };
