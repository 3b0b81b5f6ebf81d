import type { Cents } from '@preau/domain/money/cents';
import { type Day, day, weekdayOf } from '@preau/domain/time/day';
import type { Planning, PlanningRow } from '../bookings.queries.ts';
import { serviceName } from '../cart-groups.ts';
import { type Cell, cellOf, type PlanningDay } from '../cell.ts';
import { cellId, type DraftState } from '../draft.ts';

/** A day of the month that has a column. */
export type MonthColumn = PlanningDay & {
  readonly on: Day;
  /** The first column of its week: a wider gap stands before it. */
  readonly opensWeek: boolean;
};

/** Columns that follow one another under one name, e.g. « Vacances de Noël ». */
export type MonthBand = {
  readonly label: string | null;
  readonly first: Day;
  readonly opensWeek: boolean;
  readonly span: number;
};

export type MonthRow = {
  readonly index: number;
  readonly key: string;
  readonly firstName: string;
  /** As it is read aloud, e.g. « Mercredi – Matin avec repas ». */
  readonly title: string;
  /** As it is written at the left of the row. */
  readonly label: string;
  /** The activity, written above the label where the row is one formula among several. */
  readonly formulaOf: string | null;
  /** Price when it is the same all month. */
  readonly price: Cents | null;
  readonly row: PlanningRow;
  /** Identity in the draft, by column; `null` where there is no session. */
  readonly ids: readonly (string | null)[];
};

export type MonthGroup = {
  readonly child: Planning['children'][number];
  /** Where the child is welcomed, in the order of the day. */
  readonly facilities: readonly string[];
  readonly rows: readonly MonthRow[];
};

/** The planning of the household over a month: one row per child and service. */
export type Month = {
  readonly planning: Planning;
  readonly columns: readonly MonthColumn[];
  readonly bands: readonly MonthBand[];
  readonly groups: readonly MonthGroup[];
  readonly rows: readonly MonthRow[];
};

/** A place in the grid: −1 is the head of the columns, or the names of the services. */
export type Spot = { readonly row: number; readonly column: number };

/**
 * Lays the planning out.
 * @param shows whether a row passes the filter of services and sites.
 */
export function monthOf(planning: Planning, shows: (row: PlanningRow) => boolean): Month {
  const columns = columnsOf(planning);
  const dates = new Set<string>(columns.map(({ on }) => on));
  const shown = planning.rows.filter((row) => shows(row) && row.on.some((on) => dates.has(on)));
  const rows: MonthRow[] = [];
  const groups = planning.children.flatMap((child): MonthGroup[] => {
    const own = shown.filter(({ childId }) => childId === child.id);
    if (own.length === 0) return [];
    const laid = own.map((row, at) => rowOf(row, own, child.firstName, columns, rows.length + at));
    rows.push(...laid);
    return [{ child, facilities: [...new Set(own.map(({ facility }) => facility))], rows: laid }];
  });
  return { planning, columns, bands: bandsOf(columns), groups, rows };
}

/** Monday to Friday, and the other days on which something is open. */
function columnsOf(planning: Planning): readonly MonthColumn[] {
  const open = new Set(planning.rows.flatMap(({ on }) => on));
  const shown = planning.days.filter(({ on }) => weekdayOf(day(on)) <= 5 || open.has(on));
  return shown.map((one, at) => {
    const before = shown[at - 1];
    const on = day(one.on);
    const opensWeek = before !== undefined && weekdayOf(day(before.on)) > weekdayOf(on);
    return { ...one, on, opensWeek };
  });
}

function rowOf(
  row: PlanningRow,
  siblings: readonly PlanningRow[],
  firstName: string,
  columns: readonly MonthColumn[],
  index: number,
): MonthRow {
  const { childId, unit, unitLabel, activity, activityLabel } = row;
  const alone = siblings.filter((other) => other.activity === activity).length === 1;
  const isFormula = row.excludes.length > 0;
  const [first, ...others] = new Set(row.unitCents);
  const label = alone ? activityLabel : unitLabel;
  return {
    index,
    key: `${childId}/${unit}`,
    firstName,
    title: isFormula && !alone ? serviceName(activityLabel, unitLabel) : label,
    label,
    formulaOf: isFormula && !alone ? activityLabel : null,
    price: first !== undefined && others.length === 0 ? (first as Cents) : null,
    row,
    ids: columns.map(({ on }) => {
      const sessionId = row.sessionId[row.on.indexOf(on)];
      return sessionId === undefined ? null : cellId({ childId, sessionId });
    }),
  };
}

/** Holidays as bands over the columns; a public holiday inside belongs to them. */
function bandsOf(columns: readonly MonthColumn[]): readonly MonthBand[] {
  const names = columns.map(({ kind, label }) => (kind === 'schoolHoliday' ? label : null));
  for (const [at, column] of columns.entries()) {
    if (column.kind !== 'publicHoliday') continue;
    const before = names[at - 1] ?? null;
    const after = names[at + 1] ?? before;
    names[at] = before === after ? before : null;
  }
  const bands: MonthBand[] = [];
  for (const [at, { on, opensWeek }] of columns.entries()) {
    const label = names[at] ?? null;
    const last = bands.at(-1);
    if (last?.label === label) bands[bands.length - 1] = { ...last, span: last.span + 1 };
    else bands.push({ label, first: on, opensWeek, span: 1 });
  }
  return bands;
}

/** The cell of a spot inside the grid, as the draft would leave it; `null` on its edges. */
export function cellAt(month: Month, spot: Spot, draft: DraftState): Cell | null {
  const row = month.rows[spot.row];
  const column = month.columns[spot.column];
  return row && column ? cellOf(month.planning, row.row, column, draft) : null;
}
