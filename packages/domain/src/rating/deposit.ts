import { type Cents, cents, fixedPoint, timesPerMillion } from '../money/cents.ts';
import type { CompiledReglement } from '../reglement/compile.ts';
import { mondayOf } from '../time/day.ts';
import type { ChargeLine } from './charge-line.ts';
import { type ChargedSession, type PriceOfDay, pricesOfDays } from './prices-of-days.ts';

/**
 * What is asked when booking; the rest comes on the invoice. Either the règlement's share of the
 * whole, rounded half up, or the price of so many days a week of each child, the dearest first.
 *
 * @param lines what the booked sessions cost
 * @returns `null` where the règlement asks for none, or does not say all the amounts
 */
export function depositOf(
  lines: readonly ChargeLine[],
  sessions: readonly ChargedSession[],
  reglement: CompiledReglement,
): Cents | null {
  const deposit = reglement.document.collection?.deposit;
  if (deposit === undefined || lines.some(({ undetermined }) => undetermined)) return null;
  const { percent = 0, daysPerWeek } = deposit;
  if (daysPerWeek !== undefined) {
    return priceOfDearest(pricesOfDays(lines, sessions, reglement), daysPerWeek);
  }
  const whole = lines.reduce((sum, line) => sum + line.cents, 0);
  return timesPerMillion(cents(Math.max(0, whole)), fixedPoint(percent, 4));
}

function priceOfDearest(prices: readonly PriceOfDay[], daysPerWeek: number): Cents {
  const weeks = Map.groupBy(prices, ({ childId, on }) => `${childId}|${mondayOf(on)}`);
  const amounts = [...weeks.values()].flatMap((days) =>
    days
      .map((day) => Math.max(0, day.cents))
      .toSorted((one, other) => other - one)
      .slice(0, daysPerWeek),
  );
  return cents(amounts.reduce((sum, amount) => sum + amount, 0));
}
