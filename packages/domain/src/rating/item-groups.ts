import type { DaySpan } from '../calendar/spans.ts';
import { allHold } from '../prices/conditions.ts';
import type { Condition, PeriodUnit, ReglementDocument } from '../reglement/document.ts';
import type { Day } from '../time/day.ts';
import type { Entry } from './entries.ts';
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
  /** What reaches past a span belongs to that of its first day, rather than to none. */
  readonly isByFirstDay?: boolean;
};

/**
 * The groups of the rules of a kind, in their order. Each item is under the règlement of its day; a
 * span in which the règlement changes is one span, under the rule of its last item.
 */
export function groupsOf<Rule extends SpanRule>(
  items: readonly RunningItem[],
  { rulesIn, per, scope, accepts, isByFirstDay = false }: Grouping<Rule>,
): ItemGroup<Rule>[] {
  const groups: Growing<Rule>[] = [];
  const known = new Map<string, Map<string, Map<Day, Growing<Rule>>>>();
  for (const running of items) {
    const { rating, record } = running.item.entry;
    const rulesOfDay = rulesIn(rating.rules.reglement.document) ?? [];
    if (rulesOfDay.length === 0 || !accepts(running)) continue;
    for (const [place, rule] of rulesOfDay.entries()) {
      if (!concerns(rule, running)) continue;
      const span = rating.rules.spanOf(per(rule), running.item.on);
      if (running.item.until > span.until && !isByFirstDay) continue;
      const who = scope(rule) === 'child' ? record.childId : '';
      const bySpan = mapIn(mapIn(known, rule.code), who);
      const group = bySpan.get(span.from);
      if (group === undefined) {
        const growing: Growing<Rule> = {
          rule,
          rules: rating.rules,
          span,
          members: [running],
          place,
        };
        bySpan.set(span.from, growing);
        groups.push(growing);
      } else {
        group.members.push(running);
        group.rule = rule;
        group.rules = rating.rules;
        group.place = Math.min(group.place, place);
      }
    }
  }
  return groups.toSorted((one, other) => one.place - other.place);
}

/** A group that is being made, at the place of its rule in the document. */
type Growing<Rule> = {
  rule: Rule;
  rules: RatingRules;
  readonly span: DaySpan;
  readonly members: [RunningItem, ...RunningItem[]];
  place: number;
};

/** The map under a key, made where there is none. */
function mapIn<Key, Value>(maps: Map<string, Map<Key, Value>>, key: string): Map<Key, Value> {
  let map = maps.get(key);
  if (map === undefined) {
    map = new Map();
    maps.set(key, map);
  }
  return map;
}

/** The unit a rule is about, where it is about one. */
export function unitOf({ units }: SpanRule): string | null {
  return units?.length === 1 ? (units[0] ?? null) : null;
}

/** Different days of the records that items stand for. */
export function daysOf(members: readonly RunningItem[]): Set<string> {
  const days = new Set<string>();
  for (const { item } of members) {
    for (const { record } of item.entries) days.add(record.on);
  }
  return days;
}

/** How many records items stand for: one that is charged by itself and by its month is one. */
export function presencesOf(members: readonly RunningItem[]): number {
  const entries = new Set<Entry>();
  for (const { item } of members) {
    for (const entry of item.entries) entries.add(entry);
  }
  return entries.size;
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
