import { type FocusEvent, type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { type Cell, moved } from './grid-moves.ts';

/**
 * The grid listens for all its cells: which one Tab reaches, where a key leads, which one is opened.
 * A month with fewer days, or a filter, keeps the place one had as far as it can.
 */
export function useGridEvents(rows: number, columns: number, onOpen: (cell: Cell) => void) {
  const table = useRef<HTMLTableElement>(null);
  const [last, setLast] = useState<Cell>({ row: 0, column: 0 });
  const reached = {
    row: Math.min(last.row, rows - 1),
    column: Math.min(last.column, columns - 1),
  };
  const events = {
    onKeyDown: (event: KeyboardEvent) => {
      const next = moved(event, reached, { rows, columns });
      if (next === null) return;
      event.preventDefault();
      setLast(next);
      table.current
        ?.querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`)
        ?.focus();
    },
    onFocus: ({ target }: FocusEvent) => {
      const cell = cellOf(target);
      if (cell) setLast(cell);
    },
    onClick: ({ target }: MouseEvent) => {
      const cell = cellOf(target);
      if (cell) onOpen(cell);
    },
  };
  return { table, reached, events };
}

function cellOf(target: EventTarget): Cell | null {
  if (!(target instanceof HTMLElement)) return null;
  const { row, column } = target.closest<HTMLElement>('[data-column]')?.dataset ?? {};
  return row === undefined || column === undefined
    ? null
    : { row: Number(row), column: Number(column) };
}
