import type { DaySpan } from '../calendar/spans.ts';
import { shareEqually } from '../money/share.ts';
import type { CompiledReglement } from '../reglement/compile.ts';
import type { Package, PeriodUnit, ReglementDocument } from '../reglement/document.ts';
import type { Day } from '../time/day.ts';
import type { ChargeLine } from './charge-line.ts';
import { ratingRulesOf } from './rating-rules.ts';

/** A session that lines charge. */
export type ChargedSession = {
  readonly childId: string;
  readonly unit: string;
  readonly on: Day;
};

export type PricedSession = ChargedSession & { readonly cents: number };

/**
 * What each session comes to: its own lines, and an equal part of what is charged, or taken off, for
 * the span it is in. Memberships and fees are of no session.
 */
export function pricesOfSessions(
  lines: readonly ChargeLine[],
  sessions: readonly ChargedSession[],
  reglement: CompiledReglement,
): PricedSession[] {
  const prices = sessions
    .map(({ childId, unit, on }) => ({ childId, unit, on, cents: 0 }))
    .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
  for (const line of lines) {
    const { isOf, span, atMost } = scopeOf(line, reglement);
    const inside = prices
      .filter(
        ({ childId, unit, on }) =>
          childId === line.childId && isOf(unit) && span.from <= on && on <= span.until,
      )
      .slice(0, atMost);
    if (inside.length === 0) continue;
    const parts = shareEqually(line.cents, inside.length);
    for (const [place, priced] of inside.entries()) priced.cents += parts[place] ?? 0;
  }
  return prices;
}

type Scope = {
  readonly isOf: (unit: string) => boolean;
  readonly span: DaySpan;
  /** The first of its sessions alone, where there are more. */
  readonly atMost: number | undefined;
};

/** The units and the days a line is about. */
function scopeOf(line: ChargeLine, reglement: CompiledReglement): Scope {
  const { unit, on } = line;
  const { per, units, applies } = ruleOf(line, reglement.document);
  const span = per === null ? { from: on, until: on } : ratingRulesOf(reglement).spanOf(per, on);
  // A book of presences begins with the first of them, and not with its span.
  const isBook = applies?.kind === 'each';
  return {
    isOf: (code) => (unit === null ? (units?.includes(code) ?? true) : code === unit),
    span: isBook ? { from: on, until: span.until } : span,
    atMost: isBook ? applies.count : undefined,
  };
}

type SpanRule = {
  readonly per: PeriodUnit | null;
  readonly units?: readonly string[] | undefined;
  readonly applies?: Package['applies'] | undefined;
};

const ofItsDay: SpanRule = { per: null };
const ofNoSession: SpanRule = { per: null, units: [] };

/** The rule a line comes from; the price of a span says its own. */
function ruleOf({ kind, code, reasons }: ChargeLine, document: ReglementDocument): SpanRule {
  const { packages = [], quantityDiscounts = [], caps = [], aids = [] } = document;
  const isIts = (rule: { readonly code: string }) => rule.code === code;
  switch (kind) {
    case 'package': {
      const priced = reasons.find((reason) => reason.code === 'periodPrice');
      return packages.find(isIts) ?? { per: priced?.per ?? null };
    }
    case 'quantityDiscount':
      return quantityDiscounts.find(isIts) ?? ofItsDay;
    case 'cap':
      return caps.find(isIts) ?? ofItsDay;
    case 'aid': {
      const aid = aids.find(isIts);
      return { per: aid?.ceiling?.per ?? 'month', units: aid?.units };
    }
    case 'membership':
    case 'fee':
      return ofNoSession;
    default:
      return ofItsDay;
  }
}
