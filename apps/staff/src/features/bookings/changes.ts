import type { BookingState } from '@preau/domain/bookings/states';
import { type CellView, cellView } from '@preau/domain/bookings/cell-view';
import type { Cents } from '@preau/domain/money/cents';
import { type Day, day } from '@preau/domain/time/day';
import type { Change, Planning, PlanningRow } from './bookings.queries.ts';

/** Changes not recorded yet, by cell. */
export type Changes = ReadonlyMap<string, Change>;

/** One day of one unit for one child, as the staff sees it. */
export type Cell = {
  readonly childId: string;
  readonly firstName: string;
  readonly unit: string;
  readonly unitLabel: string;
  /** With its activity, e.g. « Mercredi · Journée avec repas ». */
  readonly title: string;
  readonly on: Day;
  /** `null` where the unit has no session that day. */
  readonly sessionId: string | null;
  readonly bookingId: string | null;
  readonly state: BookingState | null;
  readonly view: CellView;
  /** Known more exactly than the state's own word, e.g. « Férié ». */
  readonly word: string | undefined;
  readonly unitCents: Cents;
  readonly reasons: readonly { readonly code: string }[];
};

const cellId = (childId: string, sessionId: string) => `${childId}/${sessionId}`;

/** A formula is told with its activity: « Journée avec repas » alone may be one of several. */
export function titleOf({ activityLabel, unitLabel, excludes }: PlanningRow): string {
  const isNamed = unitLabel.toLocaleLowerCase('fr').includes(activityLabel.toLocaleLowerCase('fr'));
  return excludes.length === 0 || isNamed ? unitLabel : `${activityLabel} · ${unitLabel}`;
}

/** The cell of a row on a day, as the changes would leave it. */
export function cellOf(planning: Planning, row: PlanningRow, on: Day, changes: Changes): Cell {
  const at = row.on.indexOf(on);
  const sessionId = row.sessionId[at] ?? null;
  const { childId, unit, unitLabel } = row;
  const child = planning.children.find(({ id }) => id === childId);
  const base = {
    childId,
    firstName: child?.firstName ?? '',
    unit,
    unitLabel,
    title: titleOf(row),
    on,
    sessionId,
  };
  const column = planning.days.find((one) => one.on === on);
  if (sessionId === null) {
    const holiday = column?.kind === 'publicHoliday' || column?.kind === 'schoolHoliday';
    return {
      ...base,
      bookingId: null,
      state: null,
      view: cellView({
        state: null,
        constraint: holiday ? 'holiday' : 'closed',
        draft: null,
        waitingList: 'none',
      }),
      word: column?.kind === 'publicHoliday' ? 'Férié' : undefined,
      unitCents: 0 as Cents,
      reasons: [],
    };
  }
  const state = row.state[at] ?? null;
  const draft = changes.get(cellId(childId, sessionId))?.action ?? null;
  return {
    ...base,
    bookingId: row.bookingId[at] ?? null,
    state,
    view: cellView({
      state,
      constraint: row.constraint[at] ?? 'closed',
      draft,
      // Whoever keeps the list, the office puts a child on it.
      waitingList: row.waitingList === 'none' ? 'none' : 'online',
    }),
    // Billed all the same: whoever takes it up again must know.
    word: state === 'cancelledLate' && draft === null ? 'Annulé, facturé' : undefined,
    unitCents: (row.unitCents[at] ?? 0) as Cents,
    reasons: (row.reasons[at] ?? []).flatMap((index) => planning.reasons[index] ?? []),
  };
}

/** The same cell as it stands now; `null` once another week is shown. */
export function sameCell(planning: Planning, cell: Cell, changes: Changes): Cell | null {
  const row = planning.rows.find(
    ({ childId, unit, on }) =>
      childId === cell.childId && unit === cell.unit && on.includes(cell.on),
  );
  return row ? cellOf(planning, row, cell.on, changes) : null;
}

/**
 * The changes after a tap. Booking a unit gives up what excludes it that day: a full day replaces
 * the morning that was booked.
 */
export function tapped(changes: Changes, planning: Planning, cell: Cell): Changes {
  const { childId, sessionId, on, view } = cell;
  if (sessionId === null) return changes;
  const next = new Map(changes);
  if (view.tap === 'undo') next.delete(cellId(childId, sessionId));
  else if (view.tap === 'add' || view.tap === 'remove' || view.tap === 'wait') {
    next.set(cellId(childId, sessionId), { childId, sessionId, action: view.tap });
    if (view.tap === 'add') giveUpExcluded(next, planning, cell, on);
  }
  return next;
}

function giveUpExcluded(next: Map<string, Change>, planning: Planning, cell: Cell, on: Day): void {
  const rows = planning.rows.filter(
    (row) => row.childId === cell.childId && row.excludes.includes(cell.unit),
  );
  for (const row of rows) {
    const other = cellOf(planning, row, on, next);
    if (other.sessionId === null) continue;
    if (other.view.key === 'add') next.delete(cellId(other.childId, other.sessionId));
    else if (other.view.tap === 'remove') {
      const { childId, sessionId } = other;
      next.set(cellId(childId, sessionId), { childId, sessionId, action: 'remove' });
    }
  }
}

/** Days of the week that have a column: Monday to Friday, and the others if something is open. */
export function columnsOf(planning: Planning): readonly Day[] {
  const open = new Set(planning.rows.flatMap((row) => row.on));
  return planning.days
    .filter(({ on, kind }) => kind !== 'weekend' || open.has(on))
    .map(({ on }) => day(on));
}

/** Rows of one child that have a session in the week, in the order of the day. */
export const rowsOf = (planning: Planning, childId: string): readonly PlanningRow[] =>
  planning.rows.filter((row) => row.childId === childId && row.on.length > 0);
