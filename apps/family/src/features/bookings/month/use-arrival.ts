import type { Day } from '@preau/domain/time/day';
import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { nearestColumn } from './grid-moves.ts';
import { type GridStore, nowhere } from './grid-store.ts';
import type { Month } from './month.ts';
import { buttonAt } from './use-grid-events.ts';

/** Puts the cursor on today, keeps it inside the grid when that changes, and brings the focus where a key led. */
export function useArrival(
  month: Month,
  today: Day,
  table: RefObject<HTMLTableElement | null>,
  grid: GridStore,
): void {
  useLayoutEffect(() => {
    const { cursor } = grid.read();
    const row = Math.min(cursor.row, month.rows.length - 1);
    const column =
      cursor.column === nowhere.column
        ? nearestColumn(month, today)
        : Math.min(cursor.column, month.columns.length - 1);
    grid.change({ cursor: { row, column }, anchor: null, drag: null, hovered: null });
  }, [month, today, grid]);

  useEffect(() => {
    const { arrival: wanted } = grid.read();
    if (!wanted || !table.current) return;
    grid.change({ arrival: null });
    const row = Math.max(
      month.rows.findIndex(({ key }) => key === wanted.rowKey),
      0,
    );
    buttonAt(table.current, { row, column: nearestColumn(month, wanted.on) })?.focus();
  }, [month, table, grid]);
}
