import { type Cents, cents, fixedPoint, timesPerMillion } from '../money/cents.ts';
import type { CollectionRules } from '../reglement/document.ts';
import type { ChargeLine } from './charge-line.ts';

/**
 * What is asked when booking: the règlement's share of the whole, rounded half up; the rest comes on
 * the invoice.
 *
 * @returns `null` where the règlement asks for none, or does not say all the amounts
 */
export function depositOf(
  lines: readonly ChargeLine[],
  collection: CollectionRules | undefined,
): Cents | null {
  const deposit = collection?.deposit;
  if (deposit === undefined || lines.some(({ undetermined }) => undetermined)) return null;
  const whole = lines.reduce((sum, line) => sum + line.cents, 0);
  return timesPerMillion(cents(Math.max(0, whole)), fixedPoint(deposit.percent, 4));
}
