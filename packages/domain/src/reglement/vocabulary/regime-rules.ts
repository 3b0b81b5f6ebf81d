import type { Cents } from '../../money/cents.ts';
import type { Limit } from './limit-rules.ts';

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
    }
  /** Nothing is booked: who comes is there, and is charged for it. */
  | { readonly kind: 'none' };

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
    }
  /** With the request, at the desk or otherwise: nothing is booked without it. */
  | { readonly kind: 'withRequest' };

/**
 * Asked when booking, the rest on the invoice: a share of the whole, or the price of so many days a
 * week for each child (all of them where there are fewer), the dearest first. Exactly one is said.
 */
export type Deposit = {
  readonly percent?: number | undefined;
  readonly daysPerWeek?: number | undefined;
  /** Codes of the activities it is asked for; where it is not said, all that no deposit before names. */
  readonly activities?: readonly string[] | undefined;
};

/** How money comes in beside the regimes, for the whole organisation. */
export type CollectionRules = {
  readonly deposit?: Deposit | undefined;
  /** In the place of `deposit`, where activities have one of their own. */
  readonly deposits?: readonly Deposit[] | undefined;
  /** Bookings are paid with tickets, sold by books. */
  readonly ticketBooks?: readonly { readonly count: number; readonly cents: Cents }[] | undefined;
  /** Who owes an invoice of a month still unpaid on that day of the next may not come from then on. */
  readonly exclusion?:
    | {
        /** Day of the month: unpaid at its end. */
        readonly unpaidOn: number;
        /** Owing that much or more. */
        readonly fromCents?: Cents | undefined;
        /** Excluded the whole of the following month, or from the day after until paid. */
        readonly lasts: 'followingMonth' | 'untilPaid';
      }
    | undefined;
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

/**
 * What a full day offers. `staff`: the service keeps the list, by telephone, and gives or offers
 * places itself. `online`: parents join it themselves, and a freed place is offered to who comes
 * next. A place offered is theirs for `offerHours`, never past the booking limit.
 */
export type WaitingList =
  | { readonly kind: 'none' }
  | { readonly kind: 'staff'; readonly offerHours: number }
  | { readonly kind: 'online'; readonly offerHours: number };
