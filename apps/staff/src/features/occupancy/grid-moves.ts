import type { KeyboardEvent } from 'react';

/** A cell of the grid, counted from the first row and column. */
export type Cell = { readonly row: number; readonly column: number };

type Size = { readonly rows: number; readonly columns: number };

/** Where a key leads in the grid; `null` where it leads nowhere, and is somebody else's. */
export function moved(
  { key, ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  { row, column }: Cell,
  { rows, columns }: Size,
): Cell | null {
  if (altKey || metaKey) return null;
  const within = (wanted: Cell): Cell => ({
    row: Math.max(0, Math.min(wanted.row, rows - 1)),
    column: Math.max(0, Math.min(wanted.column, columns - 1)),
  });
  switch (key) {
    case 'ArrowRight':
      return within({ row, column: column + 1 });
    case 'ArrowLeft':
      return within({ row, column: column - 1 });
    case 'ArrowDown':
      return within({ row: row + 1, column });
    case 'ArrowUp':
      return within({ row: row - 1, column });
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? rows - 1 : row, column: columns - 1 };
    default:
      return null;
  }
}
