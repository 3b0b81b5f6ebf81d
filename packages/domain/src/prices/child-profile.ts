import type { Day } from '../time/day.ts';

/**
 * What is known of a child and its household when a price is asked. All of it is optional: what is
 * not said has the usual answer (the first residence and mode of the règlement, no flag, one child).
 */
export type ChildProfile = {
  readonly residence?: string | null | undefined;
  readonly scheme?: string | null | undefined;
  /** Of the household and of the child. */
  readonly flags?: readonly string[] | undefined;
  readonly group?: string | null | undefined;
  readonly bornOn?: Day | null | undefined;
  /** Booking mode, and what is booked with the unit. */
  readonly mode?: string | null | undefined;
  readonly extras?: readonly string[] | undefined;
  /** Euros, at most two decimals. */
  readonly monthlyResources?: number | null | undefined;
  /** The children of the household, this one among them. */
  readonly siblings?: readonly Sibling[] | undefined;
  /** Where there are more than those listed. */
  readonly dependentChildren?: number | null | undefined;
};

/** One child of the household, as far as it is counted on the day. */
export type Sibling = {
  /** The child the price is asked for. */
  readonly self: boolean;
  readonly bornOn: Day | null;
  /** In the règlement's activities. */
  readonly registered: boolean;
  /** That day, in the same activity. */
  readonly booked: boolean;
  readonly present: boolean;
};
