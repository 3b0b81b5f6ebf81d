import type { DaySpan } from '../calendar/spans.ts';
import { allHold } from '../prices/conditions.ts';
import type { Condition, PeriodUnit, ReglementDocument } from '../reglement/document.ts';
import type { RatingRules } from './rating-rules.ts';
import type { RunningItem } from './running-bill.ts';

/** A rule about what is charged in a span of time. */
export type SpanRule = {
  readonly code: string;
  readonly units?: readonly string[] | undefined;
  readonly when?: readonly Condition[] | undefined;
};

/** Items of one child, or of the household, in one span, that a rule is about. */
export type ItemGroup<Rule> = {
  readonly rule: Rule;
  readonly rules: RatingRules;
  readonly span: DaySpan;
  /** In order of time; never empty. */
  readonly members: readonly [RunningItem, ...RunningItem[]];
};

export type Grouping<Rule> = {
  readonly rulesIn: (document: ReglementDocument) => readonly Rule[] | undefined;
  readonly per: (rule: Rule) => PeriodUnit;
  readonly scope: (rule: Rule) => 'child' | 'household';
  readonly accepts: (running: RunningItem) => boolean;
};

/**
 * The groups of the rules of a kind, in their order. Each item is under the règlement of its day; a
 * span in which the règlement changes is one span, under the rule of its last item.
 */
export function groupsOf<Rule extends SpanRule>(
  items: readonly RunningItem[],
  { rulesIn, per, scope, accepts }: Grouping<Rule>,
): ItemGroup<Rule>[] {
  type Growing = { -readonly [Key in keyof ItemGroup<Rule>]: ItemGroup<Rule>[Key] } & {
    members: [RunningItem, ...RunningItem[]];
  };
  const groups = new Map<string, Growing>();
  const places = new Map<string, number>();
  for (const running of items) {
    const { rules } = running.item.entry.rating;
    for (const [place, rule] of (rulesIn(rules.reglement.document) ?? []).entries()) {
      if (!accepts(running) || !concerns(rule, running)) continue;
      const span = rules.spanOf(per(rule), running.item.on);
      if (running.item.until > span.until) continue;
      const who = scope(rule) === 'child' ? running.item.entry.record.childId : '';
      const key = `${rule.code}|${who}|${span.from}`;
      const group = groups.get(key);
      places.set(rule.code, Math.min(place, places.get(rule.code) ?? place));
      if (group === undefined) groups.set(key, { rule, rules, span, members: [running] });
      else {
        group.members.push(running);
        group.rule = rule;
        group.rules = rules;
      }
    }
  }
  return [...groups.values()].sort(
    (one, other) => (places.get(one.rule.code) ?? 0) - (places.get(other.rule.code) ?? 0),
  );
}

/** The unit a rule is about, where it is about one. */
export function unitOf({ units }: SpanRule): string | null {
  return units?.length === 1 ? (units[0] ?? null) : null;
}

/** Different days of the records that items stand for. */
export function daysOf(members: readonly RunningItem[]): Set<string> {
  return new Set(members.flatMap(({ item }) => item.entries.map(({ record }) => record.on)));
}

/** How many records items stand for. */
export function presencesOf(members: readonly RunningItem[]): number {
  return members.reduce((sum, { item }) => sum + item.entries.length, 0);
}

/** Cents still owed for items. */
export function leftOf(members: readonly RunningItem[]): number {
  return members.reduce((sum, { left }) => sum + left, 0);
}

function concerns({ units, when }: SpanRule, { item }: RunningItem): boolean {
  const ofUnits =
    units === undefined || item.entries.every(({ record }) => units.includes(record.unit));
  return ofUnits && (when === undefined || allHold(when, item.context()));
}
