import type { Cents } from '../../money/cents.ts';
import type { Day } from '../../time/day.ts';
import type { ClockTime } from '../../time/instant.ts';
import type { Counting, PeriodUnit } from './profile-rules.ts';

export type DatedPrice = { readonly validFrom: Day; readonly price: Price };

/** What one presence of one child costs; a tree of typed patterns, evaluated to whole cents. */
export type Price =
  | { readonly kind: 'flat'; readonly cents: Cents }
  /**
   * Contiguous, half-open: `from ≤ quotient < below`. `below` left out is the next band's `from`;
   * the last has none. Where `by` is said, `cents` is a row of amounts by that key.
   */
  | {
      readonly kind: 'quotientBands';
      readonly by?: Selector | undefined;
      readonly bands: readonly QuotientBand[];
      /** Where the household has no quotient: the last band, unless said. */
      readonly without?: Price | undefined;
    }
  /**
   * « 0,36 % du quotient », never below the floor nor above the cap. `percent` has at most four
   * decimals. Rounded half up to the cent, or to `roundTo` cents.
   */
  | {
      readonly kind: 'effortRate';
      readonly percent: number;
      readonly of?: 'quotient' | 'monthlyResources' | undefined;
      readonly floorCents?: Cents | undefined;
      readonly capCents?: Cents | undefined;
      readonly rounding?: Rounding | undefined;
      readonly without?: Price | undefined;
    }
  /** `(quotient × slope + intercept) × times`, in euros per point and cents, rounded once, at the end. */
  | {
      readonly kind: 'affine';
      /** Euros per point of quotient, at most six decimals. */
      readonly slope: number;
      readonly interceptCents: number;
      readonly times?: number | undefined;
      readonly floorCents?: Cents | undefined;
      readonly capCents?: Cents | undefined;
      readonly rounding?: Rounding | undefined;
      readonly without?: Price | undefined;
    }
  /** Straight line between published points (quotient → cents); flat before the first, after the last. */
  | {
      readonly kind: 'sliding';
      readonly points: readonly { readonly quotient: number; readonly cents: Cents }[];
      readonly rounding?: Rounding | undefined;
      readonly without?: Price | undefined;
    }
  /** A price by what the child, the family or the booking is; `otherwise` for all the rest. */
  | {
      readonly kind: 'by';
      readonly what: Selector;
      readonly cases: Readonly<Record<string, Price>>;
      readonly otherwise?: Price | undefined;
    }
  /** « par demi-heure » : the time of presence (or of the session, unrecorded) in blocks. */
  | {
      readonly kind: 'timeBlocks';
      readonly minutes: number;
      readonly price: Price;
      readonly count: 'started' | 'completed' | 'proRata';
      /** Blocks count from this time of day, and until that one; the hours of the unit unless said. */
      readonly from?: ClockTime | undefined;
      readonly until?: ClockTime | undefined;
      readonly maxBlocks?: number | undefined;
    }
  /** By the hour of arrival or departure: the first step whose hour is not passed; `null` = the rest. */
  | {
      readonly kind: 'byClock';
      readonly of: 'arrival' | 'departure';
      readonly steps: readonly { readonly upTo: ClockTime | null; readonly price: Price }[];
    }
  /** « repas + surveillance » : components, each named in the explanation. */
  | {
      readonly kind: 'sum';
      readonly parts: readonly { readonly label: string; readonly price: Price }[];
    }
  /** « le double », « 150 % ». */
  | {
      readonly kind: 'share';
      readonly percent: number;
      readonly of: Price;
      readonly rounding?: Rounding | undefined;
    }
  | {
      readonly kind: 'bounded';
      readonly of: Price;
      readonly floorCents?: Cents | undefined;
      readonly capCents?: Cents | undefined;
    }
  /**
   * One price for the family that day, by the number of its children there (the last key may end
   * with `+`); shared over them by largest remainder, eldest first.
   */
  | {
      readonly kind: 'familyDay';
      readonly counting: 'booked' | 'present';
      readonly cents: Readonly<Record<string, Cents>>;
    }
  /** One price for the whole week, month… in which the child comes at least once. */
  | {
      readonly kind: 'perPeriod';
      readonly per: Exclude<PeriodUnit, 'day'>;
      readonly price: Price;
      readonly proRata?: ProRata | undefined;
    }
  /** The source does not give it. */
  | { readonly kind: 'notStated' };

/**
 * `from ≤ quotient < below`. Exactly one of `cents`, `price`; rows where the table has `by`.
 */
export type QuotientBand = {
  readonly from: number;
  readonly below?: number | null | undefined;
  readonly cents?: Cents | Readonly<Record<string, Cents>> | undefined;
  readonly price?: Price | undefined;
};

/**
 * What a price may depend on. Numbers are keys `1`, `2`, …, the last written `3+`: `rank` of the
 * child and number of `children`, as counted; `count` of different days of the activity, or of
 * presences of the unit, that the child is booked or there in the period. `frequency`: `regular` from
 * so many presences of the unit in the period, else `occasional`; known when the period is over.
 */
export type Selector =
  | { readonly kind: 'residence' }
  | { readonly kind: 'scheme' }
  | { readonly kind: 'group' }
  | { readonly kind: 'mode' }
  /** The first of the keys that the child or household bears. */
  | { readonly kind: 'flag' }
  /** `1` to `7`. */
  | { readonly kind: 'weekday' }
  /** `term` or `holidays`. */
  | { readonly kind: 'season' }
  | {
      readonly kind: 'rank';
      readonly counting: Counting;
      readonly order?: 'oldestFirst' | 'youngestFirst' | undefined;
    }
  | { readonly kind: 'children'; readonly counting: Counting }
  | {
      readonly kind: 'frequency';
      readonly per: Exclude<PeriodUnit, 'day'>;
      readonly regularFrom: number;
    }
  | {
      readonly kind: 'count';
      readonly of: 'distinctDays' | 'presences';
      readonly per: Exclude<PeriodUnit, 'day'>;
    };

/** Where an amount is not already whole: to a multiple of `toCents`. */
export type Rounding = {
  readonly toCents: number;
  readonly mode: 'halfUp' | 'up' | 'down';
};

/** A part of the price for a span that is not whole: `open` or `booked` days, out of so many. */
export type ProRata = {
  readonly count: 'openDays' | 'bookedDays';
  /** Days of a whole span; those of the calendar where it is not said. */
  readonly outOf?: number | undefined;
};
