import type { Cents } from '../money/cents.ts';
import type { AbsenceReason, AbsenceRule } from '../reglement/vocabulary/presence-rules.ts';
import type { ProRata } from '../reglement/vocabulary/price-rules.ts';
import type { QuantityDiscount } from '../reglement/vocabulary/period-rules.ts';
import type { Day } from '../time/day.ts';
import type { ClockTime, Instant } from '../time/instant.ts';

/** Why a line of what is owed is what it is: absences, counters, packages, caps. */
export type RatingReason =
  /** The règlement, a study, does not give the amount. */
  | { readonly code: 'amountNotStated' }
  | AbsenceReasonGiven
  | OccurrenceReason
  | SpanReason
  | CorrectionReason;

/** What became of a booking that was missed. */
export type AbsenceReasonGiven =
  | {
      readonly code: 'absenceExcused';
      readonly reason: AbsenceReason;
      /** What it would have cost. */
      readonly cents: Cents;
    }
  | { readonly code: 'absenceBilled'; readonly reason: AbsenceReason }
  | {
      readonly code: 'absenceCredited';
      readonly reason: AbsenceReason;
      readonly cents: Cents;
    }
  | {
      readonly code: 'absenceBilledInPart';
      readonly percent: number;
      /** The staff chose the share, or may still. */
      readonly byStaff: boolean;
      readonly cents: Cents;
      readonly insteadOf: Cents;
    }
  /** It is excused from so many days on. */
  | {
      readonly code: 'absenceTooShort';
      readonly days: number;
      readonly from: number;
      readonly unit: NonNullable<AbsenceRule['atLeast']>['unit'];
    }
  /** The nth of the days due at the beginning of an absence. */
  | { readonly code: 'waitingDay'; readonly nth: number; readonly of: number }
  /** Told too late, or not at all; `until` is the first instant that was too late. */
  | { readonly code: 'noticeMissed'; readonly until: Instant; readonly given: boolean }
  /** `until` is `null` where the proof runs from a notice nobody gave. */
  | {
      readonly code: 'proofMissing';
      readonly until: Instant | null;
      readonly given: boolean;
    };

/** What happens once more: not there, there without a booking, fetched late. */
export type OccurrenceReason =
  | { readonly code: 'noShowBilled'; readonly nth: number }
  | { readonly code: 'unbookedPresence'; readonly nth: number }
  | { readonly code: 'unbookedRefused' }
  /** The service itself cancelled the day, and the règlement gives nothing back. */
  | { readonly code: 'closureBilled' }
  | {
      readonly code: 'latePickup';
      readonly departure: ClockTime;
      readonly after: ClockTime;
      readonly minutes: number;
    }
  | {
      readonly code: 'latePickupSlices';
      readonly slices: number;
      readonly minutes: number;
      /** Each. */
      readonly cents: Cents;
    }
  | { readonly code: 'latePickupTier'; readonly after: ClockTime; readonly cents: Cents }
  | { readonly code: 'latePickupRepeated'; readonly nth: number };

/** What is charged, or taken off, for more than one presence. */
export type SpanReason =
  /** Another order of the month was late, and the règlement prices the whole month by it. */
  | { readonly code: 'repricedWithMonth' }
  | {
      readonly code: 'familyDayShare';
      readonly children: number;
      readonly familyCents: Cents;
      readonly cents: Cents;
    }
  | {
      readonly code: 'proRata';
      readonly count: ProRata['count'];
      readonly days: number;
      readonly outOf: number;
      readonly cents: Cents;
      readonly insteadOf: Cents;
    }
  | {
      readonly code: 'packageApplied';
      readonly label: string;
      readonly presences: number;
      readonly cents: Cents;
      readonly insteadOf: Cents;
    }
  | { readonly code: 'coveredByPackage'; readonly cents: Cents }
  | {
      readonly code: 'quantityReached';
      readonly label: string;
      readonly count: number;
      readonly counted: QuantityDiscount['count'];
      readonly from: number;
    }
  | {
      readonly code: 'capReached';
      readonly label: string;
      readonly cents: Cents;
      readonly insteadOf: Cents;
    }
  | {
      readonly code: 'aidPaid';
      readonly label: string;
      readonly payer: string;
      readonly cents: Cents;
    }
  | { readonly code: 'aidCeiling'; readonly cents: Cents; readonly insteadOf: Cents }
  /** The part of one child in what the household is given. */
  | { readonly code: 'shareOfHousehold'; readonly cents: Cents; readonly whole: Cents }
  | { readonly code: 'creditGiven'; readonly cents: Cents }
  | { readonly code: 'membershipDue'; readonly label: string; readonly byPresence: boolean }
  | {
      readonly code: 'feeDue';
      readonly label: string;
      readonly quantity: number;
      /** Each. */
      readonly cents: Cents;
    };

/** Why a line differs from what was said before. */
export type CorrectionReason =
  | { readonly code: 'corrected'; readonly before: Cents; readonly after: Cents }
  | { readonly code: 'noLongerOwed'; readonly cents: Cents }
  /** What a draft makes of lines that are not its own: packages, caps, days of the family. */
  | { readonly code: 'otherLinesChange'; readonly cents: Cents; readonly whole: Cents }
  /** It concerns a span that began before the first day of the bill. */
  | { readonly code: 'spanBegunBefore'; readonly on: Day };
