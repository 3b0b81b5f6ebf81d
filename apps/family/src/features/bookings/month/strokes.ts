import type { Cell } from '../cell.ts';
import type { Change, DraftState } from '../draft.ts';
import { isHeld } from '../formula.ts';
import { cellAt, type Month, type MonthRow, type Spot } from './month.ts';

/** Booking, or giving up. A gesture over several days does one or the other everywhere. */
export type Direction = 'on' | 'off';

/** What a gesture over some cells does: one step of the draft, and how many days it left alone. */
export type Stroke = { readonly changes: readonly Change[]; readonly skipped: number };

/** What a gesture that begins on this cell does to the others; `null` where it can do nothing. */
export function directionOf({ view, sessionId }: Cell): Direction | null {
  if (sessionId === null) return null;
  switch (view.tap) {
    case 'add':
      return 'on';
    case 'remove':
      return 'off';
    case 'undo':
      return view.pressed ? 'off' : 'on';
    case 'wait':
    case 'offer':
    case 'explain':
    case 'detail':
      return null;
  }
}

/**
 * Applies one direction to some cells. Days that cannot follow are left alone and counted; days
 * that are already so are not. On one row, taking a formula gives up those it
 * excludes. A rank in a waiting list, or a place to be paid, is not given up in passing.
 */
export function strokeOver(
  month: Month,
  spots: readonly Spot[],
  direction: Direction,
  draft: DraftState,
): Stroke {
  const swaps = new Set(spots.map(({ row }) => row)).size === 1;
  const taken = new Set<string>();
  const changes: Change[] = [];
  let skipped = 0;
  for (const spot of spots) {
    const row = month.rows[spot.row];
    const cell = cellAt(month, spot, draft);
    if (!row || !cell || cell.sessionId === null) continue;
    if (isHeld(cell) === (direction === 'on')) {
      taken.add(placeOf(cell.childId, cell.unit, spot.column));
      continue;
    }
    const rivals = direction === 'on' ? rivalsOf(month, row, spot.column, draft, taken) : [];
    const freed = rivals.map((rival) => changeOf(rival, 'off'));
    const change = changeOf(cell, direction);
    const givesUp = spots.length > 1 && notInPassing.has(cell.view.key);
    if (change === null || givesUp || freed.includes(null) || (rivals.length > 0 && !swaps)) {
      skipped += 1;
      continue;
    }
    taken.add(placeOf(cell.childId, cell.unit, spot.column));
    changes.push(...freed.filter((one) => one !== null), change);
  }
  return { changes, skipped };
}

const notInPassing: ReadonlySet<Cell['view']['key']> = new Set([
  'waitlisted',
  'awaitingPayment',
] as const);

/** Formulas that hold the day against this one: held before, or taken by the same gesture. */
export function rivalsOf(
  month: Month,
  { row }: MonthRow,
  column: number,
  draft: DraftState,
  taken: ReadonlySet<string> = new Set(),
): readonly Cell[] {
  if (row.excludes.length === 0) return [];
  const others = month.rows.filter(
    (other) => other.row.childId === row.childId && row.excludes.includes(other.row.unit),
  );
  return others.flatMap((other) => {
    const cell = cellAt(month, { row: other.index, column }, draft);
    if (!cell) return [];
    return isHeld(cell) || taken.has(placeOf(cell.childId, cell.unit, column)) ? [cell] : [];
  });
}

const placeOf = (childId: string, unit: string, column: number) => `${childId}/${unit}/${column}`;

function changeOf(cell: Cell, direction: Direction): Change | null {
  const { childId, sessionId, view, gestureCents } = cell;
  if (sessionId === null || directionOf(cell) !== direction) return null;
  const action = view.tap === 'undo' ? null : direction === 'on' ? 'add' : 'remove';
  return { childId, sessionId, action, cents: gestureCents };
}

/** Every spot of the rectangle between two corners. */
export function spotsBetween(one: Spot, other: Spot): readonly Spot[] {
  const spots: Spot[] = [];
  const { top, bottom, left, right } = rectangleOf(one, other);
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) spots.push({ row, column });
  }
  return spots;
}

export type Rectangle = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

export function rectangleOf(one: Spot, other: Spot): Rectangle {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  };
}
