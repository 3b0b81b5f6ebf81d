import type { Weekday } from '../../time/day.ts';

/** The words a règlement uses to tell families and children apart; the first residence is the usual one. */
export type ProfileRules = {
  readonly residences?: readonly ResidenceClass[] | undefined;
  /** Social-security schemes: CAF, MSA, other. */
  readonly schemes?: readonly NamedCode[] | undefined;
  /** What is true of a child or a household, or not: PAI, works here, priority neighbourhood… */
  readonly flags?: readonly NamedCode[] | undefined;
  /** Booking modes: regular, occasional, annual, monthly… the first is the usual one. */
  readonly modes?: readonly NamedCode[] | undefined;
};

export type NamedCode = { readonly code: string; readonly label: string };

/** Whoever bears one of these flags counts as being of this class (« works here »). */
export type ResidenceClass = NamedCode & { readonly equivalents?: readonly string[] | undefined };

/**
 * Which children of the household are counted: `registered` in the règlement's activities; `booked`
 * or `present` that day in the same activity; `dependent` those of the household, come or not.
 */
export type Counting = 'registered' | 'booked' | 'present' | 'dependent';

/** Spans of time things are counted in. `period`: from one school holiday to the next, or one school holiday. */
export type PeriodUnit =
  | 'day'
  | 'week'
  | 'month'
  | 'trimester'
  | 'period'
  | 'calendarYear'
  | 'schoolYear';

/** What may be said of a child that comes somewhere one day. A list holds when all of it holds. */
export type Condition =
  | { readonly kind: 'residence'; readonly in: readonly string[] }
  | { readonly kind: 'scheme'; readonly in: readonly string[] }
  | { readonly kind: 'flag'; readonly is: string }
  | { readonly kind: 'noFlag'; readonly is: string }
  | { readonly kind: 'group'; readonly in: readonly string[] }
  | { readonly kind: 'mode'; readonly in: readonly string[] }
  | { readonly kind: 'extra'; readonly is: string }
  /** Half-open: `from ≤ quotient < below`. A household without a quotient meets neither. */
  | {
      readonly kind: 'quotient';
      readonly from?: number | undefined;
      readonly below?: number | undefined;
    }
  | { readonly kind: 'noQuotient' }
  /** Completed years on the day, half-open. */
  | {
      readonly kind: 'age';
      readonly from?: number | undefined;
      readonly below?: number | undefined;
    }
  /** Rank among the children counted, from 1, the oldest first unless said; both included. */
  | {
      readonly kind: 'rank';
      readonly from?: number | undefined;
      readonly upTo?: number | undefined;
      readonly counting: Counting;
      readonly order?: 'oldestFirst' | 'youngestFirst' | undefined;
    }
  /** How many children are counted; both included. */
  | {
      readonly kind: 'children';
      readonly from?: number | undefined;
      readonly upTo?: number | undefined;
      readonly counting: Counting;
    }
  | { readonly kind: 'weekday'; readonly in: readonly Weekday[] };
