import type { Cents } from '../../money/cents.ts';
import type { ClockTime } from '../../time/instant.ts';
import type { DayUnit } from './calendar-rules.ts';
import type { Limit } from './limit-rules.ts';
import type { Price } from './price-rules.ts';
import type { Condition, PeriodUnit } from './profile-rules.ts';
import type { Consequence } from './stage-rules.ts';

/** What comes of what really happened, for one activity. Left out: billed as booked. */
export type PresenceRules = {
  /** Booked, not there, and no absence rule excuses it. */
  readonly noShow?: Occurrence | undefined;
  /** There, and not booked. */
  readonly unbooked?: Occurrence | undefined;
  /** Fetched after the end. */
  readonly latePickup?: LatePickup | undefined;
  /** Before that time nobody fetches a child. */
  readonly earliestPickup?: ClockTime | undefined;
  readonly absences?: readonly AbsenceRule[] | undefined;
};

/** What happens each time, or from the nth time in a span: the highest step reached holds. */
export type Occurrence = {
  /** Counted per child; `schoolYear` where it is not said. */
  readonly per?: Exclude<PeriodUnit, 'day'> | undefined;
  readonly steps: readonly {
    /** From the nth, counted from 1. */
    readonly from: number;
    readonly when?: readonly Condition[] | undefined;
    readonly consequence: OccurrenceConsequence;
  }[];
};

export type OccurrenceConsequence =
  | Extract<
      Consequence,
      {
        kind:
          | 'normal'
          | 'surcharge'
          | 'percentSurcharge'
          | 'multiple'
          | 'replacingPrice'
          | 'refused'
          | 'notStated';
      }
    >
  | { readonly kind: 'free' };

/** `after` left out: the end of the unit. The counter begins at the nth time in its span. */
export type LatePickup = {
  readonly after?: ClockTime | undefined;
  /** Minutes forgiven; past them, the whole lateness counts. */
  readonly graceMinutes?: number | undefined;
  readonly charge: LatePickupCharge;
  readonly scope?: 'child' | 'household' | undefined;
  readonly from?: number | undefined;
  readonly per?: Exclude<PeriodUnit, 'day'> | undefined;
  /** « pourra être facturé » : charged unless the staff says not. */
  readonly discretionary?: true | undefined;
};

export type LatePickupCharge =
  | { readonly kind: 'fixed'; readonly cents: Cents }
  /** « par quart d'heure commencé ». */
  | { readonly kind: 'perSlice'; readonly minutes: number; readonly cents: Cents }
  /** The last tier reached holds: strictly after its time. */
  | {
      readonly kind: 'tiers';
      readonly tiers: readonly { readonly after: ClockTime; readonly cents: Cents }[];
    }
  | { readonly kind: 'price'; readonly price: Price };

/** Why a child does not come. `other` is any reason that is not listed. */
export type AbsenceReason =
  | 'illness'
  | 'hospital'
  | 'bereavement'
  | 'familyReason'
  | 'strike'
  | 'teacherAbsent'
  | 'schoolTrip'
  | 'schoolClosed'
  | 'weather'
  | 'sentHome'
  | 'moving'
  | 'work'
  | 'exclusion'
  | 'other';

/**
 * What becomes of a *spell*: booked days of one activity that follow one another, missed for one
 * reason; at most seven days lie from one to the next, unless they were told at once. The first rule
 * of the list that names the reason, and holds for a spell that long, decides.
 */
export type AbsenceRule = {
  readonly reasons: readonly AbsenceReason[];
  /**
   * It holds for spells of so many days or more: those that are booked, or all those of the calendar
   * from the first missed day to the last, both included.
   */
  readonly atLeast?: { readonly days: number; readonly unit: 'booked' | 'calendar' } | undefined;
  /** Has to be told by then, counted from the day `noticeOf` names; otherwise nothing is excused. */
  readonly notice?: Limit | undefined;
  /** The notice concerns each day by itself (unless said), or the whole spell by its first day. */
  readonly noticeOf?: 'eachDay' | 'firstDay' | undefined;
  /** No proof asked where left out. Tiers in order of time: the first met decides the days due. */
  readonly proof?:
    | {
        readonly anchor: 'firstDay' | 'lastDay' | 'return' | 'notice';
        readonly tiers: readonly ProofTier[];
      }
    | undefined;
  /** Days still due at the beginning of a spell, in booked days. */
  readonly waitingDays?: number | undefined;
  readonly effect: AbsenceEffect;
};

/** Given within so long: hours run on the clock from the start of the anchor's day, days to their end. */
export type ProofTier = {
  readonly within: number;
  readonly unit: 'hours' | DayUnit;
  /** Instead of the rule's. */
  readonly waitingDays?: number | undefined;
};

export type AbsenceEffect =
  | { readonly kind: 'free' }
  /** Owed, and given back as a credit on later days. */
  | { readonly kind: 'credited' }
  | { readonly kind: 'billedInPart'; readonly percent: number }
  /** The staff chooses the share that stays owed. */
  | {
      readonly kind: 'billedAtDiscretion';
      readonly minPercent: number;
      readonly maxPercent: number;
    }
  | { readonly kind: 'billed' };
