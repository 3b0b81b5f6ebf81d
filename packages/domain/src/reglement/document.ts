import type { Day } from '../time/day.ts';
import type { ClockTime } from '../time/instant.ts';
import type { CalendarRules } from './vocabulary/calendar-rules.ts';
import type { AgeRange, DaysRule, Opening } from './vocabulary/opening-rules.ts';
import type {
  Adjustment,
  Aid,
  Cap,
  Fee,
  Membership,
  Operation,
  Package,
  QuantityDiscount,
  QuotientRules,
} from './vocabulary/period-rules.ts';
import type { PresenceRules } from './vocabulary/presence-rules.ts';
import type { DatedPrice, Price } from './vocabulary/price-rules.ts';
import type { Condition, ProfileRules } from './vocabulary/profile-rules.ts';
import type {
  CollectionRules,
  EnrolmentRules,
  Regime,
  WaitingList,
} from './vocabulary/regime-rules.ts';
import type { Stage } from './vocabulary/stage-rules.ts';

export type * from './vocabulary/calendar-rules.ts';
export type * from './vocabulary/limit-rules.ts';
export type * from './vocabulary/opening-rules.ts';
export type * from './vocabulary/period-rules.ts';
export type * from './vocabulary/presence-rules.ts';
export type * from './vocabulary/price-rules.ts';
export type * from './vocabulary/profile-rules.ts';
export type * from './vocabulary/regime-rules.ts';
export type * from './vocabulary/stage-rules.ts';

/**
 * The house rules of one organisation: typed, versioned data, run by one pure engine.
 * It is a closed vocabulary of patterns (discriminated unions, a family per file of `vocabulary/`),
 * never an expression language. What is optional has one usual answer, which its pattern states.
 */
export type ReglementDocument = {
  readonly code: string;
  readonly title: string;
  /**
   * A `study` may hold what its source leaves unsaid (`notStated`, holes between bands), and its
   * verdicts are then undetermined; a `règlement`, which can be published, may not.
   */
  readonly status?: 'study' | 'reglement' | undefined;
  readonly validFrom: Day;
  /** Last day of validity, inclusive; `null` = until superseded. */
  readonly validUntil: Day | null;
  readonly calendar: CalendarRules;
  readonly profile?: ProfileRules | undefined;
  /** What families are asked to send, and what it blocks meanwhile. */
  readonly documents: readonly RequiredDocument[];
  /** What a day costs that the service itself cancels: nothing, or its price all the same. */
  readonly closureCredit: 'full' | 'none';
  readonly quotient?: QuotientRules | undefined;
  readonly activities: readonly ActivityRules[];
  /** In the order in which they are applied. */
  readonly adjustments?: readonly Adjustment[] | undefined;
  readonly quantityDiscounts?: readonly QuantityDiscount[] | undefined;
  readonly packages?: readonly Package[] | undefined;
  readonly caps?: readonly Cap[] | undefined;
  readonly aids?: readonly Aid[] | undefined;
  /** The four above are applied in this order unless said. */
  readonly operations?: readonly Operation[] | undefined;
  readonly memberships?: readonly Membership[] | undefined;
  readonly fees?: readonly Fee[] | undefined;
  readonly collection?: CollectionRules | undefined;
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

export type ActivityKind = 'wraparound' | 'lunch' | 'study' | 'wednesday' | 'holiday';

export type ActivityRules = {
  readonly code: string;
  readonly kind: ActivityKind;
  readonly label: string;
  readonly units: readonly UnitRules[];
  readonly regime: Regime;
  readonly enrolment: EnrolmentRules;
  /** `null` = any age. */
  readonly ages: AgeRange | null;
  /** Who may come at all, beside ages; everybody where it is not said. */
  readonly admits?: readonly Condition[] | undefined;
  readonly opening: Opening;
  readonly days: readonly DaysRule[];
  readonly booking: readonly Stage[];
  readonly cancelling: readonly Stage[];
  readonly waitingList: WaitingList;
  readonly presence?: PresenceRules | undefined;
  /** Who comes first when places are given, the first that holds; then the order of arrival. */
  readonly priorities?:
    | readonly { readonly label: string; readonly when: readonly Condition[] }[]
    | undefined;
  readonly invented?: true;
};

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
  /** Booked with the unit when the family asks: minibus, snack. Added to its price. */
  readonly extras?:
    | readonly { readonly code: string; readonly label: string; readonly price: Price }[]
    | undefined;
  readonly invented?: true;
};
