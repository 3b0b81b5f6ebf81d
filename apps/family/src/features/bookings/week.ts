import type { Cents } from '@preau/domain/money/cents';
import { type Day, day, weekdayOf } from '@preau/domain/time/day';
import { fromIso, type Instant } from '@preau/domain/time/instant';
import type { Planning, PlanningRow } from './bookings.queries.ts';
import { type Cell, cellOf, type PlanningDay } from './cell.ts';
import type { DraftState } from './draft.ts';

export type UnitSection = {
  readonly kind: 'unit';
  readonly key: string;
  readonly title: string;
  readonly facility: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Price when it is the same all week. */
  readonly price: Cents | null;
  readonly cells: readonly Cell[];
};

/** Units that exclude one another on a day: shown as one choice per day. */
export type FormulaSection = {
  readonly kind: 'formula';
  readonly key: string;
  readonly title: string;
  readonly facility: string;
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
      sections.push(formulaSection(planning, siblings, columns, draft));
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
    title: alone ? row.activityLabel : row.unitLabel,
    facility: row.facility,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    price: first !== undefined && others.length === 0 ? (first as Cents) : null,
    cells,
  };
}

function formulaSection(
  planning: Planning,
  rows: readonly PlanningRow[],
  columns: readonly PlanningDay[],
  draft: DraftState,
): FormulaSection {
  const [first] = rows;
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
    key: first?.activity ?? '',
    title: first?.activityLabel ?? '',
    facility: first?.facility ?? '',
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
  let next: Instant | null = null;
  for (const row of planning.rows) {
    if (childId !== null && row.childId !== childId) continue;
    for (const text of row.limitAt) {
      const limit = text === null ? null : fromIso(text);
      if (limit !== null && limit > now && (next === null || limit < next)) next = limit;
    }
  }
  return next;
}
