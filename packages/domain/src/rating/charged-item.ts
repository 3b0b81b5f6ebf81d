import type { Reason } from '../explain/reasons.ts';
import type { Cents } from '../money/cents.ts';
import type { PriceContext } from '../prices/price-context.ts';
import type { Day } from '../time/day.ts';
import type { ChargeLineKind } from './charge-line.ts';
import type { Entry } from './entries.ts';
import type { PeriodPrice } from './spread-price.ts';

/** What one record, or one price for a span, owes before discounts, packages, caps and aids. */
export type ChargedItem = {
  readonly kind: ChargeLineKind;
  /** The record it is about, the first where there are several. */
  readonly entry: Entry;
  /** The records it stands for. */
  readonly entries: readonly Entry[];
  /** `null` where it is about several. */
  readonly unit: string | null;
  readonly on: Day;
  readonly until: Day;
  readonly code: string | null;
  readonly cents: Cents;
  /** The part that a package takes the place of: not what lateness added. */
  readonly ordinary: Cents;
  readonly undetermined: boolean;
  readonly reasons: readonly Reason[];
  /** Whether it is charged as a presence: it counts in packages and discounts. */
  readonly counts: boolean;
  /** Owed, and given back as a credit. */
  readonly credited: boolean;
  /** Prices of spans it belongs to. */
  readonly periods: readonly PeriodPrice[];
  readonly context: () => PriceContext;
};
