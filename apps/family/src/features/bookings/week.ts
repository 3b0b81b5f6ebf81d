import type { Cents } from '@preau/domain/money/cents';
import { type Day, day, weekdayOf } from '@preau/domain/time/day';
import { fromIso, type Instant } from '@preau/domain/time/instant';
import type { Planning, PlanningRow } from './bookings.queries.ts';
import { type Cell, cellOf, type PlanningDay } from './cell.ts';
import type { DraftState } from './draft.ts';
import { isOpening } from './wire-reasons.ts';
import { type Ways, waysOf } from './ways.ts';

export type UnitSection = {
  readonly kind: 'unit';
  readonly key: string;
  /** Code of the activity. */
  readonly activity: string;
  readonly title: string;
  readonly facility: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Price when it is the same all week. */
  readonly price: Cents | null;
  readonly ways: Ways;
  readonly cells: readonly Cell[];
};

/** Units that exclude one another on a day: shown as one choice per day. */
export type FormulaSection = {
  readonly kind: 'formula';
  readonly key: string;
  /** Code of the activity. */
  readonly activity: string;
  readonly title: string;
  readonly facility: string;
  readonly ways: Ways;
  readonly days: readonly { readonly on: Day; readonly options: readonly Cell[] }[];
};

export type Section = UnitSection | FormulaSection;

/** Days of the week that have a column: Monday to Friday, and the others if something is open. */
export function columnsOf(planning: Planning): readonly PlanningDay[] {
  const open = new Set(planning.rows.flatMap((row) => row.on));
  return planning.days.filter(({ on }) => weekdayOf(day(on)) <= 5 || open.has(on));
}

/** What one child can book in the week, in the order of the day; units without any session left out. */
export function sectionsOf(
  planning: Planning,
  childId: string,
  draft: DraftState,
  shows: (row: PlanningRow) => boolean = () => true,
): Section[] {
  const columns = columnsOf(planning);
  const rows = planning.rows.filter(
    (row) =>
      row.childId === childId &&
      shows(row) &&
      row.on.some((on) => columns.some((column) => column.on === on)),
  );
  const sections: Section[] = [];
  for (const row of rows) {
    const siblings = rows.filter((other) => other.activity === row.activity);
    if (row.excludes.length === 0) {
      sections.push(unitSection(planning, row, siblings.length === 1, columns, draft));
    } else if (siblings[0] === row) {
      sections.push(formulaSection(planning, row, siblings, columns, draft));
    }
  }
  return sections;
}

function unitSection(
  planning: Planning,
  row: PlanningRow,
  alone: boolean,
  columns: readonly PlanningDay[],
  draft: DraftState,
): UnitSection {
  const cells = columns.map((column) => cellOf(planning, row, column, draft));
  const [first, ...others] = new Set(row.unitCents);
  return {
    kind: 'unit',
    key: row.unit,
    activity: row.activity,
    title: alone ? row.activityLabel : row.unitLabel,
    facility: row.facility,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    price: first !== undefined && others.length === 0 ? (first as Cents) : null,
    ways: waysOf(row),
    cells,
  };
}

function formulaSection(
  planning: Planning,
  first: PlanningRow,
  rows: readonly PlanningRow[],
  columns: readonly PlanningDay[],
  draft: DraftState,
): FormulaSection {
  const days = columns
    .filter(({ on }) => rows.some((row) => row.on.includes(on)))
    .map((column) => ({
      on: day(column.on),
      options: rows
        .filter((row) => row.on.includes(column.on))
        .map((row) => cellOf(planning, row, column, draft)),
    }));
  return {
    kind: 'formula',
    key: first.activity,
    activity: first.activity,
    title: first.activityLabel,
    facility: first.facility,
    ways: waysOf(first),
    days,
  };
}

/**
 * The next instant at which a cell on screen stops being changeable, or `null`.
 * @param childId whose cells are on screen; `null` = everybody's.
 */
export function nextLimit(
  planning: Planning,
  childId: string | null,
  now: Instant,
): Instant | null {
  const rows = rowsOf(planning, childId);
  return earliest(
    now,
    rows.flatMap(({ limitAt }) => limitAt.map(instantOrNull)),
  );
}

/** The next instant at which a cell on screen is no longer what it is: a limit, a term, an opening. */
export function nextTurn(planning: Planning, childId: string | null, now: Instant): Instant | null {
  const terms = rowsOf(planning, childId).flatMap(({ queue }) => queue.map(({ until }) => until));
  const openings = planning.reasons.flatMap((reason) => (isOpening(reason) ? [reason.at] : []));
  const limit = nextLimit(planning, childId, now);
  return earliest(now, [limit, ...terms.map(fromIso), ...openings]);
}

const rowsOf = ({ rows }: Planning, childId: string | null): readonly PlanningRow[] =>
  childId === null ? rows : rows.filter((row) => row.childId === childId);

const instantOrNull = (text: string | null): Instant | null =>
  text === null ? null : fromIso(text);

function earliest(now: Instant, instants: readonly (Instant | null)[]): Instant | null {
  let next: Instant | null = null;
  for (const instant of instants) {
    if (instant !== null && instant > now && (next === null || instant < next)) next = instant;
  }
  return next;
}
