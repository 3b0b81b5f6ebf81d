import { addDays, type Day } from '@preau/domain/time/day';
import type { Month, Spot } from './month.ts';

export type GridKey = {
  readonly key: string;
  readonly ctrl: boolean;
};

/** Where a key leads inside the grid, or the day it leads to when that is in another month. */
export type Move = { readonly to: Spot } | { readonly leaves: Day };

/**
 * Where the focus goes: arrows by one, Home and End along the row, with Ctrl to the corners, Page
 * Up and Page Down by a week. The names of services and days are part of the way, at −1.
 * @returns `null` for a key that is not a move.
 */
export function moveFrom(month: Month, from: Spot, { key, ctrl }: GridKey): Move | null {
  const last = { row: month.rows.length - 1, column: month.columns.length - 1 };
  const { row, column } = from;
  switch (key) {
    case 'ArrowLeft':
      return within(last, { row, column: column - 1 });
    case 'ArrowRight':
      return within(last, { row, column: column + 1 });
    case 'ArrowUp':
      return within(last, { row: row - 1, column });
    case 'ArrowDown':
      return within(last, { row: row + 1, column });
    case 'Home':
      return within(last, { row: ctrl ? 0 : row, column: 0 });
    case 'End':
      return within(last, { row: ctrl ? last.row : row, column: last.column });
    case 'PageUp':
      return byDays(month, from, -7);
    case 'PageDown':
      return byDays(month, from, 7);
    default:
      return null;
  }
}

/** The corner above the names of the services holds nothing: it is stepped round. */
function within(last: Spot, { row, column }: Spot): Move {
  const to = {
    row: Math.min(Math.max(row, -1), last.row),
    column: Math.min(Math.max(column, -1), last.column),
  };
  return { to: to.row === -1 && to.column === -1 ? { row: -1, column: 0 } : to };
}

function byDays(month: Month, { row, column }: Spot, days: number): Move {
  const here = month.columns[Math.max(column, 0)];
  if (!here) return { to: { row, column } };
  const target = addDays(here.on, days);
  const first = month.planning.days[0];
  const last = month.planning.days.at(-1);
  if (first && last && (target < first.on || target > last.on)) return { leaves: target };
  return { to: { row, column: nearestColumn(month, target) } };
}

/** The column of a day, or the nearest one before it. */
export function nearestColumn(month: Month, on: Day): number {
  const after = month.columns.findIndex((column) => column.on > on);
  const at = after === -1 ? month.columns.length - 1 : after - 1;
  return Math.max(at, 0);
}
