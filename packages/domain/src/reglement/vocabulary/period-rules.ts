import type { Cents } from '../../money/cents.ts';
import type { MonthDay } from './regime-rules.ts';
import type { Price, ProRata } from './price-rules.ts';
import type { Condition, PeriodUnit } from './profile-rules.ts';

/**
 * What changes a price, in the order written: each is applied to what the one before left, never
 * below 0. A `bandShift` changes the band of the price itself, hence comes first whatever its place.
 */
export type Adjustment = {
  readonly code: string;
  readonly label: string;
  /** Units it concerns; all of them where it is not said. */
  readonly units?: readonly string[] | undefined;
  /** All of them; always where there are none. */
  readonly when?: readonly Condition[] | undefined;
  readonly effect: AdjustmentEffect;
  readonly invented?: true | undefined;
};

export type AdjustmentEffect =
  /**
   * Added to each presence, or taken off where negative; to a `perPeriod` price once for its span, or
   * `per: day` once for each of its days that are charged.
   */
  | { readonly kind: 'add'; readonly cents: number; readonly per?: 'day' | undefined }
  | { readonly kind: 'addByUnit'; readonly centsByUnit: Readonly<Record<string, number>> }
  /** `percent: -10` is a tenth off; what is left is rounded half up. */
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'multiply'; readonly times: number }
  /** « la tranche juste en dessous » : -1; stays within the table. */
  | { readonly kind: 'bandShift'; readonly by: number }
  | { readonly kind: 'replace'; readonly price: Price };

/** From so many days (or presences) in a span, something off what they cost. */
export type QuantityDiscount = {
  readonly code: string;
  readonly label: string;
  readonly units?: readonly string[] | undefined;
  readonly when?: readonly Condition[] | undefined;
  readonly per: Exclude<PeriodUnit, 'day'>;
  readonly count: 'distinctDays' | 'presences';
  readonly scope: 'child' | 'household';
  /** The highest step reached holds. */
  readonly steps: readonly {
    readonly from: number;
    /** Off the whole. */
    readonly cents?: Cents | undefined;
    readonly percent?: number | undefined;
    /** The price of each presence instead. */
    readonly price?: Price | undefined;
  }[];
  readonly invented?: true | undefined;
};

/** One price in the place of the presences of a span. */
export type Package = {
  readonly code: string;
  readonly label: string;
  readonly units: readonly string[];
  readonly when?: readonly Condition[] | undefined;
  readonly per: Exclude<PeriodUnit, 'day'>;
  readonly price: Price;
  /**
   * `always`; for bookings of such modes; retroactively from the nth presence (or distinct day) of
   * the span; where every open day of the span is booked; where it costs less; or `each` so many
   * presences in order of days (« carnet de 4 mercredis »), as often as they are reached: those left
   * over keep their own price. What is charged by the span itself is no presence of such a book.
   */
  readonly applies:
    | { readonly kind: 'always' }
    | { readonly kind: 'fromPresence'; readonly count: number }
    | { readonly kind: 'fromDistinctDay'; readonly count: number }
    | { readonly kind: 'everyOpenDay' }
    | { readonly kind: 'whenCheaper' }
    | { readonly kind: 'each'; readonly count: number };
  readonly proRata?: ProRata | undefined;
  readonly invented?: true | undefined;
};

/** What units cost together in a span, at most. */
export type Cap = {
  readonly code: string;
  readonly label: string;
  readonly units: readonly string[];
  readonly when?: readonly Condition[] | undefined;
  readonly per: PeriodUnit;
  readonly scope: 'child' | 'household';
  readonly price: Price;
  readonly invented?: true | undefined;
};

/** Once per family (or child) and year, with the first presence or when it is taken. */
export type Membership = {
  readonly code: string;
  readonly label: string;
  readonly per: 'household' | 'child';
  readonly units?: readonly string[] | undefined;
  readonly when?: readonly Condition[] | undefined;
  /** First day of its year. */
  readonly yearFrom: MonthDay;
  /** Taken from these days of the year on; the first is that of `yearFrom`. */
  readonly prices: readonly { readonly from: MonthDay; readonly price: Price }[];
  readonly invented?: true | undefined;
};

/** An amount owed for something other than a presence. */
export type Fee = {
  readonly code: string;
  readonly label: string;
  readonly per: 'household' | 'child';
  readonly on: 'lateFile' | 'file' | 'rejectedPayment' | 'reminder' | 'ticketBook' | 'other';
  readonly price: Price;
  readonly invented?: true | undefined;
};

/** What a third party pays in the place of the family. */
export type Aid = {
  readonly code: string;
  readonly label: string;
  readonly payer: string;
  readonly units?: readonly string[] | undefined;
  readonly when?: readonly Condition[] | undefined;
  /** Of each presence; never more than it costs. */
  readonly cents?: Cents | undefined;
  readonly percent?: number | undefined;
  readonly ceiling?: { readonly cents: Cents; readonly per: PeriodUnit } | undefined;
  readonly invented?: true | undefined;
};

/** When a quotient counts, and what holds without one. */
export type QuotientRules = {
  /** A change declared: at once, from the next month, from the next school year, or back to its own date. */
  readonly takesEffect: 'atOnce' | 'nextMonth' | 'nextSchoolYear' | 'retroactive';
  /** Each year the quotient has to be given again by then; after that there is none. */
  readonly renewedBy?: MonthDay | undefined;
};

/** Steps of the bill, in this order unless the document says another (a permutation of it). */
export type Operation = 'quantityDiscounts' | 'packages' | 'caps' | 'aids';
