import type { Cents } from '../../money/cents.ts';
import type { Limit } from './limit-rules.ts';
import type { Price } from './price-rules.ts';

/**
 * How a request comes in. `staff` stands for every way the service itself records: a stage that
 * serves `staff` serves the telephone, letters, paper and the desk; one that names some serves those.
 */
export type Channel = 'online' | 'staff' | 'phone' | 'mail' | 'paper' | 'desk';

/**
 * One step of what is possible over time, in the document's order. The first stage that the channel
 * may use and whose limit is not reached decides; `until: null` never ends. After the last: refused.
 */
export type Stage = {
  readonly channels: readonly Channel[];
  /** Booking modes it is for, where modes have limits of their own; all of them where it is not said. */
  readonly modes?: readonly string[] | undefined;
  readonly until: Limit | null;
  readonly consequence: Consequence;
};

/** A late order may change its own price, or that of the child's whole month of that activity. */
export type Scope = 'booking' | 'batch';

export type Consequence =
  | { readonly kind: 'normal' }
  /** This amount is added to the price of each booking; `centsByUnit` where units differ. */
  | {
      readonly kind: 'surcharge';
      readonly cents?: Cents | undefined;
      readonly centsByUnit?: Readonly<Record<string, Cents>> | undefined;
      readonly scope?: Scope | undefined;
    }
  /** « majoré de 50 % ». Percentages have at most four decimals. */
  | {
      readonly kind: 'percentSurcharge';
      readonly percent: number;
      readonly scope?: Scope | undefined;
    }
  /** « tarif double ». */
  | { readonly kind: 'multiple'; readonly times: number; readonly scope?: Scope | undefined }
  /** Another price in its place, whatever the quotient and the adjustments. */
  | {
      readonly kind: 'replacingPrice';
      readonly centsByUnit?: Readonly<Record<string, Cents>> | undefined;
      readonly price?: Price | undefined;
      readonly scope?: Scope | undefined;
    }
  /** Booking: whoever comes now waits, in order of arrival. */
  | { readonly kind: 'waitingList' }
  /** Cancelling: charged its full price. */
  | { readonly kind: 'billedInFull' }
  /** Cancelling: that share of its price stays owed. */
  | { readonly kind: 'billedInPart'; readonly percent: number }
  /** Cancelling: the staff chooses the share that stays owed, between these bounds. */
  | {
      readonly kind: 'billedAtDiscretion';
      readonly minPercent: number;
      readonly maxPercent: number;
    }
  /** Cancelling: owed, and given back as a credit on later days. */
  | { readonly kind: 'credited' }
  /** Said, and not left to the end of the list. */
  | { readonly kind: 'refused' }
  /** The source does not say: the verdict is undetermined. A study may, a published règlement not. */
  | { readonly kind: 'notStated' };
