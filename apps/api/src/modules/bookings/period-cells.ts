import { type Day, day, eachDay, schoolYearOf, weekdayOf } from '@preau/domain/time/day';
import type { Reason } from '@preau/domain/explain/reasons';
import type { z } from 'zod';
import type { SessionCalendar } from '../activities/activities.public.ts';
import type { PeriodScope } from './period.queries.ts';
import type { periodSchema } from './period.schemas.ts';
import type { UnitRow } from './planning.queries.ts';
import type { RulesOn } from './rules.ts';

export type Period = z.infer<typeof periodSchema>;

/** One child × unit × day of a period. */
export type PeriodCell = {
  readonly childId: string;
  readonly childFirstName: string;
  readonly unit: string;
  readonly on: Day;
  readonly enrolled: boolean;
  readonly facility: string | null;
  /** `null` where there is no session that day. */
  readonly sessionId: string | null;
};

export type Expanded =
  | {
      readonly kind: 'cells';
      readonly cells: readonly PeriodCell[];
      /** Last day looked at, and why not the following ones; `null` when the period goes to its end. */
      readonly stops: { readonly on: Day; readonly reasons: readonly Reason[] } | null;
    }
  | { readonly kind: 'unknownChild' }
  | { readonly kind: 'unknownUnit'; readonly entry: number }
  | { readonly kind: 'tooLong' };

/** Most sessions one period may name: a school year of five services for three children. */
const mostSessions = 2_000;

/**
 * The cells a period names, with the sessions of the remembered calendar. Days without a session
 * are cells too, so that the parent is told which and why; nothing is guessed after the last day
 * of the published calendar.
 */
export function expandPeriod(
  period: Period,
  scope: PeriodScope,
  calendar: SessionCalendar,
  rules: RulesOn,
): Expanded {
  const [from, until] = [day(period.from), day(period.until)];
  const children = new Map(scope.children.map(({ id, first_name }) => [id, first_name]));
  const days = eachDay(from, until);
  const stops = stopOf(days, rules);
  const known = stops ? days.filter((on) => on <= stops.on) : days;
  const cells: PeriodCell[] = [];
  let sessions = 0;
  for (const [index, entry] of distinctEntries(period)) {
    const { childId, unit } = entry;
    const childFirstName = children.get(childId);
    if (childFirstName === undefined) return { kind: 'unknownChild' };
    if (!days.some((on) => rules(on).reglement.unit(unit))) {
      return { kind: 'unknownUnit', entry: index };
    }
    const rows = scope.units.filter((row) => row.child_id === childId && row.unit === unit);
    const open = rows.map((row) => ({ row, sessions: sessionsOf(row, calendar, from, until) }));
    for (const on of known) {
      if (weekdayOf(on) !== entry.weekday) continue;
      const cell = { childId, childFirstName, unit, on };
      const held = open.filter((one) => one.sessions.has(on));
      sessions += held.length;
      if (sessions > mostSessions) return { kind: 'tooLong' };
      for (const { row, sessions: ids } of held) {
        const sessionId = ids.get(on) ?? null;
        cells.push({ ...cell, enrolled: true, facility: row.facility, sessionId });
      }
      if (held.length > 0 || period.action === 'remove') continue;
      const row = rows.find(({ school_year }) => isInYear(on, school_year));
      const facility = row?.facility ?? null;
      cells.push({ ...cell, enrolled: row !== undefined, facility, sessionId: null });
    }
  }
  return { kind: 'cells', cells: cells.toSorted(byChildAndDay), stops };
}

/** The order in which lines are decided: who comes first takes the last place. */
function byChildAndDay(one: PeriodCell, other: PeriodCell): number {
  if (one.childId !== other.childId) return one.childId < other.childId ? -1 : 1;
  return one.on < other.on ? -1 : Number(one.on > other.on);
}

/** Entries said twice count once; each with its place in the request. */
function distinctEntries({ entries }: Period): Iterable<[number, Period['entries'][number]]> {
  const keys = entries.map(({ childId, unit, weekday }) => `${childId}/${unit}/${weekday}`);
  return [...entries.entries()].filter(([index]) => keys.indexOf(keys[index] ?? '') === index);
}

/** The school calendar is published up to a day: nothing is planned after it. */
function stopOf(days: readonly Day[], rules: RulesOn) {
  for (const on of days) {
    const kind = rules(on).reglement.calendar.dayKind(on);
    if (kind.kind !== 'unknown' || on <= kind.after) continue;
    const reason: Reason = { code: 'calendarUnknown', after: kind.after };
    return { on: kind.after, reasons: [reason] };
  }
  return null;
}

/** Ids of the sessions of a unit by day; an enrolment counts for the days of its school year. */
function sessionsOf(
  row: UnitRow,
  calendar: SessionCalendar,
  from: Day,
  until: Day,
): ReadonlyMap<Day, string> {
  const { days, ids } = calendar.between(row.unit_id, row.age_group, from, until);
  return new Map(
    days.flatMap((on, index): [Day, string][] =>
      isInYear(on, row.school_year) ? [[on, ids[index] ?? '']] : [],
    ),
  );
}

function isInYear(on: Day, schoolYear: string): boolean {
  return schoolYearOf(on) === schoolYear;
}
