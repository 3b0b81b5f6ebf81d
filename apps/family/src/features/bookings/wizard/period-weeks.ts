import { addDays, type Day, day, daysBetween, mondayOf } from '@preau/domain/time/day';
import type { Planning } from '../bookings.queries.ts';
import { type Cell, gestureOf } from '../cell.ts';
import type { Change, DraftState } from '../draft.ts';
import { changesTo, choicesOf, isHeld } from '../formula.ts';
import { type Section, sectionsOf, type UnitSection } from '../week.ts';

/** A planning is asked for at most six weeks at a time. */
const weeksAtOnce = 6;

export type DayRange = { readonly from: Day; readonly until: Day };

/**
 * The ranges in which the planning of a period is asked for: whole weeks, from the present one on.
 * @param today what is behind is not shown
 */
export function rangesOf(period: { readonly from: string; readonly until: string }, today: Day) {
  const first = mondayOf(day(period.from) > today ? day(period.from) : today);
  const last = addDays(mondayOf(day(period.until)), 6);
  const ranges: DayRange[] = [];
  for (let from = first; from <= last; from = addDays(from, 7 * weeksAtOnce)) {
    const until = addDays(from, 7 * weeksAtOnce - 1);
    ranges.push({ from, until: until < last ? until : last });
  }
  return ranges;
}

/** One week of a period, for one child and one activity. */
export type PeriodWeek = {
  readonly monday: Day;
  readonly sections: readonly Section[];
};

/** The weeks of some plannings in which the activity has something for the child. */
export function weeksOf(
  plannings: readonly Planning[],
  asked: { readonly childId: string; readonly activity: string } & DayRange,
  draft: DraftState,
): PeriodWeek[] {
  return plannings.flatMap((planning) => {
    const first = planning.days[0];
    if (!first) return [];
    const count = Math.ceil(planning.days.length / 7);
    return Array.from({ length: count }, (_none, at) => at).flatMap((at) => {
      const days = planning.days.slice(at * 7, at * 7 + 7);
      const sections = sectionsOf(
        { ...planning, days },
        asked.childId,
        draft,
        ({ activity }) => activity === asked.activity,
      ).flatMap((section) => within(section, asked));
      const monday = addDays(day(first.on), at * 7);
      return sections.length > 0 ? [{ monday, sections }] : [];
    });
  });
}

/** Without the days that are of another period; nothing where none is left. */
function within(section: Section, { from, until }: DayRange): Section[] {
  const isIn = ({ on }: { readonly on: Day }) => from <= on && on <= until;
  if (section.kind === 'formula') {
    const days = section.days.filter(isIn);
    return days.length > 0 ? [{ ...section, days }] : [];
  }
  return section.cells.some((cell) => isIn(cell) && cell.sessionId !== null) ? [section] : [];
}

/** Whether a cell of a week belongs to the period. */
export const isWithin = (on: Day, { from, until }: DayRange): boolean =>
  daysBetween(from, on) >= 0 && daysBetween(on, until) >= 0;

/** What can be ticked all at once: one unit, over all the days that are shown. */
export type WholeUnit = {
  readonly unit: string;
  readonly label: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** `null` where it is not the same every day. */
  readonly cents: Cell['unitCents'] | null;
  readonly ways: UnitSection['ways'];
  /** What ticking all of them changes; empty where all that can be is ticked. */
  readonly changes: readonly Change[];
};

/** The units of the weeks, in the order of the day, each with what taking all of it would change. */
export function wholeUnits(weeks: readonly PeriodWeek[], range: DayRange): readonly WholeUnit[] {
  const days = weeks.flatMap(({ sections }) =>
    sections.flatMap((section) => daysOf(section, range)),
  );
  const units = new Map<string, readonly Cell[]>();
  for (const cell of days.flat()) {
    if (cell.sessionId !== null) units.set(cell.unit, [...(units.get(cell.unit) ?? []), cell]);
  }
  return [...units].flatMap(([unit, cells]) => {
    const [first] = cells;
    if (!first) return [];
    const prices = new Set(cells.map(({ unitCents }) => unitCents));
    const { unitLabel: label, startsAt, endsAt, ways } = first;
    return {
      unit,
      label,
      startsAt,
      endsAt,
      ways,
      cents: prices.size === 1 ? first.unitCents : null,
      changes: days.flatMap((options) => changesToTake(options, unit)),
    };
  });
}

/** The cells of each day: alone, or those that exclude one another. */
function daysOf(section: Section, range: DayRange): readonly (readonly Cell[])[] {
  if (section.kind === 'formula') return section.days.map(({ options }) => options);
  return section.cells.filter(({ on }) => isWithin(on, range)).map((cell) => [cell]);
}

/** Days on which something is held already are left as they are: a choice was made there. */
function changesToTake(options: readonly Cell[], unit: string): readonly Change[] {
  if (options.some(isHeld)) return [];
  const wanted = options.find((cell) => cell.unit === unit && gestureOf(cell) === 'add');
  const choice = choicesOf(options).find(
    ({ cells, blockedBy }) => cells.length === 1 && cells[0] === wanted && blockedBy === undefined,
  );
  return wanted && choice ? changesTo(options, choice) : [];
}
