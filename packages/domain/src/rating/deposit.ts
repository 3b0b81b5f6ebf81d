import { type Cents, cents, fixedPoint, timesPerMillion } from '../money/cents.ts';
import type { CompiledReglement } from '../reglement/compile.ts';
import type { Deposit } from '../reglement/document.ts';
import { mondayOf } from '../time/day.ts';
import type { ChargeLine } from './charge-line.ts';
import { type ChargedSession, type PricedSession, pricesOfSessions } from './prices-of-sessions.ts';

/**
 * What is asked when booking; the rest comes on the invoice. Either the règlement's share of the
 * whole, rounded half up, or the price of so many days a week of each child, the dearest first; where
 * activities have deposits of their own, each of its sessions alone.
 *
 * @param lines what the booked sessions cost
 * @returns `null` where the règlement asks for none, or does not say all the amounts
 */
export function depositOf(
  lines: readonly ChargeLine[],
  sessions: readonly ChargedSession[],
  reglement: CompiledReglement,
): Cents | null {
  const { deposit, deposits = [] } = reglement.document.collection ?? {};
  const asked = deposit === undefined ? deposits : [deposit];
  if (asked.length === 0 || lines.some(({ undetermined }) => undetermined)) return null;
  const prices = pricesOfSessions(lines, sessions, reglement);
  const amounts = asked.map((one, place): number => {
    const named = asked.slice(0, place).flatMap(({ activities = [] }) => activities);
    const own = pricesUnder(one, named, prices, reglement);
    if (one.daysPerWeek !== undefined) return priceOfDearest(own, one.daysPerWeek);
    return shareOf(one, one.activities === undefined && named.length === 0 ? lines : own);
  });
  return cents(amounts.reduce((sum, amount) => sum + amount, 0));
}

/** @param named activities of the deposits before: one that names none is of the others */
function pricesUnder(
  { activities }: Deposit,
  named: readonly string[],
  prices: readonly PricedSession[],
  reglement: CompiledReglement,
): readonly PricedSession[] {
  return prices.filter(({ unit }) => {
    const code = reglement.unit(unit)?.activity.code ?? '';
    return activities === undefined ? !named.includes(code) : activities.includes(code);
  });
}

function shareOf({ percent = 0 }: Deposit, owed: readonly { readonly cents: number }[]): Cents {
  const whole = owed.reduce((sum, line) => sum + line.cents, 0);
  return timesPerMillion(cents(Math.max(0, whole)), fixedPoint(percent, 4));
}

function priceOfDearest(prices: readonly PricedSession[], daysPerWeek: number): Cents {
  const weeks = new Map<string, Map<string, number>>();
  for (const { childId, on, cents: amount } of prices) {
    const key = `${childId}|${mondayOf(on)}`;
    const days = weeks.get(key) ?? new Map<string, number>();
    weeks.set(key, days.set(on, (days.get(on) ?? 0) + amount));
  }
  const amounts = [...weeks.values()].flatMap((days) =>
    [...days.values()]
      .map((amount) => Math.max(0, amount))
      .toSorted((one, other) => other - one)
      .slice(0, daysPerWeek),
  );
  return cents(amounts.reduce((sum, amount) => sum + amount, 0));
}
