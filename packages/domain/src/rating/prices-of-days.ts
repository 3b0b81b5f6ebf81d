import { shareEqually } from '../money/share.ts';
import type { CompiledReglement } from '../reglement/compile.ts';
import type { PeriodUnit, ReglementDocument } from '../reglement/document.ts';
import type { Day } from '../time/day.ts';
import type { ChargeLine } from './charge-line.ts';
import { ratingRulesOf } from './rating-rules.ts';

/** A session that lines charge. */
export type ChargedSession = {
  readonly childId: string;
  readonly unit: string;
  readonly on: Day;
};

export type PriceOfDay = { readonly childId: string; readonly on: Day; readonly cents: number };

const spanKinds: ReadonlySet<ChargeLine['kind']> = new Set([
  'package',
  'quantityDiscount',
  'cap',
  'aid',
]);

/**
 * What each day of each child comes to: its own lines, and an equal part of what is charged, or taken
 * off, for the span it is in. Memberships and fees are of no day.
 */
export function pricesOfDays(
  lines: readonly ChargeLine[],
  sessions: readonly ChargedSession[],
  reglement: CompiledReglement,
): PriceOfDay[] {
  const days = new Map<string, { childId: string; on: Day; cents: number }>();
  for (const { childId, on } of sessions) days.set(keyOf(childId, on), { childId, on, cents: 0 });
  const add = (childId: string, on: Day, amount: number): void => {
    const known = days.get(keyOf(childId, on));
    if (known !== undefined) known.cents += amount;
  };
  for (const line of lines) {
    const { childId, on, kind } = line;
    if (childId === null || kind === 'membership' || kind === 'fee') continue;
    if (!spanKinds.has(kind)) {
      add(childId, on, line.cents);
      continue;
    }
    const inside = daysInSpan(line, sessions, reglement);
    if (inside.length === 0) continue;
    const parts = shareEqually(line.cents, inside.length);
    for (const [place, day] of inside.entries()) add(childId, day, parts[place] ?? 0);
  }
  return [...days.values()];
}

/** The days of a child that a line of a span is about. */
function daysInSpan(
  line: ChargeLine,
  sessions: readonly ChargedSession[],
  reglement: CompiledReglement,
): Day[] {
  const { childId, unit, on } = line;
  const per = perOf(line, reglement.document);
  const span = per === null ? { from: on, until: on } : ratingRulesOf(reglement).spanOf(per, on);
  const inside = sessions.filter(
    (session) =>
      session.childId === childId &&
      (unit === null || session.unit === unit) &&
      span.from <= session.on &&
      session.on <= span.until,
  );
  return [...new Set(inside.map((session) => session.on))].toSorted();
}

/** The span of the rule a line comes from; the price of a span says its own. */
function perOf(
  { kind, code, reasons }: ChargeLine,
  document: ReglementDocument,
): PeriodUnit | null {
  const { packages = [], quantityDiscounts = [], caps = [], aids = [] } = document;
  const isIts = (rule: { readonly code: string }) => rule.code === code;
  switch (kind) {
    case 'package': {
      const priced = reasons.find((reason) => reason.code === 'periodPrice');
      return packages.find(isIts)?.per ?? priced?.per ?? null;
    }
    case 'quantityDiscount':
      return quantityDiscounts.find(isIts)?.per ?? null;
    case 'cap':
      return caps.find(isIts)?.per ?? null;
    case 'aid':
      return aids.find(isIts)?.ceiling?.per ?? 'month';
    default:
      return null;
  }
}

function keyOf(childId: string, on: Day): string {
  return `${childId}|${on}`;
}
